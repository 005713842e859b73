// One posted request on its way to its one outcome: collects the answer up to a limit, keeps the deadline and reads the
// evidence at the end. Owned by its reply, which it deletes when it has reported; made by HttpTransport only.
#pragma once

#include "net/oncebody.h"
#include "net/transport.h"

#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <set>

namespace pushbrake {

/// Places whose certificate was refused: several connections to one fail together, and Qt says of only one
/// of them why. Shared by the exchanges of a transport.
using RefusedHosts = std::set<QString>;

class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    /// `reply` becomes the parent of this and of the body.
    HttpExchange(QNetworkReply* reply, std::unique_ptr<OnceBody> body, Milliseconds deadline,
        std::shared_ptr<RefusedHosts> refused, QObject* context, Transport::Done done);

    /// Whether it is the service that this speaks to, behind any proxy.
    bool isThrough() const;

    /// More came than any answer needs: ends the request as TooLarge.
    void endFlooded() { giveUp(NetFault::TooLarge); }

Q_SIGNALS:
    void bodyArrived(qint64 bytes);
    /// Nothing of the answer is waited for any more; it is reported later.
    void ended();

private:
    void onEncrypted();
    void takeArrived();
    void read();
    void onTick();
    void giveUp(NetFault why);
    void onFinished();
    void report();

    bool isAnswer() const;
    bool isProxysQuestion() const;
    int status() const;
    HttpOutcome outcome() const;
    NetFault fault(int httpStatus) const;
    NetFault errorFault(QNetworkReply::NetworkError error) const;
    bool goesThroughProxy() const;
    bool isWhole() const;

    QNetworkReply* m_reply;
    OnceBody* m_body;
    std::shared_ptr<RefusedHosts> m_refused;
    QPointer<QObject> m_context;
    Transport::Done m_done;
    SteadyTime m_sentAt;
    SteadyTime m_endsAt;
    SteadyTime m_lastTick;
    SteadyTime m_endedAt;
    QTimer m_tick;
    QByteArray m_answer;
    NetFault m_gaveUp = NetFault::None;
    bool m_isEncrypted = false; ///< a handshake of its own is over
    bool m_isFinished = false;
};

} // namespace pushbrake
