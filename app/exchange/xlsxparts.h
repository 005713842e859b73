// What an XLSX workbook says of itself beside its cells: which sheets there are and where, how it counts days, and
// which styles are dates (ECMA-376). Pure.
#pragma once

#include "exchange/serialdate.h"
#include "exchange/tablefault.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <expected>
#include <vector>

namespace pushbrake {

struct XlsxRelation
{
    QByteArray type; ///< its last word: "worksheet", "sharedStrings", "styles"
    QByteArray part; ///< name in the archive
};

struct XlsxWorkbook
{
    struct Sheet
    {
        QString name;
        QString relation; ///< key of the relations
    };
    QList<Sheet> sheets;
    DateSystem dates = DateSystem::From1900;
};

/// `folder` is where the part whose relations they are lies: "xl/".
[[nodiscard]] std::expected<QHash<QString, XlsxRelation>, TableFault> readXlsxRelations(
    const QByteArray& xml, const QByteArray& folder);
[[nodiscard]] std::expected<XlsxWorkbook, TableFault> readXlsxWorkbook(const QByteArray& xml);
/// Of each style, in order, whether it shows dates.
[[nodiscard]] std::expected<std::vector<bool>, TableFault> readXlsxDateStyles(const QByteArray& xml);

} // namespace pushbrake
