#include "exchange/tablexlsx.h"

#include "exchange/ziparchive.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr qsizetype mostText = 32'767; // the format's own limit
constexpr qsizetype exactDigits = 15;

bool isNumber(const QString& text)
{
    return !text.isEmpty() && text.size() <= exactDigits
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QByteArray cellText(QString text)
{
    text.truncate(mostText);
    return text.remove(QChar(0)).toUtf8(); // which would end it
}

void writeSheet(lxw_workbook& book, const SheetTable& table, lxw_format& heading)
{
    lxw_worksheet* sheet = workbook_add_worksheet(&book, table.name.toUtf8().constData());
    if (!sheet) // a name that the format does not take
        sheet = workbook_add_worksheet(&book, nullptr);
    for (qsizetype column = 0; column < table.widths.size(); ++column)
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), double(table.widths.at(column)), nullptr);
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const QStringList& cells = table.rows.at(row);
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const auto at = std::pair(lxw_row_t(row), lxw_col_t(column));
            if (row > 0 && column == table.numbers && isNumber(cells.at(column)))
                worksheet_write_number(sheet, at.first, at.second, cells.at(column).toDouble(), nullptr);
            else
                worksheet_write_string(
                    sheet, at.first, at.second, cellText(cells.at(column)).constData(), row == 0 ? &heading : nullptr);
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
}

/// The library does not look whether a full disk took what it wrote on the way.
bool isWhole(const QByteArray& bytes, qsizetype sheets)
{
    auto archive = ZipArchive::open(bytes);
    if (!archive)
        return false;
    const auto endsWell = [&archive](const QByteArray& part, const char* end) {
        const auto text = archive->read(part);
        return text ? text->trimmed().endsWith(end) : text.error().kind == TableFault::Kind::UnpacksTooLarge;
    };
    for (qsizetype sheet = 1; sheet <= sheets; ++sheet) {
        if (!endsWell("xl/worksheets/sheet" + QByteArray::number(sheet) + ".xml", "</worksheet>"))
            return false;
    }
    return endsWell("xl/workbook.xml", "</workbook>")
        && (!archive->contains("xl/sharedStrings.xml") || endsWell("xl/sharedStrings.xml", "</sst>"));
}

} // namespace

std::optional<QByteArray> tablesToXlsx(const QList<SheetTable>& sheets)
{
    const QTemporaryDir folder; // only the owner sees into it
    const QString path = folder.filePath(QStringLiteral("table.xlsx"));
    QByteArray place = QFile::encodeName(folder.path()); // not const: the library asks for a char*
    lxw_workbook_options options {};
    options.tmpdir = place.data();
    lxw_workbook* book = folder.isValid() ? workbook_new_opt(QFile::encodeName(path).constData(), &options) : nullptr;
    if (!book)
        return std::nullopt;
    lxw_format* heading = workbook_add_format(book);
    format_set_bold(heading);
    for (const SheetTable& table : sheets)
        writeSheet(*book, table, *heading);
    QFile file(path);
    if (workbook_close(book) != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    return isWhole(bytes, sheets.size()) ? std::optional(bytes) : std::nullopt;
}

} // namespace pushbrake
