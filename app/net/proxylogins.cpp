#include "net/proxylogins.h"

#include <QAuthenticator>
#include <QNetworkProxy>

namespace pushbrake {

namespace {
// Qt asks for each connection, of which it opens six at once to a host; with a new login the first one or two tell.
constexpr int mostProven = 6;
constexpr int mostUnproven = 2;
} // namespace

QString ProxyLogins::nameOf(const QNetworkProxy& proxy)
{
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

void ProxyLogins::put(const QString& proxy, ProxyLogin login)
{
    m_known.insert_or_assign(proxy, Known { std::move(login) });
}

void ProxyLogins::answer(const QNetworkProxy& proxy, QAuthenticator& question)
{
    const QString name = nameOf(proxy);
    const auto known = m_known.find(name);
    if (known == m_known.end()) {
        Q_EMIT wanted(name, false);
        return;
    }
    Known& entry = known->second;
    if (++entry.answers > (entry.isProven ? mostProven : mostUnproven)) {
        entry.isProven = false;
        Q_EMIT wanted(name, true);
        return;
    }
    question.setUser(entry.login.user);
    question.setPassword(QString::fromUtf8(entry.login.password.reveal()));
}

void ProxyLogins::cameThrough()
{
    for (auto& [name, entry] : m_known) {
        entry.isProven = entry.isProven || entry.answers > 0;
        entry.answers = 0;
    }
}

} // namespace pushbrake
