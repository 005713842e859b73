// Profiles without secrets as a JSON file for a colleague: written and strictly read back. Pure.
// All or nothing: the first entry that cannot be taken refuses the file, as does every field that is not known, so a
// file with a secret in it is never read.
#pragma once

#include "domain/profile.h"

#include <QByteArray>
#include <QList>

#include <expected>

namespace pushbrake {

inline constexpr int mostFileBytes = 1024 * 1024;
inline constexpr int mostFileProfiles = 1000;

struct ProfileFileFault
{
    enum class Kind {
        TooLarge, ///< more bytes or entries than anybody has apps
        NotJson,
        NotProfiles, ///< JSON, but not such a file
        Newer, ///< of a later version of the program
        Empty,
        Fields, ///< an entry lacks a field, or has one that does not belong there
        Name,
        Region,
        Host,
        SdkAppId,
        Identifier,
        Credential,
        Mark,
        Colour,
        Repeated ///< the same app and account as an entry before, under the same name
    };
    Kind kind = Kind::NotJson;
    int entry = 0; ///< 1-based; 0 when the whole file is meant
};

/// Practice is left out. IDs stay here: whoever imports gets new ones.
QByteArray writeProfileFile(const QList<Profile>& profiles);
/// The profiles without IDs, each with every field checked as when it is typed, and their names tidied.
[[nodiscard]] std::expected<QList<Profile>, ProfileFileFault> readProfileFile(const QByteArray& text);
/// Whether both mean the same app and account, whatever they are called.
bool sameAccount(const Profile& a, const Profile& b);
/// Whether a person may take one name for the other: alike but for case, width, blanks and what is not seen.
bool looksAlike(const QString& nameA, const QString& nameB);

} // namespace pushbrake
