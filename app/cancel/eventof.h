// What a call to the service leaves in the history. Pure.
#pragma once

#include "cancel/runplan.h"
#include "store/runevent.h"

namespace pushbrake {

/// Without its run, when it was sent and what the push was found to be.
RunEvent eventOf(RunEvent::Kind kind, TaskId task, const CallReport& report, const QDateTime& answeredAt);
/// Of the last request for a task of a run.
RunEvent eventOf(const RunEntry& asked, const CallReport& report, const QDateTime& answeredAt);
/// What a look says of the push; NotRead when it says nothing.
TaskStatus seenStatus(const CallReport& report, const Task& read);

} // namespace pushbrake
