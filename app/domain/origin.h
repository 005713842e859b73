// Where a push was first known from. A number that stands in the database and in every TaskBrief: one of the kinds
// below, or that of a file whose name TaskList keeps. Pure.
#pragma once

#include <QtGlobal>

namespace pushbrake::origin {

// These numbers stand in people's files. They keep their meaning.
inline constexpr quint16 notKnown = 0; ///< listed by an earlier version, which did not remember it
inline constexpr quint16 typed = 1; ///< or pasted
inline constexpr quint16 service = 2; ///< read from it
inline constexpr quint16 someFile = 3; ///< imported from one whose name is not kept: it has none, or there are too many
inline constexpr quint16 firstFile = 16; ///< and all that follow
inline constexpr quint16 lastFile = 65'535;

constexpr bool isFile(quint16 number)
{
    return number == someFile || number >= firstFile;
}

/// As far as it fits: a number of a later version is not known here.
quint16 numberFrom(qint64 stored);

} // namespace pushbrake::origin
