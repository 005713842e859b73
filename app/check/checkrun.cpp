#include "check/checkrun.h"

#include "api/errorcatalogue.h"
#include "api/limits.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace pushbrake {

namespace {

constexpr int mostAtOnce = 5; ///< the service's limit a second: more would only wait

/// Whatever is asked next would fare the same.
bool concernsAll(const CallReport& report)
{
    if (!report.mayHaveArrived)
        return true;
    if (!report.answered())
        return false;
    const CodeMeaning meaning = codeMeaning(report.code);
    return meaning == CodeMeaning::AccountFault || meaning == CodeMeaning::SignatureExpired
        || meaning == CodeMeaning::TryOnceMore;
}

double share()
{
    return QRandomGenerator::system()->generateDouble();
}

} // namespace

CheckRun::CheckRun(ServiceReads reads, const Clock& clock, Plan plan, QObject* parent)
    : QObject(parent)
    , m_reads(reads)
    , m_clock(clock)
    , m_plan(std::move(plan))
    , m_range(m_plan.looksForOthers ? rangeOf(m_plan.expected) : std::nullopt)
    , m_pause(clock.alarm([this] {
        m_isPaused = false;
        pump();
    }))
{
    for (const Expectation& expected : m_plan.expected) {
        m_open.insert(expected.id, expected);
        m_expected.insert(expected.id);
        m_queue.append(expected.id);
    }
    // What goes out soonest is known first; what has no time comes last.
    std::stable_sort(m_queue.begin(), m_queue.end(), [this](TaskId first, TaskId second) {
        const QDateTime one = m_open.value(first).goesOutAt;
        const QDateTime other = m_open.value(second).goesOutAt;
        return one.isValid() && (!other.isValid() || one < other);
    });
}

CheckRun::~CheckRun() = default;

void CheckRun::start()
{
    Q_ASSERT(m_state == State::New);
    const std::optional<ListRange> span = rangeOf(m_plan.expected);
    m_windows = span && !m_range ? windowsOf(*span) : QList<ListRange>();
    const bool isListShorter = m_plan.expected.size() > m_windows.size();
    if (!m_range && (m_windows.isEmpty() || !isListShorter)) {
        m_windows.clear();
        readOneByOne();
        return;
    }
    m_state = State::Listing;
    m_list = m_reads.listReader();
    connect(m_list.get(), &TaskReader::pageRead, this, &CheckRun::onPage);
    connect(m_list.get(), &TaskReader::ended, this, &CheckRun::onWindowEnd);
    // What else goes out is all there only by whichever time the service goes. Of the expected ones the list may miss
    // some: each of these is looked at.
    if (m_range)
        m_list->readRange({ m_range->from, m_range->until.addSecs(1) }, Urgency::Watched);
    else
        readNextWindow();
}

void CheckRun::readNextWindow()
{
    m_list->readBetween(m_windows.first().from, m_windows.first().until, Urgency::Watched);
}

void CheckRun::onPage(const QList<Task>& rows)
{
    const QDateTime now = m_clock.utcNow();
    QList<Comparison> comparisons;
    ++m_pages;
    m_isProven = true;
    for (const Task& row : rows) {
        const auto open = m_open.constFind(row.id);
        if (open != m_open.constEnd() && tellsEnough(row, *open)) {
            comparisons.append(comparedWithRow(*open, row, now));
            m_open.erase(open);
        } else if (m_range && m_range->contains(row.goesOutAt) && !m_expected.contains(row.id)
            && !m_others.contains(row.id)) {
            m_others.insert(row.id);
            comparisons.append(notExpected(row));
        } else if (!row.goesOutAt.isValid() && !m_expected.contains(row.id) && !m_others.contains(row.id)) {
            m_isRangeCut = true; // it may go out within the range, and nobody can tell
        }
    }
    if (!comparisons.isEmpty())
        Q_EMIT compared(comparisons);
    // Where only the expected ones count, a list of many others may take longer than a look at each.
    const bool isListLonger = !m_range && m_pages >= m_open.size();
    if (m_state == State::Listing && isListLonger)
        m_list->stop();
}

