#include "net/proxylogins.h"

#include <QAuthenticator>
#include <QNetworkProxy>

#include <numeric>
#include <utility>

namespace pushbrake {

namespace {
// Qt asks for each connection, of which a manager opens six at once to a host; with a new login the first one or two
// tell.
constexpr int mostProven = 6;
constexpr int mostUnproven = 2;
// Of all askers: five requests at once, each on a connection of its own, and what is made ready for the next ones.
constexpr int mostInAllProven = 14;
constexpr int mostInAllUnproven = 6;
} // namespace

QString ProxyLogins::nameOf(const QNetworkProxy& proxy)
{
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

void ProxyLogins::put(const QString& proxy, ProxyLogin login)
{
    m_known.insert_or_assign(proxy, Known { std::move(login) });
}

void ProxyLogins::answer(const QNetworkProxy& proxy, QAuthenticator& question, const void* asker)
{
    const QString name = nameOf(proxy);
    const auto known = m_known.find(name);
    if (known == m_known.end()) {
        Q_EMIT wanted(name, false);
        return;
    }
    Known& entry = known->second;
    const int toThisOne = ++entry.answers[asker];
    const int inAll = std::accumulate(entry.answers.begin(), entry.answers.end(), 0,
        [](int sum, const auto& answers) { return sum + answers.second; });
    if (toThisOne > (entry.isProven ? mostProven : mostUnproven)
        || inAll > (entry.isProven ? mostInAllProven : mostInAllUnproven)) {
        entry.isProven = false;
        entry.isRefusalTold = true;
        Q_EMIT wanted(name, true);
        return;
    }
    question.setUser(entry.login.user);
    question.setPassword(QString::fromUtf8(entry.login.password.reveal()));
}

void ProxyLogins::turnedAway()
{
    for (auto& [name, entry] : m_known) {
        if (entry.answers.empty() || std::exchange(entry.isRefusalTold, true))
            continue;
        entry.isProven = false;
        Q_EMIT wanted(name, true);
    }
}

void ProxyLogins::cameThrough()
{
    for (auto& [name, entry] : m_known) {
        entry.isProven = entry.isProven || !entry.answers.empty();
        entry.answers.clear();
        entry.isRefusalTold = false;
    }
}

} // namespace pushbrake
