// A copy of the database file as an earlier version left it, beside it and as private, before its tables are changed.
// Used by Database only, while nobody else has the file.
#pragma once

#include "store/storefault.h"

#include <QString>

#include <expected>

namespace pushbrake {

/// Where the copy of a file of that version is.
QString copyOfVersion(const QString& path, int version);
/// Copies the whole file, safe on the disk when it succeeds; a copy that is there is replaced.
[[nodiscard]] std::expected<void, DatabaseFault> copyFile(const QString& path, const QString& copy);

} // namespace pushbrake
