#include "cancel/runledger.h"

#include "api/errorcatalogue.h"
#include "store/journal.h"

namespace pushbrake {

void RunCounts::add(const SettledResult& result)
{
    ++settled;
    switch (result.outcome) {
    case Outcome::Cancelled: ++cancelled; break;
    case Outcome::TooLate: ++tooLate; break;
    case Outcome::Rejected:
        ++rejected;
        notFound += saysNoSuchTask(result.code);
        break;
    case Outcome::Unknown: ++unknown; break;
    case Outcome::NotSent: ++notSent; break;
    case Outcome::Withdrawn: ++withdrawn; break;
    }
}

RunLedger::RunLedger(RunJournal& journal, AppKey app, DeedKind deed, Record record)
    : m_journal(&journal)
    , m_app(std::move(app))
    , m_deed(deed)
    , m_record(record)
{
}

std::expected<void, DatabaseFault> RunLedger::goOnInMemory(RunJournal& memory, const QList<RunEntry>& unsettled)
{
    QHash<qint64, QList<Task>> batches;
    for (const RunEntry& entry : unsettled)
        batches[entry.runId].append(entry.task);
    QHash<qint64, qint64> numbers;
    for (auto batch = batches.cbegin(); batch != batches.cend(); ++batch) {
        const auto begun = memory.begin(m_app, m_deed, batch.value());
        if (!begun)
            return std::unexpected { begun.error() };
        numbers.insert(batch.key(), *begun);
    }
    for (const RunEntry& entry : unsettled) {
        if (entry.attempts == 0)
            continue;
        const qint64 number = numbers.value(entry.runId);
        if (const auto left = memory.attempt(number, entry.task.id, entry.attempts, entry.requestNumber, entry.sentAt);
            !left)
            return left;
    }
    // The tasks came with their attempts as they are now; what was to take some of them back has no row there.
    std::erase_if(m_open, [](const Entry& open) { return open.kind == Entry::Kind::Undone; });
    // What never left is planned there like those that were taken back: each of these is named.
    for (Entry& open : m_open) {
        if (open.kind == Entry::Kind::Withdrawal)
            open.write = [this, batch = open.batch, taken = open.results] { return settleAll(batch, taken); };
    }
    m_numbers = numbers;
    m_journal = &memory;
    m_record = Record::InMemory;
    return {};
}

std::expected<qint64, DatabaseFault> RunLedger::plan(const QList<Task>& tasks, const RunAbout& about)
{
    const auto begun = m_journal->begin(m_app, m_deed, tasks, about);
    if (!begun)
        return begun;
    m_counts.total += int(tasks.size());
    m_numbers.insert(++m_lastBatch, *begun);
    return m_lastBatch;
}

std::expected<void, DatabaseFault> RunLedger::attempt(
    qint64 batch, TaskId task, int number, quint32 random, const QDateTime& at)
{
    return m_journal->attempt(m_numbers.value(batch), task, number, random, at);
}

void RunLedger::note(qint64 batch, RunEvent event)
{
    event.runId = m_numbers.value(batch);
    m_journal->note(event);
}

void RunLedger::undoAttempt(qint64 batch, TaskId task)
{
    m_open.push_back({ Entry::Kind::Undone, batch,
        [this, batch, task] { return m_journal->attemptUndone(m_numbers.value(batch), task); }, {} });
}

void RunLedger::settle(qint64 batch, const SettledResult& result)
{
    m_open.push_back({ Entry::Kind::Outcome, batch,
        [this, batch, result] { return m_journal->settle(m_numbers.value(batch), result); }, { result } });
}

void RunLedger::withdraw(qint64 batch, const QList<SettledResult>& results, const QDateTime& at)
{
    m_open.push_back({ Entry::Kind::Withdrawal, batch,
        [this, batch, at] { return m_journal->withdrawPlanned(m_numbers.value(batch), at); }, results });
}

std::expected<void, DatabaseFault> RunLedger::settleAll(qint64 batch, const QList<SettledResult>& results)
{
    for (const SettledResult& result : results) {
        if (const auto written = m_journal->settle(m_numbers.value(batch), result); !written)
            return written;
    }
    return {};
}

QList<TaskId> RunLedger::Committed::withdrawnTasks() const
{
    QList<TaskId> tasks;
    for (const SettledResult& result : withdrawn)
        tasks.append(result.taskId);
    return tasks;
}

RunLedger::Committed RunLedger::commit()
{
    Committed committed;
    while (!m_open.empty()) {
        Entry& first = m_open.front();
        if (const auto written = first.write(); !written) {
            committed.fault = written.error();
            break;
        }
        for (SettledResult& result : first.results) {
            result.recorded = m_record == Record::Lasting;
            m_results.append(result);
            m_counts.add(result);
        }
        (first.kind == Entry::Kind::Withdrawal ? committed.withdrawn : committed.settled) += first.results;
        m_open.pop_front();
    }
    return committed;
}

} // namespace pushbrake
