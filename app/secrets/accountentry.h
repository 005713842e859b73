// One keychain entry as bytes: strict JSON with a version, at most 2400 bytes (Windows takes 2560). Pure.
#pragma once

#include "domain/profile.h"
#include "secrets/accountstore.h"

#include <expected>

namespace pushbrake {

inline constexpr int mostEntryBytes = 2400;

/// TooLarge when it would not fit. The bytes hold the secret: wipe() them after use.
[[nodiscard]] std::expected<QByteArray, StoreFault> accountToEntry(const Account& account);
/// An empty secret is sound: the profile was imported and waits for the person to enter it.
/// Damaged for anything that accountToEntry() did not write.
[[nodiscard]] std::expected<Account, StoreFault> accountFromEntry(const QString& profileId, const QByteArray& entry);

} // namespace pushbrake
