// The known tasks of each app, kept in the database; two profiles of one app share them. Borrows the Database. What the
// service says about title, audience, time and status wins over what was typed; the note is the person's own and is
// never overwritten. Where a push was first known from stays: neither a reading nor an import of a known one changes
// it.
#pragma once

#include "domain/appkey.h"
#include "domain/task.h"
#include "domain/taskbrief.h"
#include "domain/taskwords.h"
#include "store/fileorigins.h"
#include "store/storefault.h"

#include <QByteArrayView>
#include <QList>

#include <expected>
#include <functional>

namespace pushbrake {

class Database;

class TaskList
{
public:
    explicit TaskList(Database& database);

    const FileOrigins& files() const { return m_files; }
    /// Of the file that it is kept in; empty when it is kept in this process's memory.
    QString path() const;

    /// All tasks of an app, by ID.
    [[nodiscard]] std::expected<QList<Task>, DatabaseFault> load(const AppKey& app) { return load(app, -1); }
    /// The first of them, by ID; below 0: all.
    [[nodiscard]] std::expected<QList<Task>, DatabaseFault> load(const AppKey& app, int atMost);
    /// Those with these IDs that are listed, in the order asked for.
    [[nodiscard]] std::expected<QList<Task>, DatabaseFault> read(const AppKey& app, const QList<TaskId>& ids);
    /// By ID, those that follow `after`: a long list is read in parts, so that no writer waits long for a reader.
    [[nodiscard]] std::expected<QList<TaskBrief>, DatabaseFault> briefs(const AppKey& app, TaskId after, int atMost);
    /// The first of the list as it is sorted at the start: by time.
    [[nodiscard]] std::expected<QList<TaskBrief>, DatabaseFault> soonest(const AppKey& app, int atMost);
    /// In a part of the list, by ID, behind `after`.
    struct Found
    {
        QList<TaskId> ids; ///< those looked for
        TaskId last = 0; ///< that was looked at
        int looked = 0; ///< fewer than were allowed: the list is at its end
    };
    [[nodiscard]] std::expected<Found, DatabaseFault> find(
        const AppKey& app, const TaskWords& words, TaskId after, int atMost);
    enum class Words { Titles, Notes };
    /// Gives `take` one of the two of each, as UTF-8 that is gone afterwards, in the same order.
    [[nodiscard]] std::expected<Found, DatabaseFault> words(
        const AppKey& app, Words which, TaskId after, int atMost, const std::function<void(QByteArrayView)>& take);

    struct Added
    {
        int added = 0;
        int merged = 0; ///< were known already; empty fields were filled
    };
    /// Adds what a person brings; one that is known keeps what the service said of it. Those of a `file` come from
    /// there, whatever they say themselves.
    [[nodiscard]] std::expected<Added, DatabaseFault> add(
        const AppKey& app, const QList<Task>& tasks, const std::optional<QString>& file = {});
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
    std::expected<QList<TaskBrief>, DatabaseFault> briefsOf(class RawRows& rows);

    Database& m_database;
    FileOrigins m_files;
};

} // namespace pushbrake
