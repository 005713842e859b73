// Asks for the name of a view of the list, a new one or another one. Owned by the window it stands over.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace pushbrake {

class ViewNameDialog : public QDialog
{
    Q_OBJECT
public:
    /// `given`: the name that it has; empty: none yet.
    ViewNameDialog(const QString& given, QWidget* parent);

Q_SIGNALS:
    /// The window stays until who hears it accepts it: another view may have that name.
    void named(const QString& name);

private:
    QString name() const;

    QLineEdit* m_name;
    QPushButton* m_save;
};

} // namespace pushbrake
