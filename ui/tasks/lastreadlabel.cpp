#include "ui/tasks/lastreadlabel.h"

#include "ui/look/theme.h"

#include <QPalette>

#include <algorithm>

using namespace std::chrono_literals;

namespace pushbrake {

LastReadLabel::LastReadLabel(const Clock& clock, QWidget* parent)
    : QLabel(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("lastReading"));
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::PlaceholderText);
    setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_timer.setInterval(10s);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LastReadLabel::renew);
    renew();
}

void LastReadLabel::say(const LastReading& last)
{
    m_last = last;
    renew();
}

// As wide as it ever was: what stands beside it must not move with the minutes.
void LastReadLabel::renew()
{
    const QDateTime now = m_clock.utcNow();
    const QString words = lastReadingWords(m_last, now);
    if (words == text())
        return;
    setText(words);
    setToolTip(theme::plainTip(lastReadingTip(m_last, now)));
    setMinimumWidth(std::max(minimumWidth(), sizeHint().width()));
}

void LastReadLabel::showEvent(QShowEvent* event)
{
    QLabel::showEvent(event);
    renew();
    m_timer.start();
}

void LastReadLabel::hideEvent(QHideEvent* event)
{
    m_timer.stop();
    QLabel::hideEvent(event);
}

} // namespace pushbrake
