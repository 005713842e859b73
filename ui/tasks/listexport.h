// Takes the list away as a table for spreadsheets: asks where to, writes it, and tells what came of it. Nothing
// is kept: the question belongs to the window it stands over.
#pragma once

#include "domain/task.h"

#include <QList>

class QWidget;

namespace pushbrake {

class Notices;
class TaskModel;

/// Those of the model, as they are on the screen now: a short list works with a damaged database too. Written part by
/// part, so that the window answers. Borrows all until that is done, which goes with `window`.
void askWhereToExport(const QList<TaskId>& tasks, const TaskModel& model, QWidget& window, Notices& notices);

} // namespace pushbrake
