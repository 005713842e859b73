// The practice service's sockets: takes requests from the parser and writes answers, whole or spoilt on purpose. Owned
// by PracticeService; listens on 127.0.0.1 only.
#pragma once

#include "practice/faults.h"
#include "practice/httplistener.h"

#include <QPointer>
#include <QUrlQuery>

#include <functional>

namespace pushbrake {

struct PracticeCall
{
    QString command; ///< last part of the path
    QUrlQuery query;
    QByteArray body;
    QPointer<QTcpSocket> socket; ///< gone when the caller hung up
};

class PracticeServer : public HttpListener
{
    Q_OBJECT
public:
    using Handler = std::function<void(const PracticeCall&)>;
    explicit PracticeServer(Handler handler, QObject* parent = nullptr);

    /// A whole answer of HTTP 200 with JSON.
    static void answer(QTcpSocket& socket, const QByteArray& json);
    /// Spoils the answer in the fault's way; `json` is what a sound service would have said.
    static void spoil(QTcpSocket& socket, const Fault& fault, const QByteArray& json);

protected:
    bool take(const QHttpServerRequest& request, QTcpSocket& socket) override;
    void refuse(QTcpSocket& socket) override;

private:
    Handler m_handler;
};

} // namespace pushbrake
