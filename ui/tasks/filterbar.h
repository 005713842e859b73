// Search box, the three filters, the choice of what was pasted and the counter beside them; drives a TaskFilter. Owned
// by TaskPage.
#pragma once

#include "ui/tasks/taskfilter.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pushbrake {

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(TaskFilter& filter, QWidget* parent = nullptr);

    void setCounter(const QString& text);
    void focusSearch();
    void clear(); ///< shows everything again
    /// Offers to show only those; 0: there are none to be shown.
    void setPasted(int count);
    void showOnlyPasted(); ///< and clears the other choices, which could hide some

Q_SIGNALS:
    void leaveRequested(); ///< Escape in the empty search, or Down in any

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void addClearing();
    void addPasted();
    void addStatuses();
    QComboBox* addChoice(const char* name, const QString& spoken);

    TaskFilter& m_filter;
    QBoxLayout* m_rows; ///< the counter stands beside the filters, or under them where it is narrow
    QBoxLayout* m_choices;
    QLineEdit* m_search;
    QComboBox* m_status;
    QComboBox* m_audience;
    QComboBox* m_time;
    QPushButton* m_pasted;
    QLabel* m_counter;
    int m_counterWidth = 0; ///< that it has needed so far
};

} // namespace pushbrake
