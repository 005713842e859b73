// Has the list narrowed anew when another minute has begun, for the choices that go by the clock. It has a clock of its
// own: that of the table stands still while the table is hidden, as it is when nothing matches. Owned by TaskPage.
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace pushbrake {

class TaskFilter;

class FilterClock : public QObject
{
    Q_OBJECT
public:
    /// Borrows the filter. It goes by the clock while `place`, its parent, is shown, and catches up when that is shown
    /// again.
    FilterClock(TaskFilter& filter, QWidget& place);

    /// At once, if another minute has begun.
    void look();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    TaskFilter& m_filter;
    QTimer m_timer;
    qint64 m_minute = 0; ///< in which the list was narrowed last
};

} // namespace pushbrake
