// Rows of the list for the clipboard: as text with tabs, and as a table for spreadsheets and letters. Task IDs are
// plain digits, times stand there in both zones, and no mark that cannot be seen is in it.
#pragma once

#include "domain/task.h"

#include <QList>
#include <QString>

namespace pushbrake {

class TaskModel;

struct RowCopy
{
    QString text; ///< without a heading, for a chat
    QString html; ///< with one
};

/// Of tasks that are in the model, in this order.
RowCopy copyOf(const QList<Task>& tasks, const TaskModel& model);
void toClipboard(const RowCopy& copy);

} // namespace pushbrake
