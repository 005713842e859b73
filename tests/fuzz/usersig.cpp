// Signatures that people paste: any bytes are read or refused, and nothing grows beyond what a signature may hold.
#include "api/usersig.h"

#include <cstdlib>

using namespace pushbrake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray pasted(reinterpret_cast<const char*>(data), qsizetype(size));
    const QByteArray tidy = tidyPastedSecret(pasted);
    if (tidy.size() > pasted.size())
        std::abort();
    const auto facts = readUserSig(tidy);
    if (facts && facts->identifier.size() > 4096)
        std::abort();
    return 0;
}
