// The pushes of the list that are looked at one by one: those that a person asked for, and those that the list sees to
// by itself. Gathers what the service says until all that were asked for are answered. Owned by TaskDesk.
#pragma once

#include "api/serviceclient.h"
#include "domain/task.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

namespace pushbrake {

class AppSession;
class TaskModel;

class Looks : public QObject
{
    Q_OBJECT
public:
    /// Borrows the model.
    Looks(const TaskModel& model, QObject* parent);

    /// The app that is asked from now on; null for none. What was asked of another is forgotten.
    void open(AppSession* session);
    void askFor(const QList<TaskId>& tasks); ///< a person waits for these
    void askQuietly(const QList<TaskId>& tasks); ///< nobody does

    /// When the first of those was asked for that done() tells of next.
    QDateTime askedSince() const { return m_askedSince; }

Q_SIGNALS:
    /// All are answered. `byHand`: those of `read` that a person asked for; `problem`: of the last of these that was
    /// not read, if any.
    void done(const QList<pushbrake::Task>& read, const QList<pushbrake::Task>& byHand,
        const std::optional<pushbrake::CallReport>& problem);

private:
    void onRead(const CallReport& report, const Task& task);
    void onAllRead();

    const TaskModel& m_model;
    AppSession* m_session = nullptr;
    void ask(const QList<TaskId>& tasks);

    QDateTime m_askedSince; ///< UTC; invalid while nothing is asked
    QSet<TaskId> m_byHand; ///< not answered yet
    QList<Task> m_read;
    QList<Task> m_readByHand;
    std::optional<CallReport> m_problem;
};

} // namespace pushbrake
