#include "store/processlock.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace pushbrake {

namespace {

#ifdef Q_OS_UNIX
/// QLockFile judges by what is written in the file, and is wrong when that is empty (killed while writing), names the
/// computer's former name, or a process number that lives again. The kernel's lock on the file ends with its process.
bool isFree(const QString& lockPath)
{
    const int handle = ::open(QFile::encodeName(lockPath).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (handle < 0)
        return false;
    const bool free = ::flock(handle, LOCK_EX | LOCK_NB) == 0;
    ::close(handle);
    return free;
}

bool isAbandoned(const QString& lockPath)
{
    // A young one may be between being created and being locked, which takes less than a thousandth of this.
    constexpr unsigned long settledAfterMs = 150;
    if (!QFileInfo(lockPath).isFile() || !isFree(lockPath))
        return false;
    QThread::msleep(settledAfterMs);
    return isFree(lockPath);
}
#else
bool isAbandoned(const QString&)
{
    return false; // the system removes the file of a process that ended
}
#endif

DatabaseFault faultOf(const QLockFile& lock, const QString& lockPath)
{
    switch (lock.error()) {
    case QLockFile::LockFailedError: return DatabaseFault::InUse;
    case QLockFile::PermissionError: return DatabaseFault::ReadOnly;
    default:
        return QStorageInfo(QFileInfo(lockPath).absolutePath()).bytesAvailable() == 0 ? DatabaseFault::Full
                                                                                      : DatabaseFault::CannotOpen;
    }
}

} // namespace

std::expected<std::unique_ptr<QLockFile>, DatabaseFault> lockForThisProcess(const QString& path)
{
    const QString lockPath = path + QStringLiteral(".lock");
    // The folder is ours; a link in the place of the lock, which may lead nowhere, is nobody's.
    if (QFileInfo(lockPath).isSymLink())
        QFile::remove(lockPath);
    auto lock = std::make_unique<QLockFile>(lockPath);
    lock->setStaleLockTime(0); // a lock never goes stale by age: a window may stay open for weeks
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError && isAbandoned(lockPath) && QFile::remove(lockPath)
        && lock->tryLock(0))
        return lock;
    return std::unexpected { faultOf(*lock, lockPath) };
}

} // namespace pushbrake
