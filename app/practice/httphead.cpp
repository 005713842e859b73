#include "practice/httphead.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace pushbrake {

namespace {

namespace http = boost::beast::http;

constexpr QByteArrayView emptyLine("\r\n\r\n");

QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

qsizetype headSize(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf(emptyLine);
    return end < 0 ? 0 : end + emptyLine.size();
}

std::expected<HttpHead, HeadFault> readHttpHead(QByteArrayView head, qsizetype mostBody)
{
    http::request_parser<http::empty_body> parser;
    parser.header_limit(std::uint32_t(head.size()));
    parser.body_limit(std::uint64_t(mostBody));
    boost::system::error_code error;
    const std::size_t used = parser.put(boost::asio::buffer(head.data(), std::size_t(head.size())), error);
    if (error == http::error::body_limit)
        return std::unexpected(HeadFault::BodyTooLong);
    if (error || !parser.is_header_done() || used != std::size_t(head.size()))
        return std::unexpected(HeadFault::Malformed);
    // In parts a body could go on without end; nothing that calls this service sends one so.
    if (parser.get().find(http::field::transfer_encoding) != parser.get().end())
        return std::unexpected(HeadFault::BodyOfUnknownLength);
    const auto length = parser.content_length();
    return HttpHead { bytesOf(parser.get().method_string()), bytesOf(parser.get().target()),
        qsizetype(length.value_or(0)), parser.keep_alive() };
}

} // namespace pushbrake
