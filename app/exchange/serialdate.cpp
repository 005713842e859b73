#include "exchange/serialdate.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

namespace pushbrake {

namespace {

constexpr qint64 secondsADay = 24 * 60 * 60;
constexpr double mostDays = 2'958'466; // 31 December 9999

} // namespace

bool isDateFormat(QStringView code)
{
    // Texts, colours and conditions say nothing; elapsed hours in brackets do.
    static const QRegularExpression noise(
        QStringLiteral("\"[^\"]*\"|\\\\.|[_*].|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]|General"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression part(QStringLiteral("[ymdhs]"), QRegularExpression::CaseInsensitiveOption);
    const QString first = code.left(code.contains(u';') ? code.indexOf(u';') : code.size()).toString();
    return QString(first).remove(noise).contains(part);
}

bool isDateFormat(int builtIn)
{
    return (builtIn >= 14 && builtIn <= 22) || (builtIn >= 27 && builtIn <= 36) || (builtIn >= 45 && builtIn <= 47)
        || (builtIn >= 50 && builtIn <= 58);
}

QString dateOfSerial(double days, DateSystem system)
{
    if (!std::isfinite(days) || days < 0 || days >= mostDays)
        return {};
    const qint64 seconds = std::llround(days * double(secondsADay));
    if (days < 1)
        return QTime(0, 0).addSecs(int(seconds)).toString(Qt::ISODate);
    // The spreadsheets' 29 February 1900 never was; nothing is planned for the days before it.
    const QDate origin = system == DateSystem::From1900 ? QDate(1899, 12, 30) : QDate(1904, 1, 1);
    const QDateTime at = QDateTime(origin, QTime(0, 0), Qt::UTC).addSecs(seconds);
    return seconds % secondsADay == 0 ? at.date().toString(Qt::ISODate)
                                      : at.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

} // namespace pushbrake
