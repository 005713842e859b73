// What became of a cancellation or a look-up, in one sentence, and what to do next, in another: for every code of the
// service, every HTTP fault and every network fault.
#pragma once

#include "api/serviceclient.h"
#include "domain/outcome.h"
#include "domain/task.h"

#include <QString>

namespace pushbrake::sentences {

QString whatHappened(const SettledResult& result);
QString whatNext(const SettledResult& result);
/// Of a result that is not recorded.
QString noRecordKept();
/// Short form for the list's "Last result" column.
QString lastResult(const Task& task);

/// For a look-up (refresh, test of the connection, check): what is wrong and what to do.
QString callProblem(const CallReport& report);
QString callAdvice(const CallReport& report);

} // namespace pushbrake::sentences
