// Dates as spreadsheets keep them: a number of days, and a format that says that it is one. Pure.
#pragma once

#include <QString>
#include <QStringView>

namespace pushbrake {

/// From which day a workbook counts.
enum class DateSystem { From1900, From1904 };

/// Whether a number with this format code is shown as a date or a time ("yyyy-mm-dd hh:mm", "[h]:mm").
bool isDateFormat(QStringView code);
/// The same of the formats that have a number of their own and no code (ECMA-376, 18.8.30).
bool isDateFormat(int builtIn);

/// "2026-06-01T10:00:00" to the second, "2026-06-01" of a whole number, which says no time of the day, "10:00:00" of
/// one below 1; empty for what no calendar has.
QString dateOfSerial(double days, DateSystem system);

} // namespace pushbrake
