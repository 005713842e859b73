#include "exchange/columnguess.h"

#include "exchange/idcell.h"
#include "exchange/peopleswords.h"
#include "exchange/timetext.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int searchedRows = 20; // for headings, which a title and a date may stand above
constexpr int sampledRows = 200; // that say something
constexpr int lookedAtRows = 10 * sampledRows; // for these: a column may be blank without end
constexpr double most = 0.8; // of the cells that say something
constexpr int mostOthers = int((1 - most) * sampledRows) + 1; // with more of them `most` is out of reach
constexpr TaskId leastLongId = 100'000;

int columnsOf(const RawTable& table, int row)
{
    return std::min(table.cellCount(row), table.columnCount());
}

int headingsIn(const RawTable& table, int row)
{
    QSet<int> roles;
    for (int column = 0; column < columnsOf(table, row); ++column) {
        if (const auto role = roleOfHeading(table.cell(row, column).text))
            roles.insert(int(*role));
    }
    return int(roles.size());
}

bool looksLikeId(const RawCell& cell)
{
    const IdCell read = IdColumn().read(cell);
    if (read.id != 0)
        return read.id >= leastLongId;
    return !read.remarks.isEmpty()
        && (read.remarks.first().reason == ImportReason::RoundedNumber
            || read.remarks.first().reason == ImportReason::Scientific);
}

/// Words above numbers are headings, whatever they say.
bool isUnknownHeading(const RawTable& table, int row)
{
    bool hasWord = false;
    for (int column = 0; column < columnsOf(table, row); ++column) {
        const RawCell cell = table.cell(row, column);
        if (cell.isBlank())
            continue;
        if (cell.kind != CellKind::Text || cell.isLong() || readTimeText(cell.text)
            || std::any_of(cell.text.begin(), cell.text.end(), [](QChar c) { return c.isDigit(); }))
            return false;
        hasWord = true;
    }
    return hasWord && row + 1 < table.rowCount();
}

int headingRowOf(const RawTable& table)
{
    int best = -1;
    int bestCount = 0;
    for (int row = 0; row < std::min(table.rowCount(), searchedRows); ++row) {
        const int count = headingsIn(table, row);
        // A single word that is a heading may stand in a title too; with numbers beside it, it is none.
        if (count > bestCount && (count > 1 || isUnknownHeading(table, row))) {
            best = row;
            bestCount = count;
        }
    }
    if (best < 0 && table.rowCount() > 0 && isUnknownHeading(table, 0))
        return 0;
    return best;
}

/// The share of a column's cells that pass, of those that are not blank; 0 as soon as it cannot be `most`.
template<typename Test> double shareOf(const RawTable& table, int firstRow, int column, Test test)
{
    int seen = 0;
    int passed = 0;
    const int end = std::min(table.rowCount(), firstRow + lookedAtRows);
    for (int row = firstRow; row < end && seen < sampledRows; ++row) {
        const RawCell cell = table.cell(row, column);
        if (cell.isBlank())
            continue;
        ++seen;
        passed += test(cell);
        if (seen - passed > mostOthers)
            return 0;
    }
    return seen == 0 ? 0 : double(passed) / seen;
}

class Guess
{
public:
    Guess(const RawTable& table, int headingRow)
        : m_table(table)
        , m_first(headingRow + 1)
    {
        m_plan.headingRow = headingRow;
    }

    ColumnPlan plan()
    {
        if (m_plan.headingRow >= 0)
            takeHeadings();
        if (m_plan.column(ColumnRole::Id) < 0)
            findId();
        find(ColumnRole::GoesOutAt, [](const RawCell& cell) {
            return cell.kind == CellKind::Date || (cell.kind == CellKind::Text && isTime(cell.text));
        });
        find(ColumnRole::Audience, [](const RawCell& cell) { return audienceOfWord(cell.text).has_value(); });
        return m_plan;
    }

private:
    static bool isTime(QStringView text)
    {
        const auto time = readTimeText(text);
        return time ? time->source == TimeText::Source::Words : time.error() == TimeFault::DateOrder;
    }

    // Of two columns with one heading the first, but of two times the one whose zone is certain.
    void takeHeadings()
    {
        m_plan.fingerprint = headingFingerprint(m_table, m_plan.headingRow);
        for (int column = 0; column < columnsOf(m_table, m_plan.headingRow); ++column) {
            const QStringView heading = m_table.cell(m_plan.headingRow, column).text;
            const auto role = roleOfHeading(heading);
            if (!role)
                continue;
            const auto zone = *role == ColumnRole::GoesOutAt ? zoneOffsetIn(heading) : std::nullopt;
            if (m_plan.column(*role) < 0 || (zone && !zoneOffsetOf(m_table, m_plan)))
                m_plan.setColumn(*role, column);
        }
        m_plan.isIdSure = m_plan.column(ColumnRole::Id) >= 0;
    }

    bool isTaken(int column) const
    {
        return std::any_of(columnRoles.begin(), columnRoles.end(),
            [this, column](ColumnRole role) { return m_plan.column(role) == column; });
    }

