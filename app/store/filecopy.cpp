#include "store/filecopy.h"

#include "store/savewhole.h"

#include <QFile>
#include <QSaveFile>

namespace pushbrake {

QString copyOfVersion(const QString& path, int version)
{
    return QStringLiteral("%1.version-%2").arg(path).arg(version);
}

std::expected<void, DatabaseFault> copyFile(const QString& path, const QString& copy)
{
    constexpr qint64 atOnce = 1 << 20;
    QFile from(path);
    QSaveFile to(copy);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        return std::unexpected { DatabaseFault::CannotOpen };
    to.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    while (!from.atEnd()) {
        const QByteArray part = from.read(atOnce);
        if (part.isEmpty() || to.write(part) != part.size())
            return std::unexpected { part.isEmpty() ? DatabaseFault::CannotOpen : DatabaseFault::Full };
    }
    if (!commitWhole(to)) // what was buffered reaches the disk here
        return std::unexpected { DatabaseFault::Full };
    return {};
}

} // namespace pushbrake
