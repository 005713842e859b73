// Says what came of adding pushes: how many are new on the list, and, once the service has answered, how many of them
// it knows and which it does not, or which were cancelled here before. One notice, and the same numbers as in the
// dialog and the list. Owned by TaskDesk.
#pragma once

#include "domain/task.h"
#include "store/tasklist.h"

#include <QSet>

#include <optional>

namespace pushbrake {

class Notices;

class AddedNotice
{
public:
    /// Borrows it.
    explicit AddedNotice(Notices& notices)
        : m_notices(notices)
    {
    }

    void tellAdded(TaskList::Added added, const QList<TaskId>& tasks);
    /// The service was asked, and this is what is known of the pushes that a person waits for.
    void tellLooked(const QList<Task>& read);
    void forget() { m_waiting.clear(); } ///< another app is opened, or the service did not answer

private:
    void tell(const QStringList& more, bool isWarning);
    static QStringList found(int known, const QList<TaskId>& missing, const QList<TaskId>& cancelled);
    QStringList listedAlready() const;

    Notices& m_notices;
    TaskList::Added m_added;
    QSet<TaskId> m_waiting;
    std::optional<int> m_told;
};

} // namespace pushbrake
