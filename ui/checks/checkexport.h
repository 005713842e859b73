// Takes a check away as a file: asks where to, as a table or a workbook, writes it, and tells what came of it. Nothing
// is kept: the question belongs to the window it stands over.
#pragma once

#include "ui/checks/checktake.h"

class QWidget;

namespace pushbrake {

class Notices;

/// The name of a file without its ending, where that is one of a table that can be brought; any other dot is a part of
/// what a person has called it.
QString stemOfTable(const QString& name);
/// `name`: proposed for the file, without its ending. Borrows window and notices until the question is answered.
void askWhereToExport(const CheckPaper& paper, const QString& name, QWidget& window, Notices& notices);

} // namespace pushbrake
