// The words that people write into tables, in the program's languages: headings, who gets a push, regions. Pure.
#pragma once

#include "domain/region.h"
#include "domain/task.h"
#include "exchange/columnplan.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace pushbrake {

/// Without case, width, blanks, marks and what stands in brackets: "Task-ID (text)" is "taskid".
QString plainWord(QStringView text);

std::optional<ColumnRole> roleOfHeading(QStringView heading);
/// In seconds, of a zone that a heading or a time names ("Goes out (UTC+8)", "UTC", "+08:00", "WIB"). Short forms that
/// mean several zones, like CST, are none.
std::optional<int> zoneOffsetIn(QStringView text);
std::optional<Audience> audienceOfWord(QStringView text);
/// By its name, its word or its host.
std::optional<Region> regionOfWord(QStringView text);

} // namespace pushbrake
