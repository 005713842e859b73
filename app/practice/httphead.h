// The head of a request, as the practice service reads it: pure, and the only place that knows Boost.Beast, whose
// parser decides what is well formed. Made and used by HttpConnection; promises never to name a body that is over the
// limit.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <expected>

namespace pushbrake {

struct HttpHead
{
    QByteArray method; ///< "POST"
    QByteArray target; ///< as sent, "/v4/timpush/revoke?random=1"
    qsizetype bodySize = 0; ///< bytes that follow the head
    bool staysOpen = true; ///< another request may follow on this connection
};

/// What speaks against a head.
enum class HeadFault { Malformed, BodyOfUnknownLength, BodyTooLong };

/// Bytes up to and with the empty line that ends a head; 0 while that has not come.
qsizetype headSize(QByteArrayView bytes);
/// `head` ends with the empty line. A body is taken only with its length told before, at most `mostBody` bytes.
std::expected<HttpHead, HeadFault> readHttpHead(QByteArrayView head, qsizetype mostBody);

} // namespace pushbrake
