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

namespace pushbrake {

class MainWindow;
class ProxyLoginStore;

class ProxyDesk : public QObject
{
    Q_OBJECT
public:
    ProxyDesk(MainWindow& window, ProxyLoginStore& store, QObject* parent = nullptr);

    /// A proxy ("host:port") asked; `refused` when it did not take the login that was used before.
    void find(const QString& proxy, bool refused);

    std::function<void(const QString& proxy, ProxyLogin login)> onFound; ///< to be used from now on
    std::function<void()> onReady; ///< what failed for want of it may be tried again

private:
    void ask(const QString& proxy, bool refused);
    void take(const QString& proxy, ProxyLogin login);

    MainWindow& m_window;
    ProxyLoginStore& m_store;
    QSet<QString> m_lookedFor; ///< proxies whose entry in the keychain was read
    QPointer<QDialog> m_dialog;
    bool m_isLooking = false;
};

} // namespace pushbrake
