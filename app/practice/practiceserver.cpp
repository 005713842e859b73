#include "practice/practiceserver.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

#include <memory>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {

// Closing with a linger of nothing sends RST in place of FIN.
void reset(QTcpSocket& socket)
{
#ifdef Q_OS_UNIX
    const linger none { 1, 0 };
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
    socket.abort();
}

void drip(HttpConnection& caller, const QByteArray& whole)
{
    auto* timer = new QTimer(&caller);
    auto sent = std::make_shared<qsizetype>(0);
    QObject::connect(timer, &QTimer::timeout, &caller, [timer, sent, whole, &caller] {
        caller.socket().write(whole.mid((*sent)++, 1));
        if (*sent < whole.size())
            return;
        timer->deleteLater();
        caller.answered();
    });
    timer->start(500ms);
}

} // namespace

PracticeServer::PracticeServer(const QString& token, const HttpLimits& limits, Handler handler, QObject* parent)
    : HttpListener(limits, parent)
    , m_prefix((token.isEmpty() ? QString() : u'/' + token) + QStringLiteral("/v4/timpush/"))
    , m_handler(std::move(handler))
{
}

void PracticeServer::take(const ReceivedRequest& request, HttpConnection& caller)
{
    const QUrl url = QUrl::fromEncoded(request.target, QUrl::StrictMode);
    if (!url.path().startsWith(m_prefix))
        caller.answer(httpResponse("404 Not Found", "text/plain", {}));
    else if (request.method != "POST")
        caller.answer(httpResponse("405 Method Not Allowed", "text/plain", {}));
    else
        m_handler({ url.path().mid(m_prefix.size()), QUrlQuery(url.query(QUrl::FullyEncoded)), request.body, &caller });
}

void PracticeServer::answer(HttpConnection& caller, const QByteArray& json)
{
    caller.answer(httpResponse("200 OK", "application/json", json));
}

void PracticeServer::spoil(HttpConnection& caller, const Fault& fault, const QByteArray& json)
{
    switch (fault.kind) {
    case FaultKind::DropBefore:
    case FaultKind::DropAfter: caller.hangUp(); return;
    case FaultKind::ResetBefore:
    case FaultKind::ResetAfter: reset(caller.socket()); return;
    case FaultKind::StallBefore:
    case FaultKind::StallAfter: return;
    case FaultKind::BadGateway:
        caller.answer(httpResponse("502 Bad Gateway", "text/html", "<html><h1>502 Bad Gateway</h1></html>"));
        return;
    case FaultKind::CutBody:
        caller.socket().write(httpResponse("200 OK", "application/json", json).chopped(json.size() / 2));
        caller.hangUp();
        return;
    case FaultKind::EmptyBody: answer(caller, {}); return;
    case FaultKind::Garbage: answer(caller, "\x16\x03\x01{{\"ErrorCode\":0"); return;
    case FaultKind::WrongTypes:
        answer(caller, R"({"ActionStatus":"OK","ErrorInfo":0,"ErrorCode":"0","TaskID":[]})");
        return;
    case FaultKind::SlowDrip: drip(caller, httpResponse("200 OK", "application/json", json)); return;
    case FaultKind::ErrorCode: answer(caller, json); return;
    }
}

} // namespace pushbrake
