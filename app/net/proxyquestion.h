// Asks a proxy, with a CONNECT of its own that carries nothing, which login it wants: Qt answers a question for NTLM or
// Negotiate on its own, thousands of times a second when it is refused, and tells nobody. Owned by HttpTransport.
#pragma once

#include <QByteArray>
#include <QNetworkProxy>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace pushbrake {

/// Whether what a proxy's answer to CONNECT asks for (RFC 9110, 11.7.1) is a name and a password, by Digest or Basic.
/// False when Qt would take up something else that is asked for. True for a head that asks for nothing.
bool isLoginKnown(const QByteArray& head);

class ProxyQuestion : public QObject
{
    Q_OBJECT
public:
    /// Starts at once and is deleted by itself after answered().
    ProxyQuestion(const QNetworkProxy& proxy, const QUrl& url, QObject* parent);

Q_SIGNALS:
    /// `isKnown` also when there was no answer within five seconds, or none that can be read: the request itself will
    /// then find the words for it.
    void answered(bool isKnown);

private:
    void read();
    void end(bool isKnown);

    QTcpSocket m_socket;
    QTimer m_patience;
    bool m_isOver = false;
};

} // namespace pushbrake
