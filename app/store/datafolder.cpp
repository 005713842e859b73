#include "store/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace pushbrake {

namespace {

constexpr QFileDevice::Permissions ownerRights
    = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr QFileDevice::Permissions othersRights = QFileDevice::ReadGroup | QFileDevice::WriteGroup
    | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

QString userDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

QString databasePath(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("pushbrake.db"));
}

bool makePrivateFolder(const QString& folder)
{
    const QFileInfo wanted(folder);
    if (wanted.exists())
        return wanted.isDir();
    // Parents such as ~/.local/share belong to everybody's programs: they get the usual rights.
    return QDir().mkpath(wanted.absolutePath()) && QDir().mkdir(wanted.absoluteFilePath(), ownerRights);
}

bool closeToOthers(const QString& path)
{
    const QFileDevice::Permissions before = QFile::permissions(path);
    return !(before & othersRights) || QFile::setPermissions(path, before & ~othersRights);
}

} // namespace pushbrake
