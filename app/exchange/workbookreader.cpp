#include "exchange/workbookreader.h"

#include "exchange/odssheet.h"
#include "exchange/xlsxparts.h"
#include "exchange/xlsxsheet.h"
#include "exchange/ziparchive.h"

#include <algorithm>

namespace pushbrake {

namespace {

/// "xl/_rels/workbook.xml.rels" of "xl/workbook.xml".
QByteArray relationsOf(const QByteArray& part)
{
    const qsizetype slash = part.lastIndexOf('/') + 1;
    return part.first(slash) + "_rels/" + part.sliced(slash) + ".rels";
}

/// Empty without any. Of several, each program would follow another.
std::expected<QByteArray, TableFault> partOfType(const QHash<QString, XlsxRelation>& relations, const QByteArray& type)
{
    const auto isOfType = [&type](const XlsxRelation& relation) { return relation.type == type; };
    const auto count = std::count_if(relations.begin(), relations.end(), isOfType);
    if (count > 1)
        return faulty(TableFault::Kind::Damaged);
    return count == 0 ? QByteArray() : std::find_if(relations.begin(), relations.end(), isOfType)->part;
}

class XlsxReader
{
public:
    XlsxReader(ZipArchive& archive, int sheet, const ReadingWatch& watch)
        : m_archive(archive)
        , m_watch(watch)
    {
        m_result.sheet = sheet;
    }

    std::expected<WorkbookTable, TableFault> read()
    {
        for (const auto step : { &XlsxReader::readWorkbookPart, &XlsxReader::readStyles, &XlsxReader::readTexts,
                 &XlsxReader::readSheet }) {
            if (const auto fault = (this->*step)())
                return std::unexpected { *fault };
        }
        return std::move(m_result);
    }

private:
    std::optional<TableFault> readWorkbookPart()
    {
        const auto packages = relations("_rels/.rels", {});
        if (!packages)
            return packages.error();
        const auto name = partOfType(*packages, "officeDocument");
        if (!name)
            return name.error();
        const auto xml = m_archive.read(*name);
        const auto own = relations(relationsOf(*name), name->first(name->lastIndexOf('/') + 1));
        if (!xml || !own)
            return xml ? own.error() : xml.error();
        auto workbook = readXlsxWorkbook(*xml);
        if (!workbook)
            return workbook.error();
        m_relations = *own;
        m_workbook = std::move(*workbook);
        m_facts.dates = m_workbook.dates;
        for (const auto& sheet : m_workbook.sheets)
            m_result.sheets.append(sheet.name);
        return {};
    }
    std::expected<QHash<QString, XlsxRelation>, TableFault> relations(const QByteArray& part, const QByteArray& folder)
    {
        const auto xml = m_archive.read(part);
        if (!xml)
            return std::unexpected { xml.error() };
        return readXlsxRelations(*xml, folder);
    }
    std::optional<TableFault> readStyles()
    {
        const auto part = partOfType(m_relations, "styles");
        if (!part || part->isEmpty())
            return part ? std::nullopt : std::optional(part.error());
        const auto xml = m_archive.read(*part);
        if (!xml)
            return xml.error();
        auto styles = readXlsxDateStyles(*xml);
        if (!styles)
            return styles.error();
        m_facts.dateStyles = std::move(*styles);
        return {};
    }
    std::optional<TableFault> readTexts()
    {
        const auto part = partOfType(m_relations, "sharedStrings");
        if (!part || part->isEmpty())
            return part ? std::nullopt : std::optional(part.error());
        const auto xml = m_archive.read(*part);
        if (!xml)
            return xml.error();
        m_result.table.reserveText(xml->size());
        return readXlsxTexts(*xml, m_result.table, m_facts.texts);
    }
    std::optional<TableFault> readSheet()
    {
        if (m_result.sheet < 0 || m_result.sheet >= m_workbook.sheets.size())
            return TableFault { TableFault::Kind::NoSuchSheet };
        const auto relation = m_relations.constFind(m_workbook.sheets.at(m_result.sheet).relation);
        if (relation == m_relations.constEnd())
            return TableFault { TableFault::Kind::Damaged };
        if (relation->type != "worksheet") // a sheet that is a chart has no cells
            return {};
        const auto xml = m_archive.read(relation->part);
        if (!xml)
            return xml.error();
        return readXlsxSheet(*xml, m_facts, m_result.table, m_watch);
    }

    ZipArchive& m_archive;
    const ReadingWatch& m_watch;
    QHash<QString, XlsxRelation> m_relations;
    XlsxWorkbook m_workbook;
    XlsxCellFacts m_facts;
    WorkbookTable m_result;
};

std::expected<WorkbookTable, TableFault> readOds(ZipArchive& archive, int sheet, const ReadingWatch& watch)
{
    if (const auto manifest = archive.read("META-INF/manifest.xml"); manifest && manifest->contains("encryption-data"))
        return faulty(TableFault::Kind::Protected);
    const auto xml = archive.read("content.xml");
    if (!xml)
        return std::unexpected { xml.error() };
    auto sheets = readOdsContent(*xml, sheet, watch);
    if (!sheets)
        return std::unexpected { sheets.error() };
    if (sheet < 0 || sheet >= sheets->names.size())
        return faulty(TableFault::Kind::NoSuchSheet);
    return WorkbookTable { WorkbookFormat::Ods, std::move(sheets->names), sheet, std::move(sheets->table) };
}

/// What else comes as a zip file.
TableFault::Kind otherKind(const ZipArchive& archive)
{
    if (archive.contains("xl/workbook.bin"))
        return TableFault::Kind::BinaryExcel;
    for (const QByteArray& name : archive.names()) {
        if (name.endsWith(".iwa") || name == "Index.zip" || name.endsWith("/Index.zip"))
            return TableFault::Kind::Numbers;
    }
    return TableFault::Kind::OtherFile;
}

bool isOds(ZipArchive& archive)
{
    const auto type = archive.read("mimetype");
    return type && type->trimmed().startsWith("application/vnd.oasis.opendocument.spreadsheet");
}

} // namespace

std::expected<WorkbookTable, TableFault> readWorkbook(QByteArrayView bytes, int sheet, const ReadingWatch& watch)
{
    auto archive = ZipArchive::open(bytes);
    if (!archive)
        return std::unexpected { archive.error() };
    if (isOds(*archive))
        return readOds(*archive, sheet, watch);
    const bool isExcel = archive->contains("[Content_Types].xml") && archive->contains("_rels/.rels");
    if (!isExcel || archive->contains("xl/workbook.bin") || archive->contains("word/document.xml")
        || archive->contains("ppt/presentation.xml"))
        return faulty(otherKind(*archive));
    return XlsxReader(*archive, sheet, watch).read();
}

} // namespace pushbrake
