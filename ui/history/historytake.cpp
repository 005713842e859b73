#include "ui/history/historytake.h"

#include <utility>

namespace pushbrake {

namespace {
constexpr int atOnce = 500;
constexpr int runsAtOnce = 50;
} // namespace

HistoryTake::HistoryTake(const History& history, HistoryFilter filter, Of of, QObject* parent)
    : QObject(parent)
    , m_history(history)
    , m_filter(std::move(filter))
    , m_of(of)
    , m_part(m_filter)
    , m_areRunsAll(of == Of::Pushes)
    , m_isPart(of == Of::Pushes)
{
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &HistoryTake::step);
}

void HistoryTake::start()
{
    m_step.start(0);
}

bool HistoryTake::readRuns()
{
    const auto page = m_history.runs(m_filter, m_runMark, runsAtOnce);
    if (!page)
        return false;
    m_runs += page->rows;
    m_runMark = page->next;
    m_areRunsAll = page->isEnd;
    return true;
}

bool HistoryTake::readPushes()
{
    const auto page = m_history.pushes(m_part, m_mark, atOnce);
    if (!page)
        return false;
    m_mark = page->next;
    m_isPart = !page->isEnd;
    if (!page->rows.isEmpty())
        Q_EMIT read(page->rows);
    return true;
}

void HistoryTake::step()
{
    if (!m_isPart && !m_runs.isEmpty()) {
        m_part = {};
        m_part.run = m_runs.takeFirst().id;
        m_mark = {};
        m_isPart = true;
    }
    if (!m_isPart && m_areRunsAll) {
        Q_EMIT done();
        return;
    }
    m_step.start(0); // before what is read is told: whoever hears it may stop this
    if (m_isPart ? readPushes() : readRuns())
        return;
    m_step.stop();
    Q_EMIT failed();
}

} // namespace pushbrake
