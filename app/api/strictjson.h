// Reads JSON as RFC 8259 has it and a little stricter: UTF-8 without a byte order mark or NUL, no doubled keys,
// no deep nesting. Pure; for foreign bytes, so it never throws.
#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

#include <optional>

namespace pushbrake {

/// Nothing when the bytes are not exactly one such JSON value.
std::optional<nlohmann::json> parseStrictJson(const QByteArray& text);

/// A number that was written as a whole one and fits; nothing for 1.0, 1e2, -0, "1", null and what is larger.
std::optional<qint64> integerOf(const nlohmann::json& value);

/// That member of an object; nothing when there is none, or another number.
std::optional<qint64> integerOf(const nlohmann::json& object, const char* member);
/// The text of that member; `otherwise` when there is none, and empty when it is no text.
QString textOf(const nlohmann::json& object, const char* member, const QString& otherwise = {});

} // namespace pushbrake
