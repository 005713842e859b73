// A table for the clipboard: as text with tabs, and as HTML for spreadsheets and letters, in which a long number stays
// text. Cells stand in it as they are given: foreign text is made harmless before.
#pragma once

#include <QStringList>

class QMimeData;

namespace pushbrake {

QString tableHtml(const QStringList& heading, const QList<QStringList>& rows);
/// Both kinds, with the heading in both. Owned by the caller, who hands it to the clipboard.
QMimeData* tableForClipboard(const QStringList& heading, const QList<QStringList>& rows);

} // namespace pushbrake
