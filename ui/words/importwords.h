// What a person reads about a table that is imported: why it cannot be read, what would become of each of its rows, and
// what its columns mean. For ImportDialog.
#pragma once

#include "exchange/columnplan.h"
#include "exchange/importpreview.h"
#include "exchange/tablefault.h"

#include <QString>

namespace pushbrake::sentences {

/// Why nothing can be imported from it.
QString tableProblem(const TableFault& fault);
/// What to do about it.
QString tableAdvice(const TableFault& fault);

QString columnRoleName(ColumnRole role);
/// "B", "AA": as spreadsheets name the column, counted from 0.
QString columnLetters(int column);

/// One remark in one sentence; foreign text in it is isolated.
QString importRemark(const ImportRemark& remark);
/// All remarks of a row, the most telling first.
QString importRemarks(const ImportRow& row);

} // namespace pushbrake::sentences
