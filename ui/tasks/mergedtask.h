// What the list shows of a task once it is known what became of it.
#pragma once

#include "domain/outcome.h"
#include "domain/task.h"

namespace pushbrake {

/// The outcome tells the status as well; what the service says later wins over it.
Task withResult(Task task, const SettledResult& result);

} // namespace pushbrake
