// Takes a check away as a file: asks where to, as a table or a workbook, writes it, and tells what came of it. Nothing
// is kept: the question belongs to the window it stands over.
#pragma once

#include "ui/checks/checktake.h"

class QWidget;

namespace pushbrake {

class Notices;

/// `name`: proposed for the file, without its ending. Borrows window and notices until the question is answered.
void askWhereToExport(const CheckPaper& paper, const QString& name, QWidget& window, Notices& notices);

} // namespace pushbrake
