// Asks the Secret Service over D-Bus what QtKeychain does not tell: whether an entry is missing or only locked.
// Linux only; elsewhere every answer is Unknown. Asynchronous; each call answers once, unless `context` is gone.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace pushbrake {

enum class EntryPlace {
    Unknown, ///< there is no Secret Service
    Silent, ///< there is one, and it does not answer
    Unlocked,
    Locked,
    Nowhere,
    NoKeyring ///< there is no default keyring yet: writing makes the system ask the person for the password of a new
              ///< one
};

/// Where an entry that QtKeychain wrote under `service` and `key` is. Locked as well when nothing was found and the
/// default keyring is locked, since a locked keyring may hide it. Silent after `patience` milliseconds.
void findSecretServiceEntry(
    const QString& service, const QString& key, int patience, QObject* context, std::function<void(EntryPlace)> done);
/// The keys of all unlocked entries under `service`, in no order. Empty when nobody can say within `patience`
/// milliseconds.
void listSecretServiceKeys(
    const QString& service, int patience, QObject* context, std::function<void(QStringList)> done);
/// Has the system ask the person for the default keyring's password, and waits up to two minutes. True when it is open
/// afterwards; at once when it was not locked.
void unlockSecretService(QObject* context, std::function<void(bool)> done);

} // namespace pushbrake
