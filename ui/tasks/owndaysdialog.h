// Asks for the days that a refresh reads. Days are those of the window's zone, which it names. Made by RangeMenu, owned
// by the window it stands over.
#pragma once

#include <QDate>
#include <QDialog>

class QDateEdit;
class QLabel;

namespace pushbrake {

class OwnDaysDialog : public QDialog
{
    Q_OBJECT
public:
    OwnDaysDialog(QDate first, QDate last, const QString& zone, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Once at most, and in this order.
    void daysChosen(QDate first, QDate last);

private:
    QDateEdit* addDay(const char* name, QDate day);
    void tellHowMany();

    QDateEdit* m_first;
    QDateEdit* m_last;
    QLabel* m_meaning;
};

} // namespace pushbrake
