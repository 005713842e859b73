// Which app each profile was opened as last, so that its list can be shown while the keychain is silent; and the one
// place where rows that earlier versions kept by profile come to the app they are shown in from then on. Borrows the
// Database. Owned by Program.
#pragma once

#include "domain/appkey.h"
#include "store/storefault.h"

#include <QString>

#include <expected>

namespace pushbrake {

class Database;

class ProfileApps
{
public:
    explicit ProfileApps(Database& database);

    /// Before a profile was ever opened: the key under which rows of earlier versions wait for it.
    [[nodiscard]] AppKey appOf(const QString& profileId) const;
    /// The profile is opened as this app: remembers it, and gives the app what earlier versions kept for the profile,
    /// in one transaction. A task that both know is one afterwards: of two notes both stay, of two results the later
    /// one. Since the app of those rows was never recorded, nothing is proven by them: a task that was called pending
    /// is to be read again, and interrupted runs keep JournalRow::isAppRecorded false, so that they are offered for
    /// looking and for dropping, not for cancelling. On a fault all of it waits for the next time.
    [[nodiscard]] std::expected<void, DatabaseFault> adopt(const QString& profileId, const AppKey& app);

private:
    bool moveTasks(const AppKey& from, const AppKey& to);
    bool moveFiles(const AppKey& from, const AppKey& to);
    bool moveRuns(const AppKey& from, const AppKey& to);

    Database& m_database;
};

} // namespace pushbrake
