// Names and passwords for proxies that ask for them (RFC 9110, status 407), for as long as the program runs.
// HttpTransport asks it when a proxy asks; the person is asked by whoever listens to wanted(). Owned by Program.
#pragma once

#include "domain/proxylogin.h"

#include <QObject>
#include <QString>

#include <map>

class QAuthenticator;
class QNetworkProxy;

namespace pushbrake {

class ProxyLogins : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// How a proxy is called here: "host:port".
    static QString nameOf(const QNetworkProxy& proxy);

    void put(const QString& proxy, ProxyLogin login);
    /// Fills in what is known. A proxy that asks again and again did not take it: it is told no more, since many lock
    /// out who tries too often.
    /// `asker` is whose connections they are: each has to be told once.
    void answer(const QNetworkProxy& proxy, QAuthenticator& question, const void* asker = nullptr);
    /// A request came through the proxies: what was filled in for them is right.
    void cameThrough();
    /// A request ended at a proxy that asks: what was filled in was not taken. Qt 6.8 asks no second time.
    void turnedAway();

Q_SIGNALS:
    /// A request ended at this proxy for want of a login; `refused` when it did not take the one that is known.
    void wanted(const QString& proxy, bool refused);

private:
    struct Known
    {
        ProxyLogin login;
        std::map<const void*, int> answers {}; ///< to each asker, since the last request that came through
        bool isProven = false;
        bool isRefusalTold = false; ///< since then
    };
    std::map<QString, Known> m_known;
};

} // namespace pushbrake
