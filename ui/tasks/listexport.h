// Takes the list away as a table for spreadsheets: asks where to, writes it, and tells what came of it. Nothing
// is kept: the question belongs to the window it stands over.
#pragma once

#include "domain/task.h"

#include <QList>

class QWidget;

namespace pushbrake {

class Notices;

/// `tasks` as they are on the screen now: it works with a full disk or a damaged database too. Borrows both until the
/// question is answered, which goes with `window`.
void askWhereToExport(const QList<Task>& tasks, QWidget& window, Notices& notices);

} // namespace pushbrake
