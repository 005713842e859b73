// Search box, the three filters and the counter beside them; drives a TaskFilter. Owned by MainWindow.
#pragma once

#include "ui/taskfilter.h"

#include <QWidget>

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

private:
    QComboBox* addChoice(const char* name, const QString& spoken);

    TaskFilter& m_filter;
    QLineEdit* m_search;
    QComboBox* m_status;
    QComboBox* m_audience;
    QComboBox* m_time;
    QLabel* m_counter;
};

} // namespace pushbrake
