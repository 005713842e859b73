#include "ui/tasks/refresher.h"

#include "api/errorcatalogue.h"
#include "cancel/appsession.h"
#include "ui/tasks/taskpage.h"
#include "ui/words/zone.h"

#include <utility>

namespace pushbrake {

namespace {

constexpr Milliseconds secondClick { 600 };

RefreshRhythm::End endOf(const CallReport& report, const ListReading& reading)
{
    using End = RefreshRhythm::End;
    if (reading.end == ListReading::End::LastPage)
        return End::Read;
    if (reading.end == ListReading::End::Stopped)
        return End::Stopped;
    if (report.fault == NetFault::NoSecret)
        return End::AccountRefused;
    const CodeMeaning meaning = codeMeaning(report.code);
    const bool isAccounts = meaning == CodeMeaning::AccountFault || meaning == CodeMeaning::SignatureExpired;
    return report.answered() && isAccounts ? End::AccountRefused : End::Failed;
}

} // namespace

Refresher::Refresher(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_teller(needs.notices, needs.clock)
{
}

void Refresher::open(AppSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_teller.forget();
    m_needs.page.setIncomplete(false);
    m_soFar.reset();
    m_needs.page.setReading({});
    m_last = {};
    m_needs.page.setLastReading(m_last);
    if (!session)
        return;
    connect(session, &AppSession::tasksListed, this, &Refresher::onRows);
    connect(session, &AppSession::refreshed, this, &Refresher::onEnded);
}

void Refresher::begin(RefreshCause cause, const RefreshRange& range)
{
    if (!m_session || m_session->isRefreshing())
        return;
    m_cause = cause;
    m_range = range;
    m_beganAt = m_needs.clock.utcNow();
    m_readingSince = m_needs.clock.steadyNow();
    m_askedFor.clear();
    m_teller.begin(cause);
    const bool isDue = cause == RefreshCause::BeforeDue;
    m_span = isDue ? RefreshSpan { dueSpan(m_beganAt), m_beganAt } : spanOf(range, m_beganAt, sentences::zone());
    showReading(0);
    const Urgency urgency = isQuiet() ? Urgency::Unwatched : Urgency::Watched;
    if (m_span)
        m_session->refresh(m_span->read, urgency);
    else
        m_session->refresh(urgency);
    const ListRange due = dueSpan(m_beganAt);
    const bool showsDue = !m_span || (m_span->read.contains(due.from) && m_span->read.contains(due.until));
    Q_EMIT began(isDue ? RefreshRhythm::Reading::Due : RefreshRhythm::Reading::Range, showsDue);
}

void Refresher::beginAnew(const RefreshRange& range)
{
    if (m_session && m_session->isRefreshing())
        m_session->stopRefresh();
    begin(RefreshCause::Hand, range);
}

// A second click, meant as a double click, would stop what the first one began.
void Refresher::beginOrStop(const RefreshRange& range)
{
    if (!m_soFar)
        begin(RefreshCause::Hand, range);
    else if (m_needs.clock.steadyNow() - m_readingSince >= secondClick)
        m_session->stopRefresh();
}

bool Refresher::isQuiet() const
{
    return isByItself(m_cause);
}

// What the service shows beyond that is none of a person's choice.
void Refresher::onRows(QList<Task> tasks, int soFar)
{
    tasks.removeIf([this](const Task& task) {
        return m_span && task.goesOutAt.isValid() && !m_span->read.contains(task.goesOutAt);
    });
    for (const Task& task : std::as_const(tasks)) {
        if (!m_span || task.goesOutAt >= m_span->askedFrom)
            m_askedFor.insert(task.id);
    }
    Q_EMIT rowsRead(tasks, m_beganAt);
    showReading(soFar);
}

void Refresher::onEnded(const CallReport& report, const ListReading& reading)
{
    if (m_cause != RefreshCause::BeforeDue) { // which says nothing of the rest
        m_needs.page.setIncomplete(!reading.isWhole());
        m_last = m_last.after(reading, m_range, m_beganAt);
        m_needs.page.setLastReading(m_last);
    }
    showReading({});
    if (reading.isWhole())
        Q_EMIT readWhole(m_span ? std::optional(m_span->read) : std::nullopt, m_beganAt);
    const bool listIsEmpty = m_needs.page.model().rowCount() == 0;
    m_teller.tellEnd({ report, reading, m_session->profile().kind, m_range, m_askedFor.size(), listIsEmpty });
    Q_EMIT ended(endOf(report, reading));
}

// A list without a push is left alone by what nobody asked for: what stands in its place may have the keyboard.
void Refresher::showReading(std::optional<int> soFar)
{
    m_soFar = soFar;
    if (!soFar || !isQuiet() || m_needs.page.model().rowCount() > 0)
        m_needs.page.setReading(soFar, soFar ? m_session->refreshedShare() : std::nullopt);
}

} // namespace pushbrake
