#include "support/faultyvfs.h"

#include <QtGlobal>

#include <new>
#include <unistd.h>

namespace pushbrake {

namespace {

/// SQLite knows one disk of this kind, so there is one state.
struct Plan
{
    int operations = 0;
    int failAt = 0; ///< 0: nothing fails
    DiskFault fault = DiskFault::IoErrorOnce;
    bool hasFailed = false;
};

Plan plan;
sqlite3_vfs* realDisk = nullptr;
sqlite3_vfs faultyDisk {};

struct FaultyFile
{
    sqlite3_file base; ///< first: SQLite sees this one
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FaultyFile* faulty(sqlite3_file* file)
{
    return reinterpret_cast<FaultyFile*>(file);
}

bool isFull(DiskFault fault)
{
    return fault == DiskFault::FullOnce || fault == DiskFault::FullForGood;
}

bool isForGood(DiskFault fault)
{
    return fault == DiskFault::IoErrorForGood || fault == DiskFault::FullForGood
        || fault == DiskFault::UnreadableForGood;
}

bool isOfReading(DiskFault fault)
{
    return fault == DiskFault::UnreadableOnce || fault == DiskFault::UnreadableForGood;
}

bool strikes(bool isRead)
{
    if (isRead != isOfReading(plan.fault))
        return false;
    ++plan.operations;
    const bool isItsTurn
        = plan.failAt != 0 && (isForGood(plan.fault) ? plan.operations >= plan.failAt : plan.operations == plan.failAt);
    plan.hasFailed = plan.hasFailed || isItsTurn;
    if (isItsTurn && plan.fault == DiskFault::Killed)
        _exit(FaultyVfs::killed);
    return isItsTurn;
}

/// One operation that changes something. `ioError` is what the real disk would say of it.
template<typename Deed> int operation(int ioError, Deed&& deed)
{
    if (!strikes(false))
        return deed();
    if (plan.fault == DiskFault::IoErrorAfterTheDeed)
        deed();
    return isFull(plan.fault) ? SQLITE_FULL : ioError;
}

int closeFile(sqlite3_file* file)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int count, sqlite3_int64 from)
{
    sqlite3_file* real = faulty(file)->real();
    return strikes(true) ? SQLITE_IOERR_READ : real->pMethods->xRead(real, to, count, from);
}

int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 to)
{
    sqlite3_file* real = faulty(file)->real();
    return operation(SQLITE_IOERR_WRITE, [&] { return real->pMethods->xWrite(real, from, count, to); });
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    sqlite3_file* real = faulty(file)->real();
    return operation(SQLITE_IOERR_TRUNCATE, [&] { return real->pMethods->xTruncate(real, size); });
}

/// Nobody pulls the plug in a test: what counts is that it was asked for.
int syncFile(sqlite3_file*, int)
{
    return operation(SQLITE_IOERR_FSYNC, [] { return SQLITE_OK; });
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods->xFileSize(real, size);
}

int lockFile(sqlite3_file* file, int kind)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods->xLock(real, kind);
}

int unlockFile(sqlite3_file* file, int kind)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods->xUnlock(real, kind);
}

int checkLockOfFile(sqlite3_file* file, int* result)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods->xCheckReservedLock(real, result);
}

int controlFile(sqlite3_file* file, int what, void* argument)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods->xFileControl(real, what, argument);
}

int sectorSizeOfFile(sqlite3_file* file)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods->xSectorSize(real);
}

int traitsOfFile(sqlite3_file* file)
{
    sqlite3_file* real = faulty(file)->real();
    return real->pMethods->xDeviceCharacteristics(real);
}

sqlite3_io_methods methodsOfFile()
{
    sqlite3_io_methods methods {};
    methods.iVersion = 1; // no shared memory: the program keeps a rollback journal
    methods.xClose = closeFile;
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xFileSize = sizeOfFile;
    methods.xLock = lockFile;
    methods.xUnlock = unlockFile;
    methods.xCheckReservedLock = checkLockOfFile;
    methods.xFileControl = controlFile;
    methods.xSectorSize = sectorSizeOfFile;
    methods.xDeviceCharacteristics = traitsOfFile;
    return methods;
}

const sqlite3_io_methods fileMethods = methodsOfFile();

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* flagsOfFile)
{
    auto* opened = new (file) FaultyFile {};
    sqlite3_file* real = opened->real();
    real->pMethods = nullptr;
    const int result = strikes(false) ? SQLITE_CANTOPEN : realDisk->xOpen(realDisk, path, real, flags, flagsOfFile);
    // A file that was not opened has no methods, so that SQLite does not close it.
    if (result == SQLITE_OK)
        opened->base.pMethods = &fileMethods;
    return result;
}

int deleteFile(sqlite3_vfs*, const char* path, int)
{
    return operation(SQLITE_IOERR_DELETE, [&] { return realDisk->xDelete(realDisk, path, 0); });
}

int accessFile(sqlite3_vfs*, const char* path, int flags, int* result)
{
    return realDisk->xAccess(realDisk, path, flags, result);
}

int fullPath(sqlite3_vfs*, const char* path, int size, char* full)
{
    return realDisk->xFullPathname(realDisk, path, size, full);
}

int randomness(sqlite3_vfs*, int size, char* bytes)
{
    return realDisk->xRandomness(realDisk, size, bytes);
}

int sleepFor(sqlite3_vfs*, int microseconds)
{
    return realDisk->xSleep(realDisk, microseconds);
}

int now(sqlite3_vfs*, double* day)
{
    return realDisk->xCurrentTime(realDisk, day);
}

int nowInMs(sqlite3_vfs*, sqlite3_int64* ms)
{
    return realDisk->xCurrentTimeInt64(realDisk, ms);
}

int lastError(sqlite3_vfs*, int size, char* text)
{
    return realDisk->xGetLastError ? realDisk->xGetLastError(realDisk, size, text) : 0;
}

} // namespace

FaultyVfs::FaultyVfs()
{
    Q_ASSERT(!realDisk);
    plan = {};
    realDisk = sqlite3_vfs_find(nullptr);
    faultyDisk = {};
    faultyDisk.iVersion = 2;
    faultyDisk.szOsFile = int(sizeof(FaultyFile)) + realDisk->szOsFile;
    faultyDisk.mxPathname = realDisk->mxPathname;
    faultyDisk.zName = "faulty";
    faultyDisk.xOpen = openFile;
    faultyDisk.xDelete = deleteFile;
    faultyDisk.xAccess = accessFile;
    faultyDisk.xFullPathname = fullPath;
    faultyDisk.xRandomness = randomness;
    faultyDisk.xSleep = sleepFor;
    faultyDisk.xCurrentTime = now;
    faultyDisk.xGetLastError = lastError;
    faultyDisk.xCurrentTimeInt64 = nowInMs;
    sqlite3_vfs_register(&faultyDisk, 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&faultyDisk);
    sqlite3_vfs_register(realDisk, 1);
    realDisk = nullptr;
}

void FaultyVfs::failAt(int number, DiskFault fault)
{
    plan = { 0, number, fault, false };
}

void FaultyVfs::mend()
{
    plan = {};
}

bool FaultyVfs::hasFailed() const
{
    return plan.hasFailed;
}

} // namespace pushbrake
