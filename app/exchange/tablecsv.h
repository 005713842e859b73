// Writes a table as CSV (RFC 4180) that spreadsheets open without harm: UTF-8 with a byte order mark, CRLF, every cell
// quoted, and no cell that a spreadsheet would take for a formula. Pure.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace pushbrake {

/// The first row is the heading. A text that begins like a formula (= + - @, tab, return) gets an apostrophe before it,
/// and so does a number of more than 15 digits, which a spreadsheet would round.
QByteArray tableToCsv(const QList<QStringList>& rows);

} // namespace pushbrake
