// The origins by which the list can be narrowed: where a push was first known from. Pure; used by RowOrder, OriginMenu
// and the chips.
#pragma once

#include <QString>

#include <optional>

namespace pushbrake {

struct OriginChoice
{
    /// NotKnown: listed by an earlier version of the program, which did not remember it.
    enum class Kind { Any, Typed, Service, AnyFile, File, NotKnown };

    Kind kind = Kind::Any;
    QString file; ///< its name, of Kind::File; empty otherwise

    bool operator==(const OriginChoice&) const = default;
};

/// As in a menu of origins.
QString originWords(const OriginChoice& choice);
/// `file`: the name that belongs to the number of one, as far as it is known. Empty where the origin is not known.
QString originWords(quint16 number, const QString& file);
/// `fileNumber`: of the chosen file; nothing: no push came from it.
bool isOf(const OriginChoice& choice, quint16 number, std::optional<quint16> fileNumber);

} // namespace pushbrake
