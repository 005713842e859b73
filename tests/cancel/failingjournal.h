// A journal whose next commits fail on demand, as a full disk would let them. With no journal behind it everything else
// succeeds.
#pragma once

#include "store/journal.h"

#include <QStringList>

#include <functional>

namespace runstage {

using namespace pushbrake;

class FailingJournal final : public RunJournal
{
public:
    explicit FailingJournal(RunJournal* real = nullptr)
        : m_real(real)
    {
    }

    std::optional<DatabaseFault> whyNoRecord() const override
    {
        return isKnownToFail ? std::optional(DatabaseFault::Full) : std::nullopt;
    }
    [[nodiscard]] std::expected<qint64, DatabaseFault> begin(
        const AppKey& app, DeedKind deed, const QList<Task>& tasks, const RunAbout& about = {}) override
    {
        if (onBegin)
            onBegin();
        if (failBegin)
            return std::unexpected { DatabaseFault::Full };
        return m_real ? m_real->begin(app, deed, tasks, about) : ++m_lastBatch;
    }
    [[nodiscard]] std::expected<void, DatabaseFault> attempt(
        qint64 run, TaskId task, int number, quint32 random, const QDateTime& at) override
    {
        if (failAttempts)
            return std::unexpected { DatabaseFault::Full };
        std::expected<void, DatabaseFault> committed;
        if (m_real)
            committed = m_real->attempt(run, task, number, random, at);
        if (committed)
            ++attemptsCommitted;
        return committed;
    }
    [[nodiscard]] std::expected<void, DatabaseFault> attemptUndone(qint64 run, TaskId task) override
    {
        return noted(QStringLiteral("undone %1").arg(task), [&] { return m_real->attemptUndone(run, task); });
    }
    [[nodiscard]] std::expected<void, DatabaseFault> withdrawPlanned(qint64 run, const QDateTime& at) override
    {
        return noted(QStringLiteral("withdrawn %1").arg(run), [&] { return m_real->withdrawPlanned(run, at); });
    }
    [[nodiscard]] std::expected<QList<JournalRow>, DatabaseFault> openRows(
        const AppKey& app, TaskId task) const override
    {
        return m_real ? m_real->openRows(app, task) : QList<JournalRow>();
    }
    [[nodiscard]] std::expected<QList<EarlierAttempt>, DatabaseFault> earlierAttempts(
        const AppKey& app, Milliseconds within) const override
    {
        return m_real && !forgetsEarlier ? m_real->earlierAttempts(app, within) : QList<EarlierAttempt>();
    }
    [[nodiscard]] std::expected<void, DatabaseFault> settle(qint64 run, const SettledResult& result) override
    {
        return noted(QStringLiteral("settled %1").arg(result.taskId), [&] { return m_real->settle(run, result); });
    }

    void note(const RunEvent& event) override
    {
        if (m_real)
            m_real->note(event);
    }

    int attemptsCommitted = 0;
    bool isKnownToFail = false;
    std::function<void()> onBegin;
    bool failBegin = false;
    bool failAttempts = false;
    bool failOutcomes = false;
    bool forgetsEarlier = false; ///< nothing is waited out after a restart
    QStringList written; ///< what was committed after an attempt, in order

private:
    template<typename Write> std::expected<void, DatabaseFault> noted(const QString& what, Write write)
    {
        if (failOutcomes)
            return std::unexpected { DatabaseFault::Full };
        std::expected<void, DatabaseFault> committed;
        if (m_real)
            committed = write();
        if (committed)
            written.append(what);
        return committed;
    }

    RunJournal* m_real;
    qint64 m_lastBatch = 0;
};

} // namespace runstage
