// How the three tellings are compared. The service's log is the truth; the journal and the report must never say more
// than it bears out.
#include "support/agreement.h"

#include <algorithm>

namespace pushbrake {

namespace {

const QLatin1String cancelled("cancelled");
const QLatin1String unknown("unknown");

QString about(qint64 task, const QString& sentence)
{
    return QStringLiteral("task %1: %2").arg(task).arg(sentence);
}

// A row that leaves room for the task to be gone by it.
bool allowsApplied(const Agreement::Row& row)
{
    return row.outcome == cancelled
        || (row.outcome == unknown && row.state != QLatin1String("planned") && row.attempts > 0);
}

QString wordOf(const Agreement::Row& row)
{
    return row.state == QLatin1String("settled") ? row.outcome : row.state;
}

} // namespace

void Agreement::serviceReceived(const Deletion& deletion)
{
    if (deletion.task == 0) {
        ++m_receivedUnnamed;
        return;
    }
    Told& told = m_tasks[deletion.task];
    ++told.received;
    told.applied += deletion.applied ? 1 : 0;
}

void Agreement::journalHolds(const Row& row)
{
    m_tasks[row.task].rows.append(row);
}

void Agreement::personSaw(qint64 task, const QString& outcome)
{
    m_tasks[task].seen.append(outcome);
}

void Agreement::personRead(qint64 task, const QString& now)
{
    m_tasks[task].read.append(now);
}

QStringList Agreement::disagreements() const
{
    QStringList found;
    int received = m_receivedUnnamed;
    int attempts = 0;
    int reported = 0;
    for (auto told = m_tasks.cbegin(); told != m_tasks.cend(); ++told) {
        compareService(told.key(), *told, found);
        for (const Row& row : told->rows) {
            compareRow(row, *told, found);
            attempts += row.attempts;
        }
        compareSeen(told.key(), *told, found);
        compareRead(told.key(), *told, found);
        received += told->received;
        reported += told->seen.isEmpty() ? 0 : 1;
    }
    // Of a request that was broken off the service knows no task: such ones show in the sum only.
    if (received > attempts)
        found += QStringLiteral("%1 deletions received, but the journal knows of %2 attempts")
                     .arg(received)
                     .arg(attempts);
    if (m_expectedReports > 0 && reported != m_expectedReports)
        found += QStringLiteral("%1 tasks reported instead of %2").arg(reported).arg(m_expectedReports);
    return found;
}

void Agreement::compareService(qint64 task, const Told& told, QStringList& found) const
{
    if (told.applied > 1)
        found += about(task, QStringLiteral("deleted %1 times").arg(told.applied));
    if (told.received > 0 && told.rows.isEmpty())
        found += about(task,
            told.applied > 0 ? QStringLiteral("deleted without a journal row")
                             : QStringLiteral("deletion sent without a journal row"));
    int attempts = 0;
    for (const Row& row : told.rows)
        attempts += row.attempts;
    if (!told.rows.isEmpty() && told.received > attempts)
        found += about(task,
            QStringLiteral("%1 deletions received, but its rows know of %2 attempts").arg(told.received).arg(attempts));
}

void Agreement::compareRow(const Row& row, const Told& told, QStringList& found) const
{
    if (row.outcome == cancelled && told.applied == 0)
        found += about(row.task, QStringLiteral("the journal says cancelled, but it was not deleted"));
    // A task that was tried by several runs may be gone by any of them.
    const bool explained = std::any_of(told.rows.cbegin(), told.rows.cend(), allowsApplied);
    if (told.applied > 0 && !allowsApplied(row) && !explained)
        found += about(row.task, QStringLiteral("the journal says %1, but it was deleted").arg(wordOf(row)));
    if (!m_afterCrash && row.state != QLatin1String("settled"))
        found += about(row.task, QStringLiteral("the journal still says %1 at the end").arg(row.state));
}

void Agreement::compareSeen(qint64 task, const Told& told, QStringList& found) const
{
    for (const QString& outcome : told.seen) {
        if (outcome == cancelled && told.applied == 0)
            found += about(task, QStringLiteral("the person was told cancelled, but it was not deleted"));
        const bool rowSaysSo = std::any_of(told.rows.cbegin(), told.rows.cend(),
            [&](const Row& row) { return row.state == QLatin1String("settled") && row.outcome == outcome; });
        const bool knownSince = outcome == unknown && !told.read.isEmpty();
        if (told.rows.isEmpty())
            found += about(task, QStringLiteral("the person was told %1, but there is no journal row").arg(outcome));
        else if (!rowSaysSo && !knownSince)
            found += about(task,
                QStringLiteral("the person was told %1, the journal says %2").arg(outcome, wordOf(told.rows.last())));
    }
    if (!m_afterCrash && told.seen.size() < told.rows.size())
        found += about(task, QStringLiteral("the person was told nothing of %1").arg(wordOf(told.rows.last())));
    if (told.seen.size() > std::max<qsizetype>(1, told.rows.size()))
        found += about(task, QStringLiteral("the person was told %1 times").arg(told.seen.size()));
}

void Agreement::compareRead(qint64 task, const Told& told, QStringList& found) const
{
    for (const QString& now : told.read) {
        if (now == QLatin1String("gone") && told.applied == 0)
            found += about(task, QStringLiteral("read as gone, but it was not deleted"));
        if ((now == QLatin1String("pending") || now == QLatin1String("too_late")) && told.applied > 0)
            found += about(task, QStringLiteral("read as %1, but it was deleted").arg(now));
    }
}

int Agreement::countRows(const QString& word) const
{
    int count = 0;
    for (const Told& told : m_tasks)
        count += int(
            std::count_if(told.rows.cbegin(), told.rows.cend(), [&](const Row& row) { return wordOf(row) == word; }));
    return count;
}

QString Agreement::summary() const
{
    int received = m_receivedUnnamed;
    int applied = 0;
    int unresolved = 0;
    for (const Told& told : m_tasks) {
        received += told.received;
        applied += told.applied;
        unresolved += told.read.contains(QStringLiteral("not_read")) ? 1 : 0;
    }
    QString line = QStringLiteral("deletions received %1, applied %2; journal:").arg(received).arg(applied);
    for (const char* word :
        { "cancelled", "too_late", "rejected", "unknown", "not_sent", "withdrawn", "sending", "planned" })
        line += QStringLiteral(" %1 %2").arg(QLatin1String(word)).arg(countRows(QLatin1String(word)));
    line += QStringLiteral("; could not be read afterwards %1").arg(unresolved);
    return line + QStringLiteral("; disagreements %1").arg(disagreements().size());
}

} // namespace pushbrake