void CheckRun::onWindowEnd(const CallReport& report, const ListReading& reading)
{
    if (m_state != State::Listing)
        return;
    if (reading.end == ListReading::End::Fault)
        m_ending.problem = report;
    if (reading.end == ListReading::End::Fault && concernsAll(report)) {
        end(Ending::How::Fault);
        return;
    }
    m_isProven = m_isProven || report.ok();
    m_isRangeCut = m_isRangeCut || !reading.isWhole();
    if (!m_windows.isEmpty())
        m_windows.removeFirst();
    if (reading.end != ListReading::End::LastPage)
        m_windows.clear();
    if (m_windows.isEmpty() || m_open.isEmpty())
        readOneByOne();
    else
        readNextWindow();
}

// What the list did not show may go out at another time, or be gone: only a look at the push itself tells.
void CheckRun::readOneByOne()
{
    m_state = State::Reading;
    m_ending.wereOthersRead = m_range && !m_isRangeCut;
    m_asking = std::make_unique<QObject>();
    m_queue.removeIf([this](TaskId task) { return !m_open.contains(task); });
    pump();
}

void CheckRun::pump()
{
    if (m_state != State::Reading || m_isPaused)
        return;
    // One at first: a signature that is not taken five times at once is one of those that lock the app out.
    while (!m_queue.isEmpty() && m_underWay < (m_isProven ? mostAtOnce : 1))
        ask(m_queue.takeFirst());
    if (m_open.isEmpty())
        end(Ending::How::Done);
}

void CheckRun::ask(TaskId task)
{
    ++m_underWay;
    m_reads.getTask(task, Urgency::Watched, m_asking.get(), [this, task](const CallReport& report, const Task& read) {
        --m_underWay;
        onRead(task, report, read);
    });
}

void CheckRun::onRead(TaskId task, const CallReport& report, const Task& read)
{
    const Comparison comparison = pushbrake::compared(m_open.value(task), report, read, m_clock.utcNow());
    if (comparison.verdict != CheckVerdict::NotRead) {
        m_isProven = true;
        m_lostInARow = 0;
        settle(comparison);
        pump();
    } else if (asksAgain(task, report)) {
        pump();
    } else if (concernsAll(report) || ++m_lostInARow >= limits::gatewayFaults) {
        m_ending.problem = report;
        end(Ending::How::Fault);
    } else {
        settle(comparison);
        pump();
    }
}

// Reading changes nothing, so it is tried again by itself, as often as the list is.
bool CheckRun::asksAgain(TaskId task, const CallReport& report)
{
    Tries& tries = m_tries[task];
    if (!report.mayHaveArrived)
        return false;
    const CodeMeaning meaning = report.answered() ? codeMeaning(report.code) : CodeMeaning::Unclear;
    switch (meaning) {
    case CodeMeaning::Unclear:
        if (++tries.lost >= limits::mostReadTries)
            return false;
        askLater(task, limits::readBackoff.waitAfter(tries.lost, share()));
        return true;
    case CodeMeaning::RateLimited:
        if (++tries.rate >= limits::mostRateTries)
            return false;
        m_reads.waitForRate(limits::rateBackoff.waitAfter(tries.rate, share()));
        m_queue.prepend(task);
        return true;
    case CodeMeaning::SignatureExpired:
        if (++tries.account > limits::mostAccountTries || !m_reads.renewSignature())
            return false;
        m_queue.prepend(task);
        return true;
    case CodeMeaning::TryOnceMore:
        if (++tries.account > limits::mostAccountTries)
            return false;
        m_queue.prepend(task);
        return true;
    default: return false;
    }
}

// All wait with it: what one push met the next one would meet too.
void CheckRun::askLater(TaskId task, Milliseconds wait)
{
    m_queue.prepend(task);
    m_isPaused = true;
    m_pause->set(wait);
}

void CheckRun::settle(const Comparison& comparison)
{
    m_open.remove(comparison.id());
    Q_EMIT compared({ comparison });
}

void CheckRun::stop()
{
    m_ending.problem = {};
    m_ending.problem.fault = NetFault::Stopped;
    if (isRunning())
        end(Ending::How::Stopped);
}

void CheckRun::end(Ending::How how)
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_asking.reset();
    m_pause->stop();
    if (m_list)
        m_list->stop();
    m_ending.how = how;
    QList<Comparison> unread;
    for (const Expectation& expected : m_plan.expected) {
        if (m_open.contains(expected.id))
            unread.append(notRead(expected, m_ending.problem));
    }
    m_open.clear();
    if (!unread.isEmpty())
        Q_EMIT compared(unread);
    Q_EMIT ended(m_ending);
}

} // namespace pushbrake
