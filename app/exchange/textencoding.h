// Finds out how the bytes of a text file are to be read: its mark, then strict UTF-8, then what uchardet takes it for,
// which is a guess that a person sees and may change. Pure.
#pragma once

#include "exchange/tablefault.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <expected>

namespace pushbrake {

struct DecodedText
{
    QString text; ///< without a byte order mark
    QByteArray encoding; ///< one of tableEncodings(), or "UTF-32LE" where the mark says so
    bool isGuess = false; ///< worth a look at a line with other than ASCII
};

/// Those that can be chosen, by their usual names: "UTF-8", "GB18030", "windows-1252", ...
const QList<QByteArray>& tableEncodings();

/// In the chosen encoding, or in that which is found when none is chosen. Nothing is replaced: bytes that do not fit
/// are a fault.
[[nodiscard]] std::expected<DecodedText, TableFault> decodeText(QByteArrayView bytes, const QByteArray& chosen = {});

} // namespace pushbrake
