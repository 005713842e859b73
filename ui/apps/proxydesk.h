// What a person does about a proxy that asks for a name and a password: is asked once, it is kept in the keychain, and
// what was waiting goes on. Looks in the keychain before it asks. Owned by Program; borrows everything.
#pragma once

#include "domain/proxylogin.h"
#include "secrets/accountstore.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>

class QDialog;
class QWidget;

namespace pushbrake {

class Notices;
class ProxyLoginStore;

class ProxyDesk : public QObject
{
    Q_OBJECT
public:
    /// Puts a login to use from now on.
    using Use = std::function<void(const QString& proxy, ProxyLogin login)>;

    ProxyDesk(QWidget& window, Notices& notices, ProxyLoginStore& store, Use use, QObject* parent = nullptr);

    /// A proxy ("host:port") asked; `refused` when it did not take the login that was used before.
    void find(const QString& proxy, bool refused);

Q_SIGNALS:
    /// A login is in use: what failed for want of it may be tried again.
    void ready();

private:
    void ask(const QString& proxy, bool refused);
    void take(const QString& proxy, ProxyLogin login);

    QWidget& m_window;
    Notices& m_notices;
    ProxyLoginStore& m_store;
    Use m_use;
    QSet<QString> m_lookedFor; ///< proxies whose entry in the keychain was read
    QPointer<QDialog> m_dialog;
    bool m_isLooking = false;
};

} // namespace pushbrake
