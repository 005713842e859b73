// Which proxies on the way can be used, as far as their question for a login goes: each is asked once before the first
// request goes through it, and again after one failed there. Owned by HttpTransport.
#pragma once

#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace pushbrake {

class AskedProxies : public QObject
{
public:
    using Then = std::move_only_function<void(bool isUsable)>;

    /// The system's settings when `proxy` is absent.
    explicit AskedProxies(std::optional<QNetworkProxy> proxy);

    /// Calls `then` at once when nothing has to be asked, or once a proxy has answered; not after this object's end.
    void ask(const QUrl& url, Then then);
    /// A request failed at a proxy.
    void forget() { m_usable.clear(); }

private:
    std::optional<QNetworkProxy> proxyFor(const QUrl& url) const;
    void onAnswered(const QString& name, bool isKnown);

    std::optional<QNetworkProxy> m_proxy;
    std::set<QString> m_usable;
    std::map<QString, std::vector<Then>> m_waiting;
};

} // namespace pushbrake
