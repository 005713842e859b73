#include "store/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

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

bool isOwn(const QString& path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || !info.exists())
        return false;
#ifdef Q_OS_UNIX
    return info.ownerId() == geteuid();
#else
    return true; // the folders of a profile are its user's
#endif
}

bool closeToOthers(const QString& path)
{
    if (!isOwn(path))
        return false;
    const QFileDevice::Permissions before = QFile::permissions(path);
    return !(before & othersRights) || QFile::setPermissions(path, before & ~othersRights);
}

QFileDevice::FileError makePrivateFile(const QString& path)
{
    QFile file(path);
    const bool isThere
        = file.open(QIODevice::ReadWrite | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || closeToOthers(path);
    return isThere ? QFileDevice::NoError : file.error();
}

} // namespace pushbrake
