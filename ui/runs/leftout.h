// Why pushes that a person selected are not among those that the question is about, in whole sentences.
#pragma once

#include "domain/task.h"

#include <QStringList>

namespace pushbrake {

class TaskPage;

/// One sentence for each reason; none when nothing is left out, or when the question is not about the selected ones.
QStringList leftOutSentences(const TaskPage& page, const QList<Task>& asked);
/// The same of pushes that were chosen elsewhere, also of those that the list does not know.
QStringList leftOutSentences(const TaskPage& page, const QList<TaskId>& chosen);

} // namespace pushbrake
