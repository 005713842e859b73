// Writes a table as CSV (RFC 4180) that spreadsheets open without harm: UTF-8 with a byte order mark, CRLF, every cell
// quoted, and no cell that a spreadsheet would take for a formula. Pure.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace pushbrake {

/// Foreign text for a cell of any table: without control characters, marks of direction and invisible ones, and with an
/// apostrophe before = + - @, of full width too, wherever one begins a cell, also for a reader that takes semicolons,
/// tabs or ends of lines for separators and no notice of quotes.
QString harmlessCell(QString text);

/// What harmlessCell() was given, as far as it can be told: without its apostrophes.
QString unguardedCell(QString text);

/// The first row is the heading. Each text is made harmless, and a number of more than 15 digits, which a spreadsheet
/// would round, gets an apostrophe too.
QByteArray tableToCsv(const QList<QStringList>& rows);

/// For the clipboard: tabs between the cells, each a single line and made harmless.
QByteArray tableToTabs(const QList<QStringList>& rows);

/// Further rows of one that is written part by part.
QByteArray rowsToCsv(const QList<QStringList>& rows);

} // namespace pushbrake
