// Asks from when to when the pushes go out that are to be shown, in the zone that the window speaks in. Owned by the
// window it stands over.
#pragma once

#include "domain/clock.h"
#include "ui/tasks/timechoice.h"

#include <QDialog>

class QDateTimeEdit;
class QPushButton;

namespace pushbrake {

class FormField;

class TimeRangeDialog : public QDialog
{
    Q_OBJECT
public:
    /// Begins with the hours from now to the end of the day.
    TimeRangeDialog(const Clock& clock, QWidget* parent);

    void setSpan(const TimeSpan& span);

Q_SIGNALS:
    /// To the end of the last minute entered. Of a time that comes twice the stretch has both.
    void chosen(const pushbrake::TimeSpan& span);

private:
    QDateTimeEdit* makeEdit(const char* name);
    void buildLayout();
    TimeSpan span() const;
    void validate();

    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    FormField* m_toField = nullptr;
    QPushButton* m_show;
    QPushButton* m_close;
};

} // namespace pushbrake
