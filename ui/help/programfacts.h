// What this program is, what it is built on and where it runs: for About and for support. Holds no secret, no app and
// no task.
#pragma once

#include "secrets/accountstore.h"

#include <QList>
#include <QString>

#include <expected>
#include <optional>

namespace pushbrake {

/// Of a part that others made.
struct BuiltOn
{
    QString name;
    QString version; ///< the one in use where the part can tell, else the one that Pushbrake was built with
    QString licence; ///< its short name by SPDX where it has one
};

/// Whether the keychain can be used now; nothing while that is not known yet.
using KeychainState = std::optional<std::expected<void, StoreFault>>;

QString programVersion();
QList<BuiltOn> builtOn();
/// "Debian GNU/Linux 12 (bookworm), linux 6.1.0, x86_64"
QString systemName();
/// Plain text for a message, in English like every text for support.
QString programSupportText(const KeychainState& keychain);

} // namespace pushbrake
