#include "exchange/importreader.h"

#include "exchange/columnguess.h"
#include "exchange/idcell.h"
#include "exchange/importrepeats.h"
#include "exchange/importtime.h"
#include "exchange/pastedids.h"
#include "exchange/peopleswords.h"
#include "exchange/tablecsv.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace pushbrake {

namespace {

constexpr qsizetype longestTitle = 1000;

bool isBlankRow(const RawTable& table, int row)
{
    for (int column = 0; column < table.cellCount(row); ++column) {
        if (!table.cell(row, column).isBlank())
            return false;
    }
    return true;
}

/// Without blank cells behind it.
int usedCells(const RawTable& table, int row)
{
    int count = table.cellCount(row);
    while (count > 0 && table.cell(row, count - 1).isBlank())
        --count;
    return count;
}

/// How many cells a row has: those of the headings, or without any those that most rows have.
int usualCells(const RawTable& table, const ColumnPlan& plan)
{
    if (plan.headingRow >= 0)
        return table.cellCount(plan.headingRow);
    QMap<int, int> counts;
    for (int row = 0; row < table.rowCount(); ++row)
        ++counts[usedCells(table, row)];
    const auto most = std::max_element(counts.cbegin(), counts.cend());
    return most == counts.cend() ? 0 : most.key();
}

class ImportReader
{
public:
    ImportReader(const ReadTable& read, const ColumnPlan& plan, const ImportContext& context)
        : m_read(read)
        , m_table(read.table)
        , m_plan(plan)
        , m_context(context)
        , m_idColumn(context.takesWholeDecimals)
        , m_times(dateOrderOf(read.table, plan), zoneOffsetOf(read.table, plan), context.zone, context.now)
        , m_mergedLines(read.table.mergedLines(plan.column(ColumnRole::Id)))
    {
    }

    std::expected<ImportPreview, TableFault> preview(const ReadingWatch& watch)
    {
        if (m_plan.isMessage)
            readMessage();
        else if (m_plan.column(ColumnRole::Id) < 0)
            m_preview.needsIdColumn = true;
        else if (!readRows(watch))
            return faulty(TableFault::Kind::Stopped);
        refuseRoundedTwins(m_preview.rows);
        joinRepetitions(m_preview.rows);
        count();
        return std::move(m_preview);
    }

private:
    bool readRows(const ReadingWatch& watch)
    {
        const int column = m_plan.column(ColumnRole::Id);
        m_usualCells = m_read.format == TableFormat::Separated ? usualCells(m_table, m_plan) : m_table.columnCount();
        for (int row = m_plan.headingRow + 1; row < m_table.rowCount(); ++row)
            m_idColumn.see(m_table.cell(row, column));
        m_preview.rows.reserve(m_table.rowCount());
        for (int row = 0; row < m_table.rowCount(); ++row) {
            if (!watch.goesOn())
                return false;
            if (row != m_plan.headingRow && !isBlankRow(m_table, row))
                m_preview.rows.append(readRow(row));
        }
        return true;
    }

    ImportRow readRow(int row)
    {
        const RawCell cell = m_table.cell(row, m_plan.column(ColumnRole::Id));
        ImportRow result;
        result.line = m_table.line(row);
        result.tableRow = row;
        result.raw = cell.text.left(mostWordText).toString();
        if (row < m_plan.headingRow)
            note(result, ImportReason::AboveHeadings);
        else if (isHeadingRow(m_table, row, m_plan))
            note(result, ImportReason::RepeatedHeadings);
        else
            readCells(row, cell, result);
        return result;
    }

    void readCells(int row, const RawCell& cell, ImportRow& result)
    {
        IdCell id = m_idColumn.read(cell);
        result.id = id.id;
        result.remarks = std::move(id.remarks);
        if (usedCells(m_table, row) > m_usualCells)
            refuse(result, ImportReason::ExtraCells);
        if (isMerged(result.line))
            refuse(result, ImportReason::MergedCell);
        checkApp(row, result);
        checkId(result);
        if (m_table.isHidden(row))
            takeHidden(result);
        readAudience(row, result);
        readTime(row, result);
        if (const int column = m_plan.column(ColumnRole::Title); column >= 0)
            result.title = titleIn(m_table.cell(row, column).text);
    }

    static QString titleIn(QStringView text) { return unguardedCell(text.trimmed().left(longestTitle).toString()); }

    static void note(ImportRow& row, ImportReason reason, const QString& text = {})
    {
        row.remarks.append({ reason, text, {}, 0 });
    }
    /// What concerns the whole row says more than what is wrong with a cell of it.
    static void refuse(ImportRow& row, ImportReason reason, const QString& text = {})
    {
        row.remarks.prepend({ reason, text, {}, 0 });
    }

    /// Rows come in order, and so do the ranges.
    bool isMerged(int line)
    {
        while (m_nextMerge < m_mergedLines.size() && m_mergedLines.at(m_nextMerge).last < line)
            ++m_nextMerge;
        return m_nextMerge < m_mergedLines.size() && m_mergedLines.at(m_nextMerge).first <= line;
    }

