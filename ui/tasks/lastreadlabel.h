// Says beside the counter when the list was read last, and grows older by itself: once in ten seconds it looks whether
// another minute is over, and only while it can be seen. Owned by FilterBar.
#pragma once

#include "domain/clock.h"
#include "ui/tasks/lastreading.h"

#include <QLabel>
#include <QTimer>

namespace pushbrake {

class LastReadLabel : public QLabel
{
    Q_OBJECT
public:
    /// Borrows the clock.
    LastReadLabel(const Clock& clock, QWidget* parent);

    void say(const LastReading& last);
    /// Times are shown in another zone now.
    void renew();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    const Clock& m_clock;
    LastReading m_last;
    QTimer m_timer;
};

} // namespace pushbrake
