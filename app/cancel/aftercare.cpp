#include "cancel/aftercare.h"

#include "api/limits.h"
#include "cancel/eventof.h"
#include "store/journal.h"

#include <algorithm>

namespace pushbrake {

Aftercare::Aftercare(ServiceClient& client, SendGate& gate, RunJournal& journal, const Clock& clock, Record record)
    : m_client(client)
    , m_journal(journal)
    , m_clock(clock)
    , m_record(record)
    , m_looks(client, gate, clock)
    , m_timetable(clock, [this](TaskId task) { look(task); })
{
    connect(&m_looks, &LookUps::looked, this, &Aftercare::onLook);
    connect(&m_looks, &LookUps::answered, this, &Aftercare::note);
    connect(&m_looks, &LookUps::listed, this,
        [this](TaskId task, const ListWord& word) { settle(task, m_waitForList.take(task), word); });
}

void Aftercare::watch(const SettledResult& result)
{
    const bool isOpen = result.outcome == Outcome::Unknown || (result.outcome == Outcome::NotSent && result.checked);
    if (!isOpen || result.attempts == 0)
        return;
    for (const Milliseconds wait : limits::watched)
        m_timetable.put(result.taskId, wait);
    const auto rows = m_journal.openRows(AppKey::of(m_client.profile()), result.taskId);
    if (rows && !rows->isEmpty() && rows->last().goesOutAt.isValid()) {
        const Milliseconds left(m_clock.utcNow().msecsTo(rows->last().goesOutAt));
        if (left + limits::watchedAfterDue > *std::rbegin(limits::watched))
            m_timetable.put(result.taskId, left + limits::watchedAfterDue);
    }
}

void Aftercare::look(TaskId task)
{
    const auto rows = m_journal.openRows(AppKey::of(m_client.profile()), task);
    if (rows && !rows->isEmpty())
        m_looks.look(task, Urgency::Unwatched, limits::readDeadline);
}

void Aftercare::onLook(TaskId task, const CallReport& report, const Task& read)
{
    const TaskStatus status = seenStatus(report, read);
    Task seen = read;
    if (status == TaskStatus::Gone)
        seen.status = status;
    if (report.ok() || status == TaskStatus::Gone)
        Q_EMIT looked(report, seen);
    settle(task, { report, seen, m_clock.utcNow() }, std::nullopt);
}

void Aftercare::noteLook(TaskId task, const CallReport& report, const Task& read)
{
    RunEvent event = eventOf(RunEvent::Kind::Look, task, report, m_clock.utcNow());
    event.status = seenStatus(report, read);
    note(event);
    settle(task, { report, read, m_clock.utcNow() }, std::nullopt);
}

void Aftercare::note(RunEvent event)
{
    const auto rows = m_journal.openRows(AppKey::of(m_client.profile()), event.taskId);
    for (qsizetype i = 0; rows && i < rows->size(); ++i) {
        event.runId = rows->at(i).runId;
        m_journal.note(event);
    }
}

void Aftercare::settle(TaskId task, const Look& look, const std::optional<ListWord>& word)
{
    const auto rows = m_journal.openRows(AppKey::of(m_client.profile()), task);
    if (!rows)
        return;
    const QDateTime now = m_clock.utcNow();
    for (const JournalRow& row : *rows) {
        const Verdict verdict = judgeLater(row, look.report, look.read, look.readAt, word, m_client.getAnswers(), now);
        if (verdict.step == Step::AskList && !m_waitForList.contains(task)) {
            m_waitForList.insert(task, look);
            m_looks.askList(task, row.goesOutAt, Urgency::Watched);
        }
        const bool isNews = verdict.outcome != row.result.outcome || verdict.checked != row.result.checked;
        if (verdict.step != Step::Settle || !isNews)
            continue;
        SettledResult result = row.result;
        result.outcome = verdict.outcome;
        result.checked = verdict.checked;
        result.settledAt = now;
        result.recorded = m_record == Record::Lasting;
        if (verdict.outcome == Outcome::Unknown) {
            result.code = look.report.code;
            result.fault = NetFault::None;
        }
        if (m_journal.settle(row.runId, result))
            Q_EMIT settledLater(result);
        else
            m_timetable.putUnlessSooner(task, *std::rbegin(limits::watched)); // it must not stay uncorrected
    }
}

} // namespace pushbrake
