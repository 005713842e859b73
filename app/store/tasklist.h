// The known tasks of each app, kept in the database; two profiles of one app share them. Borrows the Database. What the
// service says about title, audience, time and status wins over what was typed; the note is the person's own and is
// never overwritten.
#pragma once

#include "domain/appkey.h"
#include "domain/task.h"
#include "store/storefault.h"

#include <QList>

#include <expected>

namespace pushbrake {

class Database;

class TaskList
{
public:
    explicit TaskList(Database& database);

    /// All tasks of an app, by ID.
    [[nodiscard]] std::expected<QList<Task>, DatabaseFault> load(const AppKey& app);

    struct Added
    {
        int added = 0;
        int merged = 0; ///< were known already; empty fields were filled
    };
    /// Adds typed or pasted tasks; one that is known keeps what the service said of it.
    [[nodiscard]] std::expected<Added, DatabaseFault> add(const AppKey& app, const QList<Task>& tasks);
    /// Replaces typed fields (audience, title, time, note) of one task.
    [[nodiscard]] std::expected<void, DatabaseFault> edit(const AppKey& app, const Task& task);
    /// Takes over what the service said; notes and last results stay.
    [[nodiscard]] std::expected<Added, DatabaseFault> mergeFromService(const AppKey& app, const QList<Task>& tasks);
    /// Takes tasks off the list; nothing is cancelled by it.
    [[nodiscard]] std::expected<void, DatabaseFault> remove(const AppKey& app, const QList<TaskId>& ids);
    /// All or none of them. Tasks that were taken off the list meanwhile are passed over.
    [[nodiscard]] std::expected<void, DatabaseFault> setLastResults(
        const AppKey& app, const QList<SettledResult>& results);

private:
    Database& m_database;
};

} // namespace pushbrake
