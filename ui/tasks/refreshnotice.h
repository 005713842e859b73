// What a refresh came to, in whole sentences: above all what could not be read. Pure; RefreshTeller tells it.
#pragma once

#include "api/listreading.h"
#include "api/serviceclient.h"
#include "domain/profile.h"

#include <QString>

#include <chrono>

namespace pushbrake {

struct RefreshNotice
{
    QString text; ///< empty when the whole list was read
    QString details; ///< what to do about it
};

/// `kind`: what the app signs in with.
RefreshNotice refreshNotice(const CallReport& report, const ListReading& reading, CredentialKind kind);
/// This computer's clock is wrong by so much: behind the service's, or ahead of it when negative.
RefreshNotice clockNotice(std::chrono::milliseconds behind);

} // namespace pushbrake