    void findId()
    {
        QList<int> candidates;
        for (int column = 0; column < m_table.columnCount(); ++column) {
            if (!isTaken(column) && !isAlwaysTheSame(column) && shareOf(m_table, m_first, column, looksLikeId) >= most)
                candidates.append(column);
        }
        if (candidates.size() != 1)
            return;
        m_plan.setColumn(ColumnRole::Id, candidates.first());
        // Headings that call it something else may mean phone numbers.
        m_plan.isIdSure = m_plan.headingRow < 0;
    }

    /// An app's number stands in every row.
    bool isAlwaysTheSame(int column) const
    {
        const auto value = [this, column](int row) { return m_table.cell(row, column).text.left(mostWordText); };
        const int last = std::min(m_table.rowCount(), m_first + sampledRows);
        if (last - m_first < 2)
            return false;
        for (int row = m_first + 1; row < last; ++row) {
            if (value(row) != value(m_first))
                return false;
        }
        return true;
    }

    template<typename Test> void find(ColumnRole role, Test test)
    {
        if (m_plan.column(role) >= 0)
            return;
        for (int column = 0; column < m_table.columnCount(); ++column) {
            if (isTaken(column) || shareOf(m_table, m_first, column, test) < most)
                continue;
            m_plan.setColumn(role, column);
            return;
        }
    }

    const RawTable& m_table;
    const int m_first; ///< row below the headings
    ColumnPlan m_plan;
};

/// A number, or what has become of one.
bool isNumberOnItsOwn(const RawCell& cell)
{
    const IdCell read = IdColumn().read(cell);
    if (read.id != 0 || read.remarks.isEmpty())
        return read.id != 0;
    const ImportReason reason = read.remarks.first().reason;
    return reason != ImportReason::NotANumber && reason != ImportReason::SeveralIds;
}

/// Sentences rather than one thing a line.
bool isMessage(const RawTable& table)
{
    for (int row = 0; row < std::min(table.rowCount(), searchedRows); ++row) {
        if (roleOfHeading(table.cell(row, 0).text) == ColumnRole::Id)
            return false;
    }
    return shareOf(table, 0, 0, isNumberOnItsOwn) < most;
}

} // namespace

ColumnPlan guessColumns(const ReadTable& read)
{
    if (read.format == TableFormat::Text && isMessage(read.table)) {
        ColumnPlan plan;
        plan.isMessage = true;
        return plan;
    }
    ColumnPlan plan = guessColumns(read, headingRowOf(read.table));
    // Sentences that happen to have as many commas each.
    plan.isMessage = !read.table.source().isEmpty() && plan.column(ColumnRole::Id) < 0
        && (plan.headingRow < 0 || headingsIn(read.table, plan.headingRow) == 0);
    return plan;
}

ColumnPlan guessColumns(const ReadTable& read, int headingRow)
{
    return Guess(read.table, headingRow).plan();
}

QByteArray headingFingerprint(const RawTable& table, int row)
{
    QStringList words;
    for (int column = 0; column < columnsOf(table, row); ++column)
        words.append(plainWord(table.cell(row, column).text));
    while (!words.isEmpty() && words.last().isEmpty())
        words.removeLast();
    if (words.isEmpty())
        return {};
    return QCryptographicHash::hash(words.join(QChar(0x1F)).toUtf8(), QCryptographicHash::Sha256).toHex();
}

std::optional<int> zoneOffsetOf(const RawTable& table, const ColumnPlan& plan)
{
    const int column = plan.column(ColumnRole::GoesOutAt);
    return plan.headingRow < 0 || column < 0 ? std::nullopt : zoneOffsetIn(table.cell(plan.headingRow, column).text);
}

DateOrder dateOrderOf(const RawTable& table, const ColumnPlan& plan)
{
    const int column = plan.column(ColumnRole::GoesOutAt);
    bool isDayFirst = false;
    bool isMonthFirst = false;
    for (int row = plan.headingRow + 1; column >= 0 && row < table.rowCount(); ++row) {
        const RawCell cell = table.cell(row, column);
        if (cell.kind != CellKind::Text || cell.text.size() < 8 || cell.text.at(4) == u'-')
            continue;
        const DateOrder order = dateOrderIn(cell.text);
        isDayFirst |= order == DateOrder::DayFirst;
        isMonthFirst |= order == DateOrder::MonthFirst;
    }
    if (isDayFirst == isMonthFirst)
        return plan.dateOrder;
    return isDayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

bool isHeadingRow(const RawTable& table, int row, const ColumnPlan& plan)
{
    const int column = plan.column(ColumnRole::Id);
    const RawCell cell = table.cell(row, column);
    if (cell.kind != CellKind::Text || cell.text.isEmpty() || cell.text.front().isDigit())
        return false;
    if (plan.headingRow >= 0 && plainWord(cell.text) == plainWord(table.cell(plan.headingRow, column).text))
        return true;
    return roleOfHeading(cell.text) == ColumnRole::Id;
}

} // namespace pushbrake
