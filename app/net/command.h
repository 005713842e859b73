// The commands of the service that this program uses, and how often each may be called.
#pragma once

#include <QLatin1String>

namespace pushbrake {

enum class Command { Delete, Get, List, Revoke };

/// Path below the host, e.g. "/v4/timpush/delete_sched_task" (documents 78841-78843, 60571).
QLatin1String commandPath(Command command);
/// Calls a second: 5, and 1 for Revoke.
int commandRate(Command command);

} // namespace pushbrake
