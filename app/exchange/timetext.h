// Reads when a push goes out, as people and spreadsheets write it. Pure. What can be meant in two ways is not read.
#pragma once

#include "exchange/columnplan.h"

#include <QDate>
#include <QStringView>
#include <QTime>

#include <expected>
#include <optional>

namespace pushbrake {

enum class TimeFault {
    Empty,
    Unclear, ///< no date that is known
    NoTimeOfDay, ///< 2026-06-01
    DateOrder, ///< 6/1/2026
    UnknownZone ///< "10:00 CST", which is several
};

struct TimeText
{
    enum class Source { Words, Serial, UnixTime };

    QDate date;
    QTime time;
    std::optional<int> zoneOffset; ///< in seconds; nothing: by the clock of whoever wrote it
    Source source = Source::Words;
    bool hasSeconds = false; ///< they were given, if only as zeros
};

[[nodiscard]] std::expected<TimeText, TimeFault> readTimeText(QStringView text, DateOrder order = DateOrder::Unknown);
/// 1 to 12 by the beginning of its name; 0 for what is no month.
int monthOf(QStringView name);
/// What a date with a day over 12 says of the column it stands in.
DateOrder dateOrderIn(QStringView text);

} // namespace pushbrake
