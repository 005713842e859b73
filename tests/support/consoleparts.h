// The whole console with what it needs, all in memory but for its settings: for tests that play a person's part in
// front of a service and a transport of their own.
#pragma once

#include "domain/serviceclock.h"
#include "net/sharedgates.h"
#include "net/transport.h"
#include "secrets/accounts.h"
#include "secrets/profileindex.h"
#include "secrets/sessionstore.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/profileapps.h"
#include "store/tasklist.h"
#include "ui/console.h"
#include "ui/window/shell.h"

#include <QSettings>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace pushbrake {

struct ConsoleParts
{
    /// Borrows clock and transport, which have to outlive it.
    ConsoleParts(ServiceClock& clock, Transport& transport, std::function<Account()> practiceAccount)
        : accounts(keychain, sessionOnly, profiles, clock)
        , gates(clock)
        , console({ window, settings, clock, transport, tasks, journal, apps, *database, accounts, gates,
              std::move(practiceAccount) })
    {
    }

    template<typename Widget> Widget* find(const char* name) const
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }

    QTemporaryDir folder;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<Database> database = Database::inMemory();
    TaskList tasks { *database };
    Journal journal { *database };
    ProfileApps apps { *database };
    SessionStore keychain;
    SessionStore sessionOnly;
    ProfileIndex profiles { settings };
    Accounts accounts;
    SharedGates gates;
    Shell window { settings };
    Console console;
};

} // namespace pushbrake
