// One keychain entry as bytes: strict JSON with a version, at most 2400 bytes (Windows takes 2560). It says whom its
// secret was entered for, and is read as strictly as a file that is imported: others write to a keychain too. Pure.
#pragma once

#include "domain/profile.h"
#include "secrets/accountstore.h"

#include <expected>

namespace pushbrake {

inline constexpr int mostEntryBytes = 2400;

/// TooLarge when it would not fit. The bytes hold the secret: wipe() them after use.
[[nodiscard]] std::expected<QByteArray, StoreFault> accountToEntry(const Account& account);
[[nodiscard]] bool fitsIntoEntry(const Account& account);
/// An empty secret is sound: the profile was imported and waits for the person to enter it.
/// Damaged for anything that accountToEntry() did not write, Newer for what a later version of it did.
[[nodiscard]] std::expected<Account, StoreFault> accountFromEntry(const QString& profileId, const QByteArray& entry);
/// Entries of earlier versions do not; their secret is taken as entered for what they name.
[[nodiscard]] bool saysWhomItsSecretIsFor(const QByteArray& entry);

} // namespace pushbrake
