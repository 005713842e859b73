#include "store/journalrow.h"

#include "store/statement.h"
#include "store/storedvalues.h"

namespace pushbrake {

namespace {

JournalState stateFrom(const QString& word)
{
    if (word == QLatin1String("planned"))
        return JournalState::Planned;
    return word == QLatin1String("sending") ? JournalState::Sending : JournalState::Settled;
}

SettledResult resultOfRow(const Statement& row)
{
    SettledResult result;
    result.taskId = row.number(2);
    result.outcome = outcomeFromWord(row.text(7));
    result.checked = row.number(8) != 0;
    result.code = intFrom(row.value(9));
    result.fault = faultFrom(row.value(10));
    result.httpStatus = intFrom(row.value(11));
    result.serviceText = row.text(12);
    result.requestNumber = quint32(row.number(13));
    result.attempts = intFrom(row.value(14));
    result.sentAt = timeFrom(row.value(15));
    result.settledAt = timeFrom(row.value(16));
    return result;
}

} // namespace

Task JournalRow::task() const
{
    Task planned;
    planned.id = taskId;
    planned.audience = audience;
    planned.title = title;
    planned.goesOutAt = goesOutAt;
    return planned;
}

QString journalColumns()
{
    return QStringLiteral("j.run_id, r.app, j.task_id, j.audience, j.title, j.goes_out_ms, j.state, j.outcome,"
                          " j.checked, j.code, j.fault, j.http_status, j.service_text, j.random, j.attempts, j.sent_ms,"
                          " j.settled_ms, j.seen_pending, j.deed, r.app_recorded");
}

std::optional<JournalRow> journalRowOf(const Statement& row)
{
    const auto deed = deedFromWord(row.text(18));
    if (!deed)
        return std::nullopt;
    JournalRow entry;
    entry.deed = *deed;
    entry.runId = row.number(0);
    entry.app = { row.text(1) };
    entry.isAppRecorded = row.number(19) != 0;
    entry.taskId = row.number(2);
    entry.audience = audienceFrom(row.value(3)).value_or(Audience::All);
    entry.title = row.text(4);
    entry.goesOutAt = timeFrom(row.value(5));
    entry.state = stateFrom(row.text(6));
    entry.seenPending = row.number(17) != 0;
    entry.result = resultOfRow(row);
    return entry;
}

} // namespace pushbrake
