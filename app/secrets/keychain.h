// The operating system's keychain through QtKeychain, entry by entry: what is written is read back, what is removed is
// looked for again, and a locked keyring is told from a missing entry and left alone until unlock() is asked for.
// Asynchronous: every call is answered exactly once, within ten seconds in all, unless `context` is gone by then.
#pragma once

#include "secrets/accountstore.h"

#include <QByteArray>

namespace pushbrake::keychain {

/// The bytes hold a secret: wipe() them after use.
using Read = std::function<void(std::expected<QByteArray, StoreFault>)>;
using Finished = AccountStore::Finished;

/// `key` is below pushbrake/v1/.
void read(const QString& key, QObject* context, Read done);
/// Takes the bytes and overwrites them when they are no longer needed.
void write(const QString& key, QByteArray&& bytes, QObject* context, Finished done);
void remove(const QString& key, QObject* context, Finished done);
/// Asks the system to unlock the default keyring; a person has two minutes for it. True when it is open now.
void unlock(QObject* context, std::function<void(bool)> done);

} // namespace pushbrake::keychain
