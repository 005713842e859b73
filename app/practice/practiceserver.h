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
    QPointer<HttpConnection> caller; ///< gone when the caller hung up
};

class PracticeServer : public HttpListener
{
    Q_OBJECT
public:
    using Handler = std::function<void(const PracticeCall&)>;
    /// Nothing is found but below `/token`; an empty one asks for none.
    PracticeServer(const QString& token, const HttpLimits& limits, Handler handler, QObject* parent = nullptr);

    /// A whole answer of HTTP 200 with JSON.
    static void answer(HttpConnection& caller, const QByteArray& json);
    /// Spoils the answer in the fault's way; `json` is what a sound service would have said.
    static void spoil(HttpConnection& caller, const Fault& fault, const QByteArray& json);

protected:
    void take(const ReceivedRequest& request, HttpConnection& caller) override;

private:
    QString m_prefix;
    Handler m_handler;
};

} // namespace pushbrake
