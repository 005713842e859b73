// One caller's connection to the practice service: reads its requests one after the other, within limits, and writes
// the answers. Child of its socket, which is the listener's; goes when the caller hangs up. The next request is read
// only when the one before has been answered, so answers keep their order and nothing is kept for later.
#pragma once

#include "domain/clock.h"
#include "practice/httphead.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace pushbrake {

/// Who goes beyond is answered 431, 413 or 408, or is only closed.
struct HttpLimits
{
    qsizetype head = 8 * 1024; ///< bytes
    qsizetype body = 64 * 1024; ///< bytes
    int connections = 16; ///< at once
    Milliseconds request { 10'000 }; ///< from its first byte to its last
    Milliseconds idle { 30'000 }; ///< without a byte of a next request
};

struct ReceivedRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray body;
};

/// A whole response. The connection stays open after it unless the caller asked otherwise.
QByteArray httpResponse(const QByteArray& status, const QByteArray& type, const QByteArray& body);

class HttpConnection : public QObject
{
    Q_OBJECT
public:
    HttpConnection(QTcpSocket& socket, const HttpLimits& limits);

    /// The whole answer to the request that came last.
    void answer(const QByteArray& response);
    /// Whoever writes an answer by hand, or none, does it here, and says when it is all out; until then nothing is
    /// read.
    QTcpSocket& socket() { return m_socket; }
    void answered();
    /// Closes when everything written is out.
    void hangUp();

Q_SIGNALS:
    /// One at a time: the next comes after answered().
    void requested(const pushbrake::ReceivedRequest& request);

private:
    enum class Stage { Reading, Answering, Leaving };

    void read();
    qsizetype mostOfRequest() const;
    bool takeHead();
    void handOver();
    void refuse(const QByteArray& status);
    void runOutOfPatience();

    QTcpSocket& m_socket;
    const HttpLimits m_limits;
    Stage m_stage = Stage::Reading;
    QByteArray m_bytes; ///< of the request at hand, and what came along with it: never more than a head and a body
    HttpHead m_head;
    qsizetype m_headSize = 0; ///< 0 while the head has not come
    QTimer m_patience;
};

} // namespace pushbrake
