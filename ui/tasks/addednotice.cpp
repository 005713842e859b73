#include "ui/tasks/addednotice.h"

#include "ui/parts/notices.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace pushbrake {

namespace {
struct AddedWords
{
    Q_DECLARE_TR_FUNCTIONS(AddedWords)
};
} // namespace

void AddedNotice::tellAdded(TaskList::Added added, const QList<TaskId>& tasks)
{
    m_added = added;
    m_waiting = QSet<TaskId>(tasks.begin(), tasks.end());
    m_told.reset();
    tell(listedAlready(), false);
}

void AddedNotice::tellLooked(const QList<Task>& read)
{
    int known = 0;
    int gone = 0;
    for (const Task& task : read) {
        if (m_waiting.remove(task.id))
            ++(task.status == TaskStatus::Gone ? gone : known);
    }
    if (known + gone == 0)
        return;
    m_waiting.clear();
    if (const auto told = std::exchange(m_told, std::nullopt))
        m_notices.takeBack(*told);
    QStringList more = listedAlready();
    more.append(AddedWords::tr("The service knows %n of them.", nullptr, known));
    if (gone > 0)
        more.append(AddedWords::tr("%n of them is/are not at the service; check the task ID.", nullptr, gone));
    tell(more, gone > 0);
}

QStringList AddedNotice::listedAlready() const
{
    return m_added.merged > 0
        ? QStringList { AddedWords::tr("%n push(es) were listed already.", nullptr, m_added.merged) }
        : QStringList();
}

void AddedNotice::tell(const QStringList& more, bool isWarning)
{
    const NoticeKind kind = isWarning ? NoticeKind::Warning
        : m_added.added > 0           ? NoticeKind::Good
                                      : NoticeKind::Information;
    const QStringList said { AddedWords::tr("%n push(es) added to the list.", nullptr, m_added.added) };
    m_told = m_notices.tell(kind, (said + more).join(QLatin1Char(' ')));
}

} // namespace pushbrake
