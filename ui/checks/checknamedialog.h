// Asks for the name of a check. Owned by the window it stands over; deletes itself when closed.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace pushbrake {

class CheckNameDialog : public QDialog
{
    Q_OBJECT
public:
    /// `deed`: what its button does with the name.
    CheckNameDialog(const QString& title, const QString& deed, const QString& proposal, QWidget* parent);

Q_SIGNALS:
    /// Once, when the dialog has closed with a name: not empty, without blanks around it.
    void named(const QString& name);

private:
    QLineEdit* m_name;
    QPushButton* m_close;
    QPushButton* m_give;
};

} // namespace pushbrake
