// The app that is open in the window, as the desks of this room need it. Implemented by Console, which owns the
// session.
#pragma once

#include "domain/profile.h"

#include <QString>

namespace pushbrake {

class AppSession;

class OpenedApp
{
public:
    virtual ~OpenedApp() = default;

    /// Null while no account is there.
    virtual AppSession* session() const = 0;
    /// False while something goes on that must not be left: another app cannot be opened then.
    virtual bool mayLeave() const = 0;
    /// An account came from its store. While mayLeave() is false it only takes the place of the same app's.
    virtual void open(Account account) = 0;
    /// This app is chosen, but its account is not there (yet).
    virtual void close(const QString& profileId) = 0;
};

} // namespace pushbrake
