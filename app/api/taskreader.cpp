#include "api/taskreader.h"

#include "api/errorcatalogue.h"
#include "api/limits.h"

#include <QRandomGenerator>
#include <QTimer>

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

void TaskReader::readAll()
{
    const QDateTime now = m_clock.utcNow();
    QList<ListQuery> windows;
    for (int i = 0; i < windowsAhead; ++i)
        windows.append({ now.addDays(i * daysAWindow), now.addDays((i + 1) * daysAWindow) });
    windows.insert(1, { now.addDays(-daysAWindow), now });
    begin(std::move(windows));
}

void TaskReader::readBetween(const QDateTime& from, const QDateTime& until, Turn turn)
{
    m_turn = turn;
    begin({ { from, until } });
}

void TaskReader::readOne()
{
    const QDateTime now = m_clock.utcNow();
    begin({ { now, now.addDays(1), 0, 1 } });
}

void TaskReader::begin(QList<ListQuery> windows)
{
    Q_ASSERT(!m_reading);
    m_reading = true;
    m_failures = 0;
    m_seen.clear();
    m_windows = std::move(windows);
    ask();
}

void TaskReader::ask()
{
    m_gate.acquire(Command::List, m_turn, this, [this](SendGate::Slot slot) {
        m_windows.first().spelling = m_spelling;
        m_client.listTasks(m_windows.first(), this,
            [this, slot = std::move(slot)](const CallReport& report, const ListReply& page) mutable {
                endSlot(slot, report);
                onPage(report, page);
            });
    });
}

void TaskReader::onPage(const CallReport& report, const ListReply& page)
{
    if (!report.ok()) {
        if (!triesAgain(report))
            end(report);
        return;
    }
    m_failures = 0;
    m_spellingKnown = true;
    for (const Task& task : page.tasks)
        m_seen.insert(task.id);
    if (!page.tasks.isEmpty())
        Q_EMIT pageRead(page.tasks);

    ListQuery& window = m_windows.first();
    const qint64 rows = page.tasks.size() + page.skipped;
    window.offset += int(rows);
    const bool more = rows > 0 && window.offset < page.total && window.want > 1;
    if (!more)
        m_windows.removeFirst();
    if (m_windows.isEmpty())
        end(report);
    else
        ask();
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
    QTimer::singleShot(wait, this, &TaskReader::ask);
}

void TaskReader::end(const CallReport& report)
{
    m_reading = false;
    m_windows.clear();
    Q_EMIT ended(report, int(m_seen.size()));
}

} // namespace pushbrake
