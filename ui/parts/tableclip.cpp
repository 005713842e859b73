#include "ui/parts/tableclip.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

// Spreadsheets would round a long number and drop its last digits: both kinds of them are told that it is text.
QString tableCell(const QString& text)
{
    return u"<td dir=\"auto\" style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\">%1</td>"_s.arg(text.toHtmlEscaped());
}

} // namespace

QString tableHtml(const QStringList& heading, const QList<QStringList>& rows)
{
    QString html = u"<meta charset=\"utf-8\"><table><tr>"_s;
    for (const QString& name : heading)
        html += u"<th>%1</th>"_s.arg(name.toHtmlEscaped());
    html += u"</tr>"_s;
    for (const QStringList& row : rows) {
        html += u"<tr>"_s;
        for (const QString& cell : row)
            html += tableCell(cell);
        html += u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

QMimeData* tableForClipboard(const QStringList& heading, const QList<QStringList>& rows)
{
    QString text = heading.join(u'\t');
    for (const QStringList& row : rows)
        text += u'\n' + row.join(u'\t');
    auto* copied = new QMimeData;
    copied->setText(text + u'\n');
    copied->setHtml(tableHtml(heading, rows));
    return copied;
}

} // namespace pushbrake
