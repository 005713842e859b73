#include "domain/wellformed.h"

#include <QList>

namespace pushbrake {

QString wellFormed(const QString& text)
{
    if (text.isValidUtf16())
        return text;
    QString whole;
    for (const uint c : text.toUcs4()) // writes U+FFFD by itself
        whole += QChar::fromUcs4(c);
    return whole;
}

} // namespace pushbrake
