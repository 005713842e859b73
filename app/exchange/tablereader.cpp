#include "exchange/tablereader.h"

#include "exchange/csvreader.h"
#include "exchange/textencoding.h"
#include "exchange/workbookreader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace pushbrake {

namespace {

constexpr qsizetype pdfWindow = 1024; // a PDF may have something before its mark

QByteArray inUtf16(QLatin1String name)
{
    QByteArray bytes;
    for (const char c : name)
        bytes.append(c).append('\0');
    return bytes;
}

/// Of the container that both old workbooks and those with a password are.
TableFault::Kind kindOfCompound(QByteArrayView bytes)
{
    const auto has = [bytes](const char* name) { return bytes.indexOf(inUtf16(QLatin1String(name))) >= 0; };
    if (has("EncryptedPackage") || has("EncryptionInfo"))
        return TableFault::Kind::Protected;
    return has("Workbook") || has("Book") ? TableFault::Kind::OldExcel : TableFault::Kind::OtherFile;
}

bool isMarkup(QByteArrayView bytes)
{
    const QByteArray start = bytes.first(std::min<qsizetype>(bytes.size(), 512)).toByteArray().trimmed().toLower();
    const QByteArray text = start.startsWith("\xEF\xBB\xBF") ? start.mid(3).trimmed() : start;
    constexpr std::array beginnings { "<!doctype", "<html", "<table", "<?xml", "<head", "<body", "<!--", "<meta" };
    return std::any_of(
        beginnings.begin(), beginnings.end(), [&text](const char* beginning) { return text.startsWith(beginning); });
}

/// Known by their first bytes, and no table.
std::optional<TableFault::Kind> otherFile(QByteArrayView bytes)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return kindOfCompound(bytes);
    if (bytes.first(std::min(bytes.size(), pdfWindow)).indexOf("%PDF-") >= 0)
        return TableFault::Kind::Pdf;
    constexpr std::array<const char*, 9> others { "\x89PNG", "\xFF\xD8\xFF", "GIF8", "{\\rtf",
        "\x7F"
        "ELF",
        "\x1F\x8B", "7z\xBC\xAF", "Rar!", "SQLite format 3" };
    if (std::any_of(others.begin(), others.end(), [bytes](const char* mark) { return bytes.startsWith(mark); }))
        return TableFault::Kind::OtherFile;
    return isMarkup(bytes) ? std::optional(TableFault::Kind::Html) : std::nullopt;
}

std::expected<ReadTable, TableFault> readWorkbookTable(
    QByteArrayView bytes, const TableHints& hints, const ReadingWatch& watch)
{
    auto workbook = readWorkbook(bytes, hints.sheet, watch);
    if (!workbook)
        return std::unexpected { workbook.error() };
    if (workbook->table.rowCount() == 0 && workbook->sheets.size() < 2)
        return faulty(TableFault::Kind::Empty);
    ReadTable read;
    read.format = workbook->format == WorkbookFormat::Xlsx ? TableFormat::Xlsx : TableFormat::Ods;
    read.sheets = std::move(workbook->sheets);
    read.sheet = workbook->sheet;
    read.table = std::move(workbook->table);
    return read;
}

} // namespace

std::expected<ReadTable, TableFault> readPastedTable(QString text, const TableHints& hints, const ReadingWatch& watch)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
        return faulty(TableFault::Kind::Empty);
    ReadTable read;
    read.separator = hints.separator.value_or(guessSeparator(text));
    read.format = read.separator.isNull() ? TableFormat::Text : TableFormat::Separated;
    auto table = readCsv(std::move(text), read.separator, watch);
    if (!table)
        return std::unexpected { table.error() };
    if (table->rowCount() == 0)
        return faulty(TableFault::Kind::Empty);
    read.table = std::move(*table);
    return read;
}

std::expected<ReadTable, TableFault> readTable(QByteArrayView bytes, const TableHints& hints, const ReadingWatch& watch)
{
    if (bytes.size() > mostTableBytes)
        return faulty(TableFault::Kind::TooLarge);
    if (bytes.isEmpty())
        return faulty(TableFault::Kind::Empty);
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return readWorkbookTable(bytes, hints, watch);
    if (const auto other = otherFile(bytes))
        return faulty(*other);
    auto decoded = decodeText(bytes, hints.encoding);
    if (!decoded)
        return std::unexpected { decoded.error() };
    auto read = readPastedTable(std::move(decoded->text), hints, watch);
    if (read) {
        read->encoding = decoded->encoding;
        read->isEncodingGuess = decoded->isGuess;
    }
    return read;
}

std::expected<QByteArray, TableFault> readTableFile(const QString& path, qint64 most)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return faulty(TableFault::Kind::Unreadable);
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return faulty(TableFault::Kind::TooLarge);
    if (file.error() != QFileDevice::NoError)
        return faulty(TableFault::Kind::Unreadable);
    return bytes;
}

} // namespace pushbrake
