// What a run can do to a task, as the journal names it. What each one means is in cancel/deed.h.
#pragma once

#include <QString>

#include <optional>

namespace pushbrake {

enum class DeedKind { Delete };

/// Word of the journal ("delete"). Never shown to a person. A new word needs a new schemaVersion, so that a program
/// which does not know it leaves the file alone.
QString deedWord(DeedKind deed);
/// Nothing for a word that is not known: it must never be taken for another deed.
std::optional<DeedKind> deedFromWord(const QString& word);

} // namespace pushbrake
