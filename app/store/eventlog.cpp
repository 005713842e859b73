#include "store/eventlog.h"

#include "store/statement.h"
#include "store/storedvalues.h"

#include <algorithm>

namespace pushbrake {

namespace {
constexpr qsizetype mostNoted = 10'000; ///< while the disk takes nothing; what a push is by now stands in the journal
} // namespace

EventLog::EventLog(Database& database)
    : m_database(database)
{
}

bool EventLog::begin(qint64 runId, TaskId task, quint32 random, const QDateTime& at)
{
    RunEvent event;
    event.runId = runId;
    event.taskId = task;
    event.requestNumber = random;
    event.sentAt = at;
    return insert(event);
}

void EventLog::note(const RunEvent& event)
{
    if (m_noted.size() < mostNoted)
        m_noted.append(event);
}

bool EventLog::write()
{
    return std::all_of(m_noted.cbegin(), m_noted.cend(), [this](const RunEvent& event) { return complete(event); });
}

bool EventLog::complete(const RunEvent& event)
{
    if (event.kind != RunEvent::Kind::Deed)
        return insert(event);
    Statement answer(m_database,
        QStringLiteral("UPDATE events SET has_left = ?, answered_ms = ?, code = ?, fault = ?, http_status = ?,"
                       " service_text = ? WHERE run_id = ? AND task_id = ? AND kind = ? AND random = ?"
                       " AND answered_ms IS NULL"));
    return answer.run({ int(event.hasLeft), storedTime(event.answeredAt), event.code, storedFault(event.fault),
               event.httpStatus, storedText(event.serviceText), event.runId, event.taskId, eventWord(event.kind),
               qint64(event.requestNumber) })
        && (answer.rowsChanged() > 0 || insert(event));
}

bool EventLog::insert(const RunEvent& event)
{
    Statement row(m_database,
        QStringLiteral(
            "INSERT INTO events (run_id, task_id, number, kind, random, has_left, sent_ms, answered_ms, code,"
            " fault, http_status, service_text, status) VALUES (?, ?, 1 + ifnull((SELECT max(number)"
            " FROM events WHERE run_id = ? AND task_id = ?), 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return row.run(
        { event.runId, event.taskId, event.runId, event.taskId, eventWord(event.kind), qint64(event.requestNumber),
            int(event.hasLeft), storedTime(event.sentAt), storedTime(event.answeredAt), event.code,
            storedFault(event.fault), event.httpStatus, storedText(event.serviceText), storedStatus(event.status) });
}

} // namespace pushbrake
