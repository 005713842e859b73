// Takes what is older than a person wants to keep out of the history, some runs at a time. Runs of which something is
// still not known stay, and the later ones that answered for it, whatever their age. Borrows the Database; used by the
// room of history.
#pragma once

#include "store/storefault.h"

#include <QDateTime>

#include <expected>

namespace pushbrake {

class Database;

class Retention
{
public:
    explicit Retention(Database& database);

    struct Amount
    {
        int runs = 0;
        int pushes = 0;
    };
    /// What ended before that.
    [[nodiscard]] std::expected<Amount, DatabaseFault> olderThan(const QDateTime& time) const;
    /// Removes a part of it for good, in one transaction that is over in some tenths of a second; gives how much. No
    /// runs: nothing is left to remove.
    [[nodiscard]] std::expected<Amount, DatabaseFault> removeSome(const QDateTime& time);

private:
    Database& m_database;
};

} // namespace pushbrake
