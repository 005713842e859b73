// An XLSX workbook as a program writes it that people use: libxlsxwriter.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

/// What `fill(workbook)` makes of an empty one. With little memory texts stand in their cells instead of in a part that
/// they share.
template<typename Fill> QByteArray sheetFile(Fill fill, bool withLittleMemory = false)
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("made.xlsx")));
    lxw_workbook_options options {};
    options.constant_memory = withLittleMemory ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* workbook = workbook_new_opt(path.constData(), &options);
    fill(workbook);
    workbook_close(workbook);
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Headings and as many rows less one.
inline QByteArray sheetOfPushes(int rows)
{
    return sheetFile([rows](lxw_workbook* workbook) {
        lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Pushes");
        lxw_format* date = workbook_add_format(workbook);
        format_set_num_format(date, "yyyy-mm-dd hh:mm");
        const char* headings[] = { "Task ID", "Title", "Goes out", "Type" };
        for (lxw_col_t column = 0; column < 4; ++column)
            worksheet_write_string(sheet, 0, column, headings[column], nullptr);
        for (lxw_row_t row = 1; row < lxw_row_t(rows); ++row) {
            const QByteArray id = QByteArray::number(7'000'000'000LL + row);
            worksheet_write_string(sheet, row, 0, id.constData(), nullptr);
            worksheet_write_string(sheet, row, 1, ("Sale " + QByteArray::number(row % 1000)).constData(), nullptr);
            worksheet_write_number(sheet, row, 2, 46357 + double(row % 5000) / 1440, date);
            worksheet_write_string(sheet, row, 3, "All", nullptr);
        }
    });
}
