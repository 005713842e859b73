#include "practice/httpconnection.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {

// What Qt keeps of what nobody has read yet; beyond it the caller's own system has to wait.
constexpr qsizetype mostUnread = 16 * 1024;
// Time to read why, before the connection goes: closing with bytes unread takes back what was written.
constexpr Milliseconds leavingTakes = 500ms;

QByteArray statusOf(HeadFault fault)
{
    switch (fault) {
    case HeadFault::Malformed: return "400 Bad Request";
    case HeadFault::BodyOfUnknownLength: return "411 Length Required";
    case HeadFault::BodyTooLong: return "413 Content Too Large";
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray httpResponse(const QByteArray& status, const QByteArray& type, const QByteArray& body)
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss");
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nDate: " + date.toLatin1()
        + " GMT\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

HttpConnection::HttpConnection(QTcpSocket& socket, const HttpLimits& limits)
    : QObject(&socket)
    , m_socket(socket)
    , m_limits(limits)
{
    m_socket.setReadBufferSize(mostUnread);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &HttpConnection::runOutOfPatience);
    connect(&m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(&m_socket, &QTcpSocket::disconnected, &m_socket, &QObject::deleteLater);
    m_patience.start(m_limits.idle);
    // What came before this object did is announced no more.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::answer(const QByteArray& response)
{
    m_socket.write(response);
    answered();
}

void HttpConnection::answered()
{
    if (m_stage != Stage::Answering)
        return;
    if (!m_head.staysOpen) {
        hangUp();
        return;
    }
    m_stage = Stage::Reading;
    m_patience.start(m_bytes.isEmpty() ? m_limits.idle : m_limits.request);
    // Later, so that many requests at once leave the others their turn.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::hangUp()
{
    m_stage = Stage::Leaving;
    m_patience.start(m_limits.idle); // a caller that does not read would keep what is still to be written
    m_socket.disconnectFromHost();
}

void HttpConnection::read()
{
    if (m_stage == Stage::Leaving)
        m_socket.skip(mostUnread + 1); // more than there is: only then does Qt listen for the rest
    if (m_stage != Stage::Reading)
        return;
    const bool isFirst = m_bytes.isEmpty();
    m_bytes += m_socket.read(std::max<qsizetype>(0, mostOfRequest() - m_bytes.size()));
    if (isFirst && !m_bytes.isEmpty())
        m_patience.start(m_limits.request);
    if (m_headSize == 0 && !takeHead())
        return;
    if (m_bytes.size() >= mostOfRequest())
        handOver();
    else if (m_socket.bytesAvailable() > 0)
        read(); // once more at most: the head has come, so there is room for the body
}

// What the request at hand may have in all; the next one waits in the socket, and behind it at the caller's.
qsizetype HttpConnection::mostOfRequest() const
{
    return m_headSize == 0 ? m_limits.head : m_headSize + m_head.bodySize;
}

bool HttpConnection::takeHead()
{
    const qsizetype size = headSize(m_bytes);
    if (size == 0) {
        if (m_bytes.size() >= m_limits.head)
            refuse("431 Request Header Fields Too Large");
        return false;
    }
    auto head = readHttpHead(QByteArrayView(m_bytes).first(size), m_limits.body);
    if (!head) {
        refuse(statusOf(head.error()));
        return false;
    }
    m_head = std::move(*head);
    m_headSize = size;
    return true;
}

void HttpConnection::handOver()
{
    const ReceivedRequest request { m_head.method, m_head.target, m_bytes.mid(m_headSize, m_head.bodySize) };
    m_bytes.remove(0, mostOfRequest());
    m_headSize = 0;
    m_stage = Stage::Answering;
    m_patience.stop();
    Q_EMIT requested(request);
}

void HttpConnection::refuse(const QByteArray& status)
{
    m_stage = Stage::Leaving;
    m_bytes.clear();
    m_socket.write(httpResponse(status, "text/plain", {}));
    m_patience.start(leavingTakes);
    read();
}

void HttpConnection::runOutOfPatience()
{
    if (m_stage == Stage::Reading && !m_bytes.isEmpty())
        refuse("408 Request Timeout");
    else
        m_socket.abort();
}

} // namespace pushbrake
