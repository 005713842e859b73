#include "net/httpdate.h"

#include <QLocale>

namespace pushbrake {

QDateTime httpDate(const QByteArray& header)
{
    // Not QDateTime's own reading: it goes by the names of days in the person's language.
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(header), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace pushbrake
