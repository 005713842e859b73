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

namespace pushbrake {

class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    /// `reply` becomes the parent of this and of the body.
    HttpExchange(QNetworkReply* reply, std::unique_ptr<OnceBody> body, Milliseconds deadline, QObject* context,
        Transport::Done done);

private:
    void takeArrived();
    void onTick();
    void giveUp(NetFault why);
    void onFinished();
    void report();

    HttpOutcome outcome() const;
    NetFault fault(int httpStatus) const;
    NetFault errorFault(QNetworkReply::NetworkError error) const;
    bool goesThroughProxy() const;
    bool isWhole() const;

    QNetworkReply* m_reply;
    OnceBody* m_body;
    QPointer<QObject> m_context;
    Transport::Done m_done;
    SteadyTime m_sentAt;
    SteadyTime m_endsAt;
    SteadyTime m_lastTick;
    QTimer m_tick;
    QByteArray m_answer;
    HttpOutcome m_outcome;
    NetFault m_gaveUp = NetFault::None;
    bool m_certificateRefused = false;
    bool m_isFinished = false;
};

} // namespace pushbrake
