// The rows of a table that are left out, to be mended in the sheet that they came from: the line, the reason, and every
// cell of the row as the file has it. Pure.
#pragma once

#include "exchange/columnplan.h"
#include "exchange/importpreview.h"
#include "exchange/tablereader.h"

#include <QList>
#include <QStringList>

namespace pushbrake {

/// The first row is the heading.
QList<QStringList> leftOutTable(const ImportPreview& preview, const ReadTable& read, const ColumnPlan& plan);

} // namespace pushbrake
