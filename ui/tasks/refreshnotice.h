// What a refresh came to, in whole sentences: above all what could not be read. Pure; TaskDesk tells it.
#pragma once

#include "api/listreading.h"
#include "api/serviceclient.h"
#include "domain/profile.h"

#include <QString>

namespace pushbrake {

struct RefreshNotice
{
    QString text; ///< empty when the whole list was read
    QString details; ///< what to do about it
};

/// `kind`: what the app signs in with.
RefreshNotice refreshNotice(const CallReport& report, const ListReading& reading, CredentialKind kind);

} // namespace pushbrake
