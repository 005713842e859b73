// Asks the Secret Service over D-Bus what QtKeychain does not tell: whether an entry is missing or only locked.
// Linux only; elsewhere every answer is Unknown. Asynchronous; answers once, within five seconds, unless `context` is gone.
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace pushbrake {

enum class EntryPlace { Unknown, Unlocked, Locked, Nowhere };

/// Where an entry that QtKeychain wrote under `service` and `key` is. Locked as well when nothing was found and the
/// default keyring is locked, since a locked keyring may hide it.
void findSecretServiceEntry(const QString& service, const QString& key, QObject* context, std::function<void(EntryPlace)> done);

} // namespace pushbrake
