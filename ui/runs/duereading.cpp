#include "ui/runs/duereading.h"

#include "api/taskreader.h"

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr auto fresh = 2min; ///< counted from the question, not from the answer
} // namespace

DueReading::DueReading(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void DueReading::setReader(TaskReader* reader)
{
    if (m_reader)
        m_reader->disconnect(this);
    m_reader = reader;
    forget();
    if (!reader)
        return;
    connect(reader, &TaskReader::pageRead, this, &DueReading::onPage);
    connect(reader, &TaskReader::ended, this, &DueReading::onEnded);
}

void DueReading::read(std::chrono::minutes ahead)
{
    if (!m_reader)
        return;
    forget();
    const QDateTime now = m_clock.utcNow();
    m_range = { now, now.addSecs(std::chrono::seconds(ahead).count()) };
    m_askedAt = m_clock.steadyNow();
    m_state = State::Reading;
    // A run that goes on takes every slot for its deeds: a page or two come before those that are needed later.
    m_reader->readRange(m_range, { Urgency::Deed, now.toMSecsSinceEpoch() });
    Q_EMIT changed();
}

void DueReading::stop()
{
    if (m_state == State::Reading)
        m_reader->stop();
}

void DueReading::forget()
{
    const bool wasReading = m_state == State::Reading;
    m_state = State::None;
    m_rows.clear();
    if (wasReading && m_reader)
        m_reader->stop();
    Q_EMIT changed();
}

bool DueReading::isFresh() const
{
    // By either clock: the steady one stands still while the computer sleeps, the other one can be set.
    const std::chrono::seconds age(askedAt().secsTo(m_clock.utcNow()));
    return m_state == State::Whole && m_clock.steadyNow() - m_askedAt <= fresh && age >= 0s && age <= fresh;
}

std::optional<double> DueReading::share() const
{
    return m_state == State::Reading ? m_reader->share() : std::nullopt;
}

// A reader may show more than it was asked for.
void DueReading::onPage(QList<Task> page)
{
    if (m_state != State::Reading)
        return;
    page.removeIf([this](const Task& task) { return task.goesOutAt.isValid() && !m_range.contains(task.goesOutAt); });
    m_rows += page;
    Q_EMIT rowsRead(page);
    Q_EMIT changed();
}

void DueReading::onEnded(const CallReport& report, const ListReading& reading)
{
    if (m_state != State::Reading)
        return;
    m_report = report;
    m_reading = reading;
    m_state = reading.isWhole() ? State::Whole : State::NotWhole;
    Q_EMIT changed();
}

} // namespace pushbrake
