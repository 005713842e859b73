#include "ui/tasks/filterwords.h"

#include "ui/look/theme.h"
#include "ui/words/badges.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pushbrake::filterwords {

namespace {

struct FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

// Not "today 10:00": the chip stands while days go by.
QString moment(qint64 ms)
{
    const QDateTime there = sentences::inZone(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
    return QLocale().toString(there, u"d MMM yyyy HH:mm"_s);
}

QString chipWords(TimeChoice choice, const TimeSpan& between)
{
    switch (choice) {
    case TimeChoice::Any: break;
    case TimeChoice::NextHour: return FilterWords::tr("Goes out in the next hour");
    case TimeChoice::NextDay: return FilterWords::tr("Goes out in the next 24 hours");
    case TimeChoice::NextWeek: return FilterWords::tr("Goes out in the next 7 days");
    case TimeChoice::Today: return FilterWords::tr("Goes out today");
    case TimeChoice::Tomorrow: return FilterWords::tr("Goes out tomorrow");
    case TimeChoice::Between:
        return FilterWords::tr("Goes out from %1 to %2").arg(moment(between.fromMs), moment(between.untilMs - 1));
    case TimeChoice::Past: return FilterWords::tr("Time has passed");
    case TimeChoice::NotKnown: return FilterWords::tr("Time not known");
    }
    return {};
}

} // namespace

QString time(TimeChoice choice)
{
    switch (choice) {
    case TimeChoice::NextHour: return FilterWords::tr("Next hour");
    case TimeChoice::NextDay: return FilterWords::tr("Next 24 hours");
    case TimeChoice::NextWeek: return FilterWords::tr("Next 7 days");
    case TimeChoice::Today: return FilterWords::tr("Today");
    case TimeChoice::Tomorrow: return FilterWords::tr("Tomorrow");
    case TimeChoice::Between: return FilterWords::tr("From … to …");
    case TimeChoice::Past: return FilterWords::tr("Time has passed");
    case TimeChoice::NotKnown: return FilterWords::tr("Time not known");
    case TimeChoice::Any: break;
    }
    return FilterWords::tr("Any time");
}

QList<Chip> chips(const Narrowing& by, bool isOnlyBroughtIn)
{
    QList<Chip> chips;
    if (by.status != StatusChoice::Any)
        chips.append({ StatusChip, FilterWords::tr("Status: %1").arg(statusWords(by.status)) });
    if (by.audience)
        chips.append({ AudienceChip, FilterWords::tr("Audience: %1").arg(sentences::audienceWords(by.audience)) });
    if (by.time != TimeChoice::Any)
        chips.append({ TimeChip, chipWords(by.time, by.between) });
    if (by.result != ResultChoice::Any)
        chips.append({ ResultChip, FilterWords::tr("Last result: %1").arg(resultWords(by.result)) });
    if (by.origin.kind != OriginChoice::Kind::Any)
        chips.append({ OriginChip, FilterWords::tr("Origin: %1").arg(originWords(by.origin)) });
    if (isOnlyBroughtIn)
        chips.append({ BroughtInChip, FilterWords::tr("Brought in now") });
    return chips;
}

Narrowing without(Narrowing by, int chip)
{
    switch (chip) {
    case StatusChip: by.status = StatusChoice::Any; break;
    case AudienceChip: by.audience.reset(); break;
    case TimeChip:
        by.time = TimeChoice::Any;
        by.between = {};
        break;
    case ResultChip: by.result = ResultChoice::Any; break;
    case OriginChip: by.origin = {}; break;
    default: break;
    }
    return by;
}

} // namespace pushbrake::filterwords
