// Who is signed in at this computer, by the system's own word and not by the environment's. Used by Journal for a run's
// record.
#pragma once

#include <QString>

namespace pushbrake {

/// "ann"; the number of a user without a name. Asked once a process: a directory service may be slow.
QString osUser();

} // namespace pushbrake
