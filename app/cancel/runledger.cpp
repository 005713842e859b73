#include "cancel/runledger.h"

#include "store/journal.h"

namespace pushbrake {

RunLedger::RunLedger(RunJournal& journal, AppKey app, DeedKind deed)
    : m_journal(journal)
    , m_app(std::move(app))
    , m_deed(deed)
{
}

std::expected<qint64, DatabaseFault> RunLedger::plan(const QList<Task>& tasks)
{
    auto batch = m_journal.begin(m_app, m_deed, tasks);
    if (batch)
        m_counts.total += int(tasks.size());
    return batch;
}

std::expected<void, DatabaseFault> RunLedger::attempt(
    qint64 batch, TaskId task, int number, quint32 random, const QDateTime& at)
{
    return m_journal.attempt(batch, task, number, random, at);
}

void RunLedger::undoAttempt(qint64 batch, TaskId task)
{
    m_open.push_back({ [this, batch, task] { return m_journal.attemptUndone(batch, task); }, {} });
}

void RunLedger::settle(qint64 batch, const SettledResult& result)
{
    m_open.push_back({ [this, batch, result] { return m_journal.settle(batch, result); }, { result } });
}

void RunLedger::withdraw(qint64 batch, const QList<SettledResult>& results, const QDateTime& at)
{
    m_open.push_back({ [this, batch, at] { return m_journal.withdrawPlanned(batch, at); }, results, true });
}

RunLedger::Committed RunLedger::commit()
{
    Committed committed;
    while (!m_open.empty()) {
        const Entry& first = m_open.front();
        if (const auto written = first.write(); !written) {
            committed.fault = written.error();
            break;
        }
        (first.isWithdrawal ? committed.withdrawn : committed.settled) += first.results;
        for (const SettledResult& result : first.results)
            count(result);
        m_open.pop_front();
    }
    return committed;
}

void RunLedger::count(const SettledResult& result)
{
    m_results.append(result);
    ++m_counts.settled;
    switch (result.outcome) {
    case Outcome::Cancelled: ++m_counts.cancelled; break;
    case Outcome::TooLate: ++m_counts.tooLate; break;
    case Outcome::Rejected: ++m_counts.rejected; break;
    case Outcome::Unknown: ++m_counts.unknown; break;
    case Outcome::NotSent: ++m_counts.notSent; break;
    case Outcome::Withdrawn: ++m_counts.withdrawn; break;
    }
}

} // namespace pushbrake
