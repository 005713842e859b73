#include "api/taskreader.h"

#include "api/errorcatalogue.h"
#include "api/limits.h"

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace pushbrake {

namespace {
constexpr int daysAWindow = 30; // the service limits the span and does not say to what (document 78843)
constexpr int windowsAhead = 12;
constexpr int parametersRefused = 90104;
} // namespace

TaskReader::TaskReader(ServiceClient& client, SendGate& gate, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_gate(gate)
    , m_clock(clock)
{
}

void TaskReader::readAll(Turn turn)
{
    const QDateTime now = m_clock.utcNow();
    QList<ListQuery> windows;
    for (int i = 0; i < windowsAhead; ++i)
        windows.append({ now.addDays(i * daysAWindow), now.addDays((i + 1) * daysAWindow) });
    windows.insert(1, { now.addDays(-daysAWindow), now });
    m_turn = turn;
    begin(Extent::All, std::move(windows));
    ask();
}

void TaskReader::readBetween(const QDateTime& from, const QDateTime& until, Turn turn)
{
    m_turn = turn;
    begin(Extent::All, { { from, until } });
    ask();
}

void TaskReader::readRange(const ListRange& range, Turn turn)
{
    m_turn = turn;
    const QDateTime now = m_clock.utcNow();
    begin(Extent::All, RangeWindows(range, now).windows());
    m_range.emplace(range, now);
    m_rangeSeconds = range.from.secsTo(range.until);
    ask();
}

std::optional<double> TaskReader::share() const
{
    if (m_rangeSeconds == 0 || m_windows.isEmpty())
        return std::nullopt;
    const qint64 said = m_window->said();
    const double read = said == 0 ? 0 : double(std::min(m_window->offset(), said)) / double(said);
    const ListQuery& window = m_windows.first();
    return (double(m_secondsRead) + read * double(window.from.secsTo(window.until))) / double(m_rangeSeconds);
}

void TaskReader::readOne()
{
    const QDateTime now = m_clock.utcNow();
    begin(Extent::OneRow, { { now, now.addDays(1), 0, 1 } });
    ask();
}

void TaskReader::stop()
{
    CallReport report;
    report.fault = NetFault::Stopped;
    if (m_reading)
        end(report, ListReading::End::Stopped);
}

void TaskReader::begin(Extent extent, QList<ListQuery> windows)
{
    Q_ASSERT(!m_reading);
    m_reading = true;
    m_extent = extent;
    m_failures = 0;
    m_pages = 0;
    m_seen.clear();
    m_read = {};
    m_range.reset();
    m_rangeSeconds = 0;
    m_secondsRead = 0;
    m_windows = std::move(windows);
    m_window.emplace(m_windows.first().want);
}

void TaskReader::ask()
{
    m_gate.acquire(Command::List, m_turn, this, [this, number = m_readingNumber](SendGate::Slot slot) {
        if (number != m_readingNumber) {
            slot.unsent();
            return;
        }
        m_windows.first().spelling = m_spelling;
        m_windows.first().offset = m_window->offset();
        m_client.listTasks(m_windows.first(), this,
            [this, number, slot = std::move(slot)](const CallReport& report, const ListReply& page) mutable {
                endSlot(slot, report);
                if (number == m_readingNumber)
                    onPage(report, page);
            });
    });
}

void TaskReader::onPage(const CallReport& report, const ListReply& page)
{
    if (!report.ok()) {
        if (!triesAgain(report))
            end(report, ListReading::End::Fault);
        return;
    }
    m_failures = 0;
    m_spellingKnown = true;
    if (m_range)
        m_range->saw(m_windows.first(), page.tasks);
    if (isGlance())
        goOn();
    else if (!takePage(page))
        return;
    if (m_windows.isEmpty() || m_extent == Extent::OneRow)
        end(report, ListReading::End::LastPage);
    else if (++m_pages >= limits::mostListPages)
        end(report, ListReading::End::Endless);
    else
        ask();
}

/// False when whoever was told of it has stopped the reading.
bool TaskReader::takePage(const ListReply& page)
{
    for (const Task& task : page.tasks)
        m_seen.insert(task.id);
    m_window->take(page);
    const quint64 number = m_readingNumber;
    if (!page.tasks.isEmpty())
        Q_EMIT pageRead(page.tasks, int(m_seen.size()));
    if (number != m_readingNumber)
        return false;
    if (m_window->isDone())
        closeWindow();
    return true;
}

void TaskReader::closeWindow()
{
    m_read.unusableRows += m_window->unusableRows();
    m_read.said += std::min(m_window->said(), std::numeric_limits<qint64>::max() - m_read.said);
    m_read.missing += std::min(m_window->missing(), std::numeric_limits<qint64>::max() - m_read.missing);
    m_read.moved = m_read.moved || m_window->hasMoved();
    m_secondsRead += m_windows.first().from.secsTo(m_windows.first().until);
    goOn();
}

/// A row of the window is all that was wanted of it.
bool TaskReader::isGlance() const
{
    return m_windows.first().order == ListQuery::Order::LatestFirst;
}

// Beyond the range itself nobody can say how far it is.
void TaskReader::goOn()
{
    m_windows.removeFirst();
    if (m_windows.isEmpty() && m_range) {
        m_windows = m_range->more();
        m_rangeSeconds = 0;
    }
    if (!m_windows.isEmpty())
        m_window.emplace(m_windows.first().want);
}

bool TaskReader::triesAgain(const CallReport& report)
{
    ++m_failures;
    const double share = QRandomGenerator::system()->generateDouble();
    if (!report.mayHaveArrived)
        return false;
    if (!report.answered() || codeMeaning(report.code) == CodeMeaning::Unclear) {
        if (m_failures >= limits::mostReadTries)
            return false;
        askAfter(limits::readBackoff.waitAfter(m_failures, share));
        return true;
    }
    switch (codeMeaning(report.code)) {
    case CodeMeaning::RateLimited:
        if (m_failures >= limits::mostRateTries)
            return false;
        m_gate.rateRefused(Command::List, limits::rateBackoff.waitAfter(m_failures, share));
        ask();
        return true;
    case CodeMeaning::SignatureExpired:
        if (m_failures > limits::mostAccountTries || !m_client.renewSignature())
            return false;
        ask();
        return true;
    default: break;
    }
    // The vendor's copies disagree in how OrderBy is spelled; a refusal of the parameters is worth the other spelling.
    if (report.code != parametersRefused || m_spellingKnown)
        return false;
    m_spellingKnown = true;
    m_spelling = ListQuery::Spelling::CamelCase;
    ask();
    return true;
}

void TaskReader::askAfter(Milliseconds wait)
{
    QTimer::singleShot(wait, this, [this, number = m_readingNumber] {
        if (number == m_readingNumber)
            ask();
    });
}

void TaskReader::end(const CallReport& report, ListReading::End how)
{
    ++m_readingNumber;
    m_reading = false;
    if (!m_windows.isEmpty()) // of a window that was left open only what was seen is known
        m_read.unusableRows += m_window->unusableRows();
    m_windows.clear();
    m_window.reset();
    m_read.end = how;
    m_read.tasks = m_seen.size();
    const ListReading read = m_read; // this may go with whoever is told
    Q_EMIT ended(report, read);
}

} // namespace pushbrake
