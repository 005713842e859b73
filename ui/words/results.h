// What became of a cancellation or a look-up, in one sentence, and what to do next, in another: for every code of the
// service, every HTTP fault and every network fault.
#pragma once

#include "api/serviceclient.h"
#include "domain/outcome.h"
#include "domain/profile.h"
#include "domain/task.h"

#include <QString>

namespace pushbrake::sentences {

QString whatHappened(const SettledResult& result);
/// `kind`: what the app signs in with; nobody who gave a key can paste a better UserSig.
QString whatNext(const SettledResult& result, CredentialKind kind);
/// Of a result that is not recorded.
QString noRecordKept();
/// Short form for the list's "Last result" column, with the date unless it is today's. Without `nowUtc`: always.
QString lastResult(const Task& task, const QDateTime& nowUtc);

/// For a look-up (refresh, test of the connection, check): what is wrong and what to do.
QString callProblem(const CallReport& report);
QString callAdvice(const CallReport& report, CredentialKind kind);

} // namespace pushbrake::sentences
