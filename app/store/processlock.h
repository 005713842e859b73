// The lock file that keeps a second process off the database. A lock whose process is gone is taken over.
// Used by Database only, which holds the lock as long as the file is open.
#pragma once

#include "store/storefault.h"

#include <QLockFile>
#include <QString>

#include <expected>
#include <memory>

namespace pushbrake {

/// Locks `path` against other processes. InUse when a living process holds it.
[[nodiscard]] std::expected<std::unique_ptr<QLockFile>, DatabaseFault> lockForThisProcess(const QString& path);

} // namespace pushbrake
