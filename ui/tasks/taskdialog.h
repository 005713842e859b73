// One known task by hand: ID, who gets it, when it goes out in a chosen time zone. Says what is wrong under each field.
// Made and opened by TaskDesk, which changes the list; owned by the window it stands over. Nothing here is sent.
#pragma once

#include "domain/clock.h"
#include "domain/task.h"
#include "domain/walltime.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pushbrake {

class FormField;
class PhoneNotice;

class TaskDialog : public QDialog
{
    Q_OBJECT
public:
    /// Borrows the clock.
    explicit TaskDialog(const Clock& clock, QWidget* parent = nullptr);

    /// Edit this one; its ID stays. `cameFrom`: in words; empty when it is not known.
    void setTask(const Task& task, const QString& cameFrom = {});
    /// What the push comes from, in words, for the picture of it.
    void setApp(const QString& app);
    /// What was entered; other fields are those of setTask().
    Task task() const;

Q_SIGNALS:
    /// What was entered is to be kept. Answered by noteSaved().
    void saveRequested(const pushbrake::Task& task);

public Q_SLOTS:
    void reject() override;
    /// Closes when it was kept; a `problem` stands beside what was entered, and all of that stays.
    void noteSaved(const QString& problem);

private:
    void buildWidgets();
    void buildZones();
    void buildLayout();
    void wire();
    void onEdited();
    void validate();
    WallTime wallTime() const; ///< what the field shows, in the zone beside it
    QDateTime goesOutAt() const; ///< UTC; invalid when not known
    bool isTimeAsGiven() const;
    bool timeExists() const;
    QString timeHint() const;
    QString timeFault() const;
    void showPhone();

    const Clock& m_clock;
    Task m_given;
    bool m_dirty = false;
    QLineEdit* m_id;
    QLabel* m_givenId; ///< in its place while it cannot be changed
    QLabel* m_cameFrom;
    QComboBox* m_audience;
    QLineEdit* m_title;
    QCheckBox* m_timeKnown;
    QDateTimeEdit* m_time;
    QComboBox* m_zone;
    QLineEdit* m_note;
    QLabel* m_problem;
    FormField* m_idField;
    FormField* m_givenIdField;
    FormField* m_cameFromField;
    FormField* m_timeField;
    PhoneNotice* m_phone; ///< how it would look, as far as it is known
    QString m_app;
    QPushButton* m_close;
    QPushButton* m_save;
};

} // namespace pushbrake
