#include "exchange/textencoding.h"

#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace pushbrake {

namespace {

constexpr qsizetype sampledBytes = 256 * 1024;

struct Mark
{
    QByteArrayView bytes;
    QByteArrayView encoding;
};

// UTF-32's before UTF-16's, which it begins with.
constexpr std::array marks { Mark { "\xEF\xBB\xBF", "UTF-8" },
    Mark { QByteArrayView("\xFF\xFE\x00\x00", 4), "UTF-32LE" }, Mark { "\xFF\xFE", "UTF-16LE" },
    Mark { "\xFE\xFF", "UTF-16BE" } };

std::optional<QString> decoded(QByteArrayView bytes, const QByteArray& encoding)
{
    QStringDecoder decoder(encoding.constData(), QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return {};
    QString text = decoder(bytes);
    // Unicode's own encodings may hold what another program has replaced already.
    if (decoder.hasError() || (!encoding.startsWith("UTF-") && text.contains(QChar::ReplacementCharacter)))
        return {};
    return text;
}

// What it calls otherwise than its superset, which is what programs write, and what it may be asked for.
QByteArray offered(const QByteArray& found)
{
    static const QList<std::pair<QByteArray, QByteArray>> supersets { { "GB2312", "GB18030" }, { "GBK", "GB18030" },
        { "HZ-GB-2312", "GB18030" }, { "SHIFT_JIS", "Shift_JIS" }, { "UHC", "EUC-KR" }, { "CP949", "EUC-KR" },
        { "ISO-8859-1", "windows-1252" }, { "ISO-8859-15", "windows-1252" }, { "ISO-8859-2", "windows-1250" },
        { "ISO-8859-5", "windows-1251" }, { "ISO-8859-7", "windows-1253" }, { "ISO-8859-9", "windows-1254" },
        { "ISO-8859-8", "windows-1255" }, { "ISO-8859-6", "windows-1256" }, { "TIS-620", "windows-874" },
        { "ISO-8859-11", "windows-874" } };
    for (const auto& [name, superset] : supersets) {
        if (found.compare(name, Qt::CaseInsensitive) == 0)
            return superset;
    }
    for (const QByteArray& name : tableEncodings()) {
        if (found.compare(name, Qt::CaseInsensitive) == 0)
            return name;
    }
    return {};
}

QByteArray detected(QByteArrayView bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), sampledBytes));
    if (uchardet_handle_data(detector.get(), sample.data(), size_t(sample.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    return offered(uchardet_get_charset(detector.get()));
}

std::expected<DecodedText, TableFault> guessed(QByteArrayView bytes)
{
    QList<QByteArray> candidates { detected(bytes) };
    for (const char* name : { "GB18030", "Shift_JIS", "Big5", "EUC-KR", "windows-1252" })
        candidates.append(name);
    for (const QByteArray& name : candidates) {
        if (const auto text = decoded(bytes, name))
            return DecodedText { *text, name, true };
    }
    return faulty(TableFault::Kind::NotText);
}

} // namespace

const QList<QByteArray>& tableEncodings()
{
    static const QList<QByteArray> names { "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "Shift_JIS", "EUC-JP",
        "EUC-KR", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
        "windows-1256", "windows-1257", "windows-1258", "windows-874" };
    return names;
}

std::expected<DecodedText, TableFault> decodeText(QByteArrayView bytes, const QByteArray& chosen)
{
    for (const Mark& mark : marks) {
        if (!bytes.startsWith(mark.bytes) || (!chosen.isEmpty() && chosen != mark.encoding))
            continue;
        if (auto text = decoded(bytes.sliced(mark.bytes.size()), mark.encoding.toByteArray()))
            return DecodedText { std::move(*text), mark.encoding.toByteArray(), false };
        return faulty(TableFault::Kind::NotText);
    }
    if (!chosen.isEmpty()) {
        if (auto text = decoded(bytes, chosen))
            return DecodedText { std::move(*text), chosen, false };
        return faulty(TableFault::Kind::WrongEncoding);
    }
    if (bytes.contains('\0'))
        return faulty(TableFault::Kind::NotText);
    if (auto text = decoded(bytes, "UTF-8"))
        return DecodedText { std::move(*text), "UTF-8", false };
    return guessed(bytes);
}

} // namespace pushbrake
