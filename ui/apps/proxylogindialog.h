// Asks for the name and the password of a proxy. Owned by the window it stands over; deletes itself when closed.
#pragma once

#include "domain/proxylogin.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace pushbrake {

class SecretEdit;

class ProxyLoginDialog : public QDialog
{
    Q_OBJECT
public:
    /// `refused`: the proxy did not take the one before.
    ProxyLoginDialog(const QString& proxy, bool refused, QWidget* parent);

    ProxyLogin login() const;

Q_SIGNALS:
    void given();

private:
    void buildLayout(const QString& said);
    void give();

    QLineEdit* m_user;
    SecretEdit* m_password;
    QPushButton* m_later;
    QPushButton* m_use;
};

} // namespace pushbrake
