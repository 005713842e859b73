#include "net/command.h"

#include <QtGlobal>

namespace pushbrake {

QLatin1String commandPath(Command command)
{
    switch (command) {
    case Command::Delete: return QLatin1String("/v4/timpush/delete_sched_task");
    case Command::Get: return QLatin1String("/v4/timpush/get_sched_task");
    case Command::List: return QLatin1String("/v4/timpush/list_sched_task");
    case Command::Revoke: return QLatin1String("/v4/timpush/revoke");
    }
    Q_UNREACHABLE();
}

int commandRate(Command command)
{
    return command == Command::Revoke ? 1 : 5;
}

} // namespace pushbrake
