// The menu of what the list can be narrowed by: of each kind one choice is checked, the present one. Asks for a stretch
// of time in a window of its own. Owned by FilterBar.
#pragma once

#include "ui/tasks/narrowing.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace pushbrake {

class OriginMenu;
class TaskFilter;
class TimeRangeDialog;

class FilterMenu : public QObject
{
    Q_OBJECT
public:
    /// Borrows the filter, which others set. `window`: that it is opened over; the owner.
    FilterMenu(const TaskFilter& filter, QWidget& window);

    QMenu& menu() const { return *m_menu; }
    /// What is chosen now.
    void show(const Narrowing& by);

Q_SIGNALS:
    void chosen(const pushbrake::Narrowing& by);

private:
    /// What choosing an action changes.
    using Change = std::function<void(Narrowing&)>;

    QMenu* addMenu(const char* name, const QString& title);
    void add(QMenu& menu, const QString& words, Change change);
    void fillStatuses();
    void fillAudiences();
    void fillTimes();
    void fillResults();
    void addOrigins();
    void askForRange();

    const TaskFilter& m_filter;
    QWidget& m_window;
    QMenu* m_menu;
    QActionGroup* m_kind = nullptr; ///< of which one is chosen, while its menu is filled
    Narrowing m_by;
    std::vector<std::pair<QAction*, Change>> m_choices;
    OriginMenu* m_origins = nullptr;
    QPointer<TimeRangeDialog> m_range;
};

} // namespace pushbrake
