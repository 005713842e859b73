// Checks that people saved under a name to repeat them: what is expected, and what the last one said. Each belongs to
// an app, and a name to one of its checks. Nothing in them is secret. Borrows the Database; used by the room of checks.
#pragma once

#include "domain/appkey.h"
#include "domain/checkcounts.h"
#include "domain/expectation.h"
#include "store/storefault.h"

#include <expected>

namespace pushbrake {

class Database;

struct SavedCheck
{
    QString name {};
    bool looksForOthers = true; ///< also for what goes out in the same time
    qint64 id = 0;
    int pushes = 0; ///< expected
    QDateTime readAt {}; ///< of the last check, UTC; invalid before the first
    CheckCounts counts {}; ///< what it said
};

class SavedChecks
{
public:
    explicit SavedChecks(Database& database);

    /// All of an app, by name.
    [[nodiscard]] std::expected<QList<SavedCheck>, DatabaseFault> of(const AppKey& app) const;
    [[nodiscard]] std::expected<QList<Expectation>, DatabaseFault> expectations(qint64 check) const;
    /// In the place of the one of that name, if there is one: whoever calls has asked. Gives its number. Name and
    /// looksForOthers of `check` count.
    [[nodiscard]] std::expected<qint64, DatabaseFault> save(
        const AppKey& app, const SavedCheck& check, const QList<Expectation>& expected);
    /// What a check said and when; one that was removed meanwhile is passed over.
    [[nodiscard]] std::expected<void, DatabaseFault> noteRead(
        qint64 check, const QDateTime& at, const CheckCounts& counts);
    /// False when nothing is changed: another check of the app has that name, or this one was removed meanwhile.
    [[nodiscard]] std::expected<bool, DatabaseFault> rename(qint64 check, const QString& name);
    [[nodiscard]] std::expected<void, DatabaseFault> remove(qint64 check);

private:
    Database& m_database;
};

} // namespace pushbrake
