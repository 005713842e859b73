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
QString databaseProblem(DatabaseFault fault);
QString profileFileProblem(const ProfileFileFault& fault);

} // namespace pushbrake::sentences
