// The Date header of an answer. Promised: any bytes are taken; what is read is UTC, and the same when it is written in
// the header's form and read again, so that nothing was guessed.
#include "net/httpdate.h"
#include "always.h"

#include <QLocale>

using namespace pushbrake;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray header(reinterpret_cast<const char*>(data), qsizetype(size));
    const QDateTime date = httpDate(header);
    if (!date.isValid())
        return 0;
    always(date.offsetFromUtc() == 0);
    const QString written = QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    always(httpDate(written.toLatin1()) == date);
    return 0;
}
