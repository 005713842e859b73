// Search box, the three filters and the counter beside them; drives a TaskFilter. Owned by TaskPage.
#pragma once

#include "ui/tasks/taskfilter.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;

namespace pushbrake {

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(TaskFilter& filter, QWidget* parent = nullptr);

    void setCounter(const QString& text);
    void focusSearch();
    void clear(); ///< shows everything again

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void addClearing();
    QComboBox* addChoice(const char* name, const QString& spoken);

    TaskFilter& m_filter;
    QBoxLayout* m_rows; ///< the counter stands beside the filters, or under them where it is narrow
    QBoxLayout* m_choices;
    QLineEdit* m_search;
    QComboBox* m_status;
    QComboBox* m_audience;
    QComboBox* m_time;
    QLabel* m_counter;
};

} // namespace pushbrake
