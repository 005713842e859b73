// Search box, the menu of the filters, the choice of what was brought in and the counter; under them a chip for each
// filter in force. Drives a TaskFilter. Owned by TaskPage.
#pragma once

#include "domain/appkey.h"
#include "ui/tasks/taskfilter.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace pushbrake {

class ChipRow;
class FilterMenu;
class LastReadLabel;
struct LastReading;
class ViewsMenu;

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    /// Borrows both; saved views are kept in `settings`.
    FilterBar(TaskFilter& filter, QSettings& settings, QWidget* parent = nullptr);

    void setCounter(const QString& text);
    /// When the list was read from the service last.
    void setLastReading(const LastReading& last);
    /// Offers to select so many, all that are shown; 0: there is no need to.
    void offerAll(int count);
    /// Whose saved views are offered.
    void openApp(const AppKey& app);
    void focusSearch();
    void clear(); ///< shows everything again
    /// Offers to show only those; 0: there are none to be shown.
    void setPasted(int count);
    void showOnlyPasted(); ///< and clears the other choices, which could hide some
    void renewTimes(); ///< as after a change of the zone in which times are said

Q_SIGNALS:
    void leaveRequested(); ///< Escape in the empty search, or Down in any
    void selectAllRequested();
    void orderRequested(const pushbrake::SortKeys& keys); ///< that of a saved view

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void addClearing();
    void addFilters();
    void addViews(QSettings& settings);
    void addCounter();
    void addPasted();
    void addChips(QBoxLayout& page);
    void narrow(const Narrowing& by);
    void removeChip(int chip);
    void renewChips();

    TaskFilter& m_filter;
    QBoxLayout* m_rows; ///< the counter stands beside the filters, or under them where it is narrow
    QBoxLayout* m_choices;
    QLineEdit* m_search;
    FilterMenu* m_menu;
    ViewsMenu* m_views;
    QPushButton* m_pasted;
    QPushButton* m_selectAll;
    QLabel* m_counter;
    LastReadLabel* m_lastRead;
    ChipRow* m_chips;
    int m_counterWidth = 0; ///< that it has needed so far
};

} // namespace pushbrake
