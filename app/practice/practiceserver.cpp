#include "practice/practiceserver.h"

#include <QDateTime>
#include <QHttpServerRequest>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

#include <memory>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {

QByteArray response(const QByteArray& status, const QByteArray& type, const QByteArray& body)
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss");
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nDate: " + date.toLatin1()
        + " GMT\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

// Closing with a linger of nothing sends RST in place of FIN.
void reset(QTcpSocket& socket)
{
#ifdef Q_OS_UNIX
    const linger none { 1, 0 };
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
    socket.abort();
}

// Not within the request's own call: with Qt 6.8 a socket that is closing when it ends loses what it has not sent.
void hangUp(QTcpSocket& socket)
{
    QMetaObject::invokeMethod(&socket, &QTcpSocket::disconnectFromHost, Qt::QueuedConnection);
}

void drip(QTcpSocket& socket, const QByteArray& whole)
{
    auto* timer = new QTimer(&socket);
    auto sent = std::make_shared<qsizetype>(0);
    QObject::connect(timer, &QTimer::timeout, &socket, [timer, sent, whole, &socket] {
        socket.write(whole.mid((*sent)++, 1));
        if (*sent >= whole.size())
            timer->stop();
    });
    timer->start(500ms);
}

} // namespace

PracticeServer::PracticeServer(Handler handler, QObject* parent)
    : HttpListener(parent)
    , m_handler(std::move(handler))
{
}

bool PracticeServer::take(const QHttpServerRequest& request, QTcpSocket& socket)
{
    const QUrl url = request.url();
    const QString prefix = QStringLiteral("/v4/timpush/");
    if (!url.path().startsWith(prefix))
        return false;
    if (request.method() != QHttpServerRequest::Method::Post) {
        socket.write(response("405 Method Not Allowed", "text/plain", {}));
        return true;
    }
    m_handler({ url.path().mid(prefix.size()), QUrlQuery(url.query(QUrl::FullyEncoded)), request.body(), &socket });
    return true;
}

void PracticeServer::refuse(QTcpSocket& socket)
{
    socket.write(response("404 Not Found", "text/plain", {}));
}

void PracticeServer::answer(QTcpSocket& socket, const QByteArray& json)
{
    socket.write(response("200 OK", "application/json", json));
}

void PracticeServer::spoil(QTcpSocket& socket, const Fault& fault, const QByteArray& json)
{
    switch (fault.kind) {
    case FaultKind::DropBefore:
    case FaultKind::DropAfter: hangUp(socket); return;
    case FaultKind::ResetBefore:
    case FaultKind::ResetAfter: reset(socket); return;
    case FaultKind::StallBefore:
    case FaultKind::StallAfter: return;
    case FaultKind::BadGateway:
        socket.write(response("502 Bad Gateway", "text/html", "<html><h1>502 Bad Gateway</h1></html>"));
        return;
    case FaultKind::CutBody:
        socket.write(response("200 OK", "application/json", json).chopped(json.size() / 2));
        hangUp(socket);
        return;
    case FaultKind::EmptyBody: answer(socket, {}); return;
    case FaultKind::Garbage: answer(socket, "\x16\x03\x01{{\"ErrorCode\":0"); return;
    case FaultKind::WrongTypes:
        answer(socket, R"({"ActionStatus":"OK","ErrorInfo":0,"ErrorCode":"0","TaskID":[]})");
        return;
    case FaultKind::SlowDrip: drip(socket, response("200 OK", "application/json", json)); return;
    case FaultKind::ErrorCode: answer(socket, json); return;
    }
}

} // namespace pushbrake
