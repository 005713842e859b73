// Packs named texts into a zip file. Touches no file but a temporary one of its own.
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace pushbrake {

struct ZipMember
{
    QByteArray name; ///< ASCII, without folders
    QByteArray bytes; ///< under 4 GiB
};

/// Nothing when no temporary file could be written.
std::optional<QByteArray> membersToZip(const QList<ZipMember>& members);

} // namespace pushbrake
