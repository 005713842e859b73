// A disk that fails on demand, put between SQLite and the real one: the N-th of the operations that change something
// (or of the reads), or that and all that follow. Owned by the test, which makes it before it opens a database and ends
// it after.
#pragma once

#include <sqlite3.h>

namespace pushbrake {

/// How it fails. Once: the disk is well again afterwards. ForGood: as if it had been pulled out. AfterTheDeed: once,
/// and what is said to have failed was done all the same. Killed: the process ends in its place. Unreadable:
/// the N-th read, where the others count what changes something.
enum class DiskFault {
    IoErrorOnce,
    IoErrorForGood,
    IoErrorAfterTheDeed,
    FullOnce,
    FullForGood,
    Killed,
    UnreadableOnce,
    UnreadableForGood
};

class FaultyVfs
{
public:
    static constexpr int killed = 9; ///< what a process that ended by DiskFault::Killed exits with

    FaultyVfs();
    ~FaultyVfs();
    FaultyVfs(const FaultyVfs&) = delete;
    FaultyVfs& operator=(const FaultyVfs&) = delete;

    /// The `number`-th operation from now on fails, 1 being the next.
    void failAt(int number, DiskFault fault);
    /// Every operation succeeds again.
    void mend();
    /// Whether any operation failed since failAt().
    bool hasFailed() const;
};

} // namespace pushbrake
