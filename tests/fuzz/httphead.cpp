// The head of a request to the practice service: any bytes are read or refused, and nothing read goes beyond what came.
#include "practice/httphead.h"

#include <cstdlib>

using namespace pushbrake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr qsizetype mostBody = 64 * 1024;
    const QByteArrayView bytes(data, qsizetype(size));
    const qsizetype head = headSize(bytes);
    if (head > bytes.size())
        std::abort();
    // A whole head, as the service hands it over, and any bytes as if they were one.
    for (const QByteArrayView tried : { bytes.first(head), bytes }) {
        const auto read = readHttpHead(tried, mostBody);
        if (read && (read->bodySize < 0 || read->bodySize > mostBody || headSize(tried) != tried.size()))
            std::abort();
        if (read && read->method.size() + read->target.size() > tried.size())
            std::abort();
    }
    return 0;
}
