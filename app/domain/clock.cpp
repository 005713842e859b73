#include "domain/clock.h"

#include <QTimer>

#include <algorithm>

namespace pushbrake {

namespace {

class TimerAlarm final : public Alarm
{
public:
    explicit TimerAlarm(std::function<void()> ring)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(std::move(ring));
    }
    void set(Milliseconds wait) override { m_timer.start(std::max(Milliseconds(0), wait)); }
    void stop() override { m_timer.stop(); }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<Alarm> Clock::alarm(std::function<void()> ring) const
{
    return std::make_unique<TimerAlarm>(std::move(ring));
}

} // namespace pushbrake
