// The menu of the saved views of an app: opens one, saves what is shown now, gives another name, removes. Owned by
// FilterBar, which shows what is opened.
#pragma once

#include "ui/tasks/savedviews.h"

#include <QObject>

class QMenu;
class QWidget;

namespace pushbrake {

class TaskFilter;
class ViewNameDialog;

class ViewsMenu : public QObject
{
    Q_OBJECT
public:
    /// Borrows both. `window`: that its questions stand over; the owner.
    ViewsMenu(QSettings& settings, const TaskFilter& filter, QWidget& window);

    QMenu& menu() const { return *m_menu; }
    void open(const AppKey& app);

Q_SIGNALS:
    void opened(const pushbrake::SavedView& view);

private:
    void fill();
    void addViews();
    void askForName(const QString& given);
    void take(ViewNameDialog& dialog, const QString& given, const QString& name);
    void keep(const QString& given, const QString& name);
    void askToRemove(const QString& name);

    const TaskFilter& m_filter;
    QWidget& m_window;
    SavedViews m_views;
    QMenu* m_menu;
    QMenu* m_renaming;
    QMenu* m_removing;
};

} // namespace pushbrake