    void checkId(ImportRow& row)
    {
        if (row.id == 0)
            return;
        if (mayBeRounded(row.id) && !m_context.known.provesExact(row.id))
            refuse(row, ImportReason::RoundedText);
        if (m_context.known.contains(row.id))
            note(row, ImportReason::AlreadyListed);
    }

    void takeHidden(ImportRow& row)
    {
        ++m_preview.hiddenRows;
        if (m_context.takesHiddenRows)
            note(row, ImportReason::WasHidden);
        else
            refuse(row, ImportReason::HiddenRow);
    }

    QString textIn(int row, ColumnRole role) const
    {
        const int column = m_plan.column(role);
        return column < 0 ? QString() : m_table.cell(row, column).text.left(mostWordText).trimmed().toString();
    }

    void checkApp(int row, ImportRow& result)
    {
        if (const QString app = textIn(row, ColumnRole::SdkAppId); !app.isEmpty()) {
            const int column = m_plan.column(ColumnRole::SdkAppId);
            const IdCell number = IdColumn(true).read(m_table.cell(row, column));
            if (number.id != TaskId(m_context.sdkAppId))
                refuse(result, ImportReason::OtherApp, app);
        }
        if (const QString text = textIn(row, ColumnRole::Region); !text.isEmpty() && !isOwnHost(text)) {
            const auto region = regionOfWord(text);
            if (!region)
                refuse(result, ImportReason::UnknownRegion, text);
            else if (*region != m_context.region)
                refuse(result, ImportReason::OtherRegion, text);
        }
    }
    bool isOwnHost(const QString& text) const
    {
        return !m_context.host.isEmpty() && comparableHost(text) == comparableHost(m_context.host);
    }

    void readAudience(int row, ImportRow& result)
    {
        const QString text = textIn(row, ColumnRole::Audience);
        if (text.isEmpty())
            return;
        result.audience = audienceOfWord(text);
        if (!result.audience)
            note(result, ImportReason::UnknownAudience, text);
        else if (audienceWord(*result.audience) != text)
            note(result, ImportReason::AudienceMapped, text);
    }

    void readTime(int row, ImportRow& result)
    {
        const int column = m_plan.column(ColumnRole::GoesOutAt);
        if (column < 0)
            return;
        const ImportTime time = m_times.read(m_table.cell(row, column));
        result.goesOutAt = time.utc;
        result.timePrecision = time.precision;
        m_preview.timesWithoutZone += time.isWithoutZone;
        m_preview.timesOfUnknownOrder += time.reason == ImportReason::DateOrderUnknown;
        if (time.reason)
            note(result, *time.reason, textIn(row, ColumnRole::GoesOutAt));
        if (time.isPast)
            note(result, ImportReason::TimeInPast);
    }

    void readMessage()
    {
        const PastedIds pasted = readPastedIds(m_table.source().toString());
        m_preview.isCutShort = pasted.isCutShort;
        for (const auto& found : pasted.found) {
            ImportRow row = messageRow(found.line, QString::number(found.id));
            row.id = found.id;
            checkId(row);
            if (found.isUnlike)
                note(row, ImportReason::Unlike);
            if (!found.againOn.isEmpty())
                row.remarks.prepend({ ImportReason::Repeated, {}, QList<int> { found.line } + found.againOn, 0 });
            m_preview.rows.append(row);
        }
        for (const auto& refused : pasted.refused) {
            ImportRow row = messageRow(refused.line, refused.text.left(mostWordText));
            note(row, importReason(refused.fault));
            m_preview.rows.append(row);
        }
        std::stable_sort(m_preview.rows.begin(), m_preview.rows.end(),
            [](const ImportRow& a, const ImportRow& b) { return a.line < b.line; });
    }
    static ImportRow messageRow(int line, const QString& raw)
    {
        ImportRow row;
        row.line = line;
        row.raw = raw;
        return row;
    }

    void count()
    {
        for (const ImportRow& row : std::as_const(m_preview.rows)) {
            const ImportVerdict verdict = row.verdict();
            m_preview.refused += verdict == ImportVerdict::Refuse;
            m_preview.accepted += verdict != ImportVerdict::Refuse;
            m_preview.alreadyListed
                += verdict == ImportVerdict::AcceptWithNote && has(row, ImportReason::AlreadyListed);
            m_preview.wholeDecimals += std::any_of(row.remarks.begin(), row.remarks.end(),
                [](const auto& remark) { return remark.reason == ImportReason::Decimal && remark.id != 0; });
        }
    }
    static bool has(const ImportRow& row, ImportReason reason)
    {
        return std::any_of(row.remarks.begin(), row.remarks.end(),
            [reason](const ImportRemark& remark) { return remark.reason == reason; });
    }

    const ReadTable& m_read;
    const RawTable& m_table;
    const ColumnPlan& m_plan;
    const ImportContext& m_context;
    IdColumn m_idColumn;
    ImportTimes m_times;
    QList<LineRange> m_mergedLines;
    qsizetype m_nextMerge = 0;
    int m_usualCells = 0;
    ImportPreview m_preview;
};

} // namespace

std::expected<ImportPreview, TableFault> readImport(
    const ReadTable& read, const ColumnPlan& plan, const ImportContext& context, const ReadingWatch& watch)
{
    return ImportReader(read, plan, context).preview(watch);
}

} // namespace pushbrake
