// The known tasks of each profile, kept in the database. Borrows the Database. What the service says about title,
// audience, time and status wins over what was typed; the note is the person's own and is never overwritten.
#pragma once

#include "domain/task.h"
#include "store/storefault.h"

#include <QList>
#include <QString>

#include <expected>

namespace pushbrake {

class Database;

class TaskList
{
public:
    explicit TaskList(Database& database);

    /// All tasks of a profile, by ID.
    [[nodiscard]] std::expected<QList<Task>, DatabaseFault> load(const QString& profileId);

    struct Added
    {
        int added = 0;
        int merged = 0; ///< were known already; empty fields were filled
    };
    /// Adds typed or pasted tasks; one that is known keeps what the service said of it.
    [[nodiscard]] std::expected<Added, DatabaseFault> add(const QString& profileId, const QList<Task>& tasks);
    /// Replaces typed fields (audience, title, time, note) of one task.
    [[nodiscard]] std::expected<void, DatabaseFault> edit(const QString& profileId, const Task& task);
    /// Takes over what the service said; notes and last results stay.
    [[nodiscard]] std::expected<Added, DatabaseFault> mergeFromService(
        const QString& profileId, const QList<Task>& tasks);
    /// Takes tasks off the list; nothing is cancelled by it.
    [[nodiscard]] std::expected<void, DatabaseFault> remove(const QString& profileId, const QList<TaskId>& ids);
    /// All or none of them. Tasks that were taken off the list meanwhile are passed over.
    [[nodiscard]] std::expected<void, DatabaseFault> setLastResults(
        const QString& profileId, const QList<SettledResult>& results);

private:
    Database& m_database;
};

} // namespace pushbrake
