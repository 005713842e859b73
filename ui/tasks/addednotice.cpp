#include "ui/tasks/addednotice.h"

#include "ui/look/theme.h"
#include "ui/parts/notices.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace pushbrake {

namespace {
struct AddedWords
{
    Q_DECLARE_TR_FUNCTIONS(AddedWords)
};

constexpr int mostNamed = 3;

/// The first of them, and how many there are besides.
struct Named
{
    explicit Named(const QList<TaskId>& tasks)
        : more(int(std::max<qsizetype>(0, tasks.size() - mostNamed)))
    {
        for (const TaskId task : tasks.mid(0, mostNamed))
            ids.append(theme::leftToRight(QString::number(task)));
    }
    QString alone() const { return QLocale().createSeparatedList(ids); } ///< when there are no more
    QString first() const { return ids.join(AddedWords::tr(", ", "between task IDs, before \"and 5 more\"")); }

    QStringList ids;
    int more;
};

QString notThere(const QList<TaskId>& tasks)
{
    const Named named(tasks);
    return named.more > 0
        ? AddedWords::tr("%1 and %n more are not at the service; check the task IDs.", nullptr, named.more)
              .arg(named.first())
        : AddedWords::tr("%1 is/are not at the service; check the task ID(s).", nullptr, int(tasks.size()))
              .arg(named.alone());
}

QString noneThere(const QList<TaskId>& tasks)
{
    const Named named(tasks);
    return named.more > 0
        ? AddedWords::tr("The service has none of them. Check %1 and %n more.", nullptr, named.more).arg(named.first())
        : AddedWords::tr("The service has none of them. Check %1.").arg(named.alone());
}

QString cancelledBefore(const QList<TaskId>& tasks)
{
    const Named named(tasks);
    return named.more > 0
        ? AddedWords::tr("%1 and %n more were cancelled before.", nullptr, named.more).arg(named.first())
        : AddedWords::tr("%1 was/were cancelled before.", nullptr, int(tasks.size())).arg(named.alone());
}
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
    QList<TaskId> missing;
    QList<TaskId> cancelled;
    for (const Task& task : read) {
        if (!m_waiting.remove(task.id))
            continue;
        if (task.status != TaskStatus::Gone)
            ++known;
        else
            (task.lastOutcome == Outcome::Cancelled ? cancelled : missing).append(task.id);
    }
    if (known == 0 && missing.isEmpty() && cancelled.isEmpty())
        return;
    m_waiting.clear();
    if (const auto told = std::exchange(m_told, std::nullopt))
        m_notices.takeBack(*told);
    tell(listedAlready() + found(known, missing, cancelled), !missing.isEmpty());
}

QStringList AddedNotice::found(int known, const QList<TaskId>& missing, const QList<TaskId>& cancelled)
{
    QStringList said;
    if (known > 0)
        said.append(AddedWords::tr("The service knows %n of them.", nullptr, known));
    if (known == 0 && cancelled.isEmpty() && missing.size() > 1)
        said.append(noneThere(missing));
    else if (!missing.isEmpty())
        said.append(notThere(missing));
    if (!cancelled.isEmpty())
        said.append(cancelledBefore(cancelled));
    return said;
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
