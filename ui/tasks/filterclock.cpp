#include "ui/tasks/filterclock.h"

#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"

#include <QEvent>
#include <QWidget>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace pushbrake {

FilterClock::FilterClock(TaskFilter& filter, QWidget& place)
    : QObject(&place)
    , m_filter(filter)
{
    m_timer.setTimerType(Qt::CoarseTimer);
    m_timer.setInterval(3s);
    connect(&m_timer, &QTimer::timeout, this, &FilterClock::look);
    place.installEventFilter(this);
}

void FilterClock::look()
{
    const qint64 minute = m_filter.model().utcNow().toSecsSinceEpoch() / 60;
    if (minute != std::exchange(m_minute, minute))
        m_filter.clockMoved();
}

bool FilterClock::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        m_timer.start();
        look();
    } else if (event->type() == QEvent::Hide) {
        m_timer.stop();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace pushbrake
