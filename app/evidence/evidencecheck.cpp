#include "evidence/evidencecheck.h"

#include "api/strictjson.h"
#include "evidence/evidence.h"
#include "evidence/evidencehash.h"
#include "exchange/ziparchive.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pushbrake {

namespace {

using Kind = EvidenceFault::Kind;
using evidence::hashOf;

std::unexpected<EvidenceFault> fault(Kind kind, qsizetype line = 0)
{
    return std::unexpected { EvidenceFault { kind, int(line) } };
}

/// hashes.txt: those of the rows, and of the two files behind them.
struct Hashes
{
    QList<QByteArray> rows;
    QByteArray table;
    QByteArray readMe;
    QByteArray seal;
};

bool isHash(const QByteArray& text)
{
    return text.size() == evidence::hashDigits && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

// Each line but the last ends with a line feed, and so does the last: what is behind it is a cut line.
std::optional<QList<QByteArray>> linesOf(const QByteArray& text)
{
    if (!text.endsWith('\n'))
        return {};
    QList<QByteArray> lines = text.split('\n');
    lines.removeLast();
    return lines;
}

std::expected<Hashes, EvidenceFault> readHashes(const QByteArray& text)
{
    const auto lines = linesOf(text);
    if (!lines || lines->size() < 3)
        return fault(Kind::HashesChanged, lines ? lines->size() : 0);
    Hashes read;
    read.seal = evidence::beforeTheFirst();
    const qsizetype rows = lines->size() - 2;
    for (qsizetype i = 0; i < lines->size(); ++i) {
        const QByteArray name = i < rows ? QByteArray::number(i + 1)
            : i == rows                  ? QByteArray(evidence::table)
                                         : QByteArray(evidence::readMe);
        const QList<QByteArray> parts = lines->at(i).split(' ');
        if (parts.size() != 3 || parts[0] != name || !isHash(parts[1])
            || parts[2] != evidence::chained(read.seal, parts[1]))
            return fault(Kind::HashesChanged, i + 1);
        read.seal = parts[2];
        (i < rows ? read.rows.emplace_back() : i == rows ? read.table : read.readMe) = parts[1];
    }
    return read;
}

/// Where the rows and their hashes part for the first time, and how.
EvidenceFault differenceAt(qsizetype place, const QList<QByteArray>& found, const QList<QByteArray>& expected)
{
    const auto isLater
        = [place](const QList<QByteArray>& in, const QByteArray& what) { return in.indexOf(what, place + 1) >= 0; };
    const int line = int(place) + 1;
    if (place >= found.size())
        return { Kind::RowMissing, line };
    if (place >= expected.size())
        return { Kind::RowAdded, line };
    const bool belongsLater = isLater(expected, found[place]);
    const bool comesLater = isLater(found, expected[place]);
    if (belongsLater && comesLater)
        return { found.size() > expected.size() ? Kind::RowAdded : Kind::RowsReordered, line };
    if (belongsLater)
        return { Kind::RowMissing, line };
    return { comesLater ? Kind::RowAdded : Kind::RowChanged, line };
}

std::expected<void, EvidenceFault> compareRows(const QList<QByteArray>& rows, const QList<QByteArray>& expected)
{
    QList<QByteArray> found;
    found.reserve(rows.size());
    for (const QByteArray& row : rows)
        found.append(hashOf(row));
    for (qsizetype i = 0; i < std::max(found.size(), expected.size()); ++i) {
        if (i >= found.size() || i >= expected.size() || found[i] != expected[i])
            return std::unexpected { differenceAt(i, found, expected) };
    }
    return {};
}

QDateTime momentOf(const nlohmann::json& head, const char* member)
{
    return QDateTime::fromString(textOf(head, member), Qt::ISODateWithMs);
}

/// The first line, of which nothing is known yet.
std::expected<nlohmann::json, EvidenceFault> headOf(const QByteArray& line)
{
    auto head = parseStrictJson(line);
    if (!head || !head->is_object() || textOf(*head, "format") != QLatin1String(evidence::format))
        return fault(Kind::NotEvidence);
    if (integerOf(*head, "version").value_or(0) > evidence::version)
        return fault(Kind::Newer);
    return std::move(*head);
}

EvidenceWord wordOf(const nlohmann::json& head, const QByteArray& seal)
{
    return { seal, textOf(head, "appName"), textOf(head, "person"), textOf(head, "machine"),
        momentOf(head, "startedAt"), momentOf(head, "takenAt"), integerOf(head, "pushes").value_or(0),
        head.value("practice", nlohmann::json()) == true };
}

} // namespace

std::expected<EvidenceWord, EvidenceFault> checkEvidence(const QByteArray& file)
{
    constexpr std::array names { evidence::readMe, evidence::lines, evidence::table, evidence::hashes };
    auto archive = ZipArchive::open(file, mostEvidenceBytes);
    if (!archive)
        return fault(archive.error().kind == TableFault::Kind::UnpacksTooLarge ? Kind::TooLarge : Kind::NotEvidence);
    QHash<QByteArray, QByteArray> texts;
    for (const char* name : names) {
        auto text = archive->contains(name) ? archive->read(name) : faulty(TableFault::Kind::Damaged);
        if (!text)
            return fault(Kind::NotEvidence);
        texts.insert(name, std::move(*text));
    }
    const QByteArray& all = texts[evidence::lines];
    const auto head = headOf(all.left(all.indexOf('\n')));
    if (!head)
        return std::unexpected { head.error() };
    const auto hashes = readHashes(texts[evidence::hashes]);
    if (!hashes)
        return std::unexpected { hashes.error() };
    const auto rows = linesOf(all);
    if (!rows)
        return fault(Kind::RowChanged, all.count('\n') + 1);
    if (const auto same = compareRows(*rows, hashes->rows); !same)
        return std::unexpected { same.error() };
    if (hashOf(texts[evidence::table]) != hashes->table)
        return fault(Kind::TableChanged);
    if (hashOf(texts[evidence::readMe]) != hashes->readMe)
        return fault(Kind::ReadMeChanged);
    if (archive->names().size() != qsizetype(names.size()))
        return fault(Kind::FileAdded);
    return wordOf(*head, hashes->seal);
}

SealMatch compareSeals(const QString& noted, const QByteArray& seal)
{
    QByteArray digits;
    for (const QChar sign : noted.toLower()) {
        if (!sign.isSpace())
            digits += sign.unicode() < 0x80 ? char(sign.unicode()) : '?';
    }
    if (digits == seal)
        return SealMatch::Same;
    return seal.startsWith(digits) ? SealMatch::Beginning : SealMatch::Other;
}

} // namespace pushbrake
