// What is wrong with something that did not come from the service, and how to mend it: a typed task ID, the keychain,
// the database, a file of apps.
#pragma once

#include "exchange/profilefile.h"
#include "exchange/taskidtext.h"
#include "secrets/accountstore.h"
#include "store/storefault.h"

#include <QString>

namespace pushbrake::sentences {

QString taskIdProblem(TaskIdFault fault);
QString storeProblem(StoreFault fault);
/// While the program runs: a read or a write of the list failed.
QString databaseProblem(DatabaseFault fault);
/// Why a cancellation would have no record, in one sentence that says so.
QString noRecordNow(DatabaseFault fault);
/// At the start, under noRecordNow().
QString whatWorksWithoutRecord();
QString databaseSetAside();
/// Before the window is there: the list of an earlier version is rewritten.
QString listIsBroughtUpToDate();
/// Under noRecordNow(), when a large file turns out to be damaged after it was opened.
QString damageWasFoundLater();
/// Another Pushbrake has the list.
QString alreadyOpen();
QString profileFileProblem(const ProfileFileFault& fault);

} // namespace pushbrake::sentences
