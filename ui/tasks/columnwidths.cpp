#include "ui/tasks/columnwidths.h"

#include "ui/look/theme.h"
#include "ui/tasks/statuschoice.h"
#include "ui/tasks/taskdelegate.h"
#include "ui/tasks/taskmodel.h"
#include "ui/words/badges.h"
#include "ui/words/times.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

const auto stateKey = "list/columns"_L1;
const auto titleKey = "list/titleWidthChosen"_L1;
const auto chosenKey = "list/columnsChosen"_L1;

/// In the order in which they give way: what is not needed to tell a push and its moment.
constexpr std::array spare { TaskModel::Note, TaskModel::LastResult, TaskModel::Utc, TaskModel::Id };

/// In letters of average width, where the words are up to people or are whole sentences.
int letters(int column)
{
    return column == TaskModel::LastResult ? 26 : 14;
}

constexpr int usualTitle = 20; ///< letters; for less, columns give way
constexpr int leastTitle = 13; ///< when no more of them can

/// Each weekday in each month, of this year and of the next, in the morning and in the evening.
QList<QDateTime> manyTimes(const QDateTime& utcNow)
{
    QList<QDateTime> times;
    for (const int year : { utcNow.date().year(), utcNow.date().year() + 1 }) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 22; day <= 28; ++day) {
                for (const int hour : { 10, 22 })
                    times.append(QDateTime(QDate(year, month, day), QTime(hour, 48), Qt::LocalTime).toUTC());
            }
        }
    }
    return times;
}

QStringList statusesOfRows()
{
    QStringList words = wordsOfStatuses();
    for (const RunState state : { RunState::Held, RunState::Queued, RunState::Sending, RunState::Checking })
        words << sentences::runStateBadge(state).word;
    Task unnamed;
    unnamed.status = TaskStatus::Other;
    return words << sentences::statusBadge(unnamed).word;
}

QStringList spansOfTime(const QDateTime& now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    QStringList words;
    for (const qint64 span : { minute - 1, 10 * minute - 1, 59 * minute, 12 * hour - minute, 47 * hour, 3 * day - hour,
             10 * day - hour, 364 * day }) {
        for (const qint64 seconds : { span, -span })
            words << sentences::timeLeft(now.addSecs(seconds), now);
    }
    return words;
}

int widest(const QStringList& words, const QFont& font)
{
    const QFontMetrics metrics(font);
    int width = 0;
    for (const QString& word : words)
        width = std::max(width, metrics.horizontalAdvance(word));
    return width;
}

int widthOf(int column, const QFont& font, const QDateTime& now)
{
    const bool hasIcon = column == TaskModel::Status || column == TaskModel::AudienceColumn;
    const QStringList words = longestWords(column, now);
    if (words.isEmpty())
        return TaskDelegate::cellWidth(QFontMetrics(font).averageCharWidth() * letters(column), hasIcon);
    const bool isStrong = column == TaskModel::Status || column == TaskModel::TimeLeft;
    int width = widest(words, isStrong ? theme::strongFont(font) : font);
    if (column == TaskModel::GoesOut)
        width = std::max(width, widest(longestWords(TaskModel::Utc, now), theme::smallFont(font)));
    return TaskDelegate::cellWidth(width, hasIcon);
}

int titleWidth(const QFont& font, int wanted)
{
    return TaskDelegate::cellWidth(QFontMetrics(theme::strongFont(font)).averageCharWidth() * wanted, false);
}

} // namespace

QStringList longestWords(int column, const QDateTime& utcNow)
{
    QStringList words;
    switch (column) {
    case TaskModel::Id: return { QString(19, u'8') };
    case TaskModel::AudienceColumn:
        for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
            words << sentences::audienceWords(audience);
        return words << sentences::audienceWords({});
    case TaskModel::GoesOut:
        for (const QDateTime& time : manyTimes(utcNow))
            words << sentences::localTime(time, utcNow);
        for (const int days : { -1, 0, 1 })
            words << sentences::localTime(utcNow.addDays(days), utcNow);
        return words << sentences::localTime({}, utcNow);
    case TaskModel::Utc:
        for (const QDateTime& time : manyTimes(utcNow))
            words << sentences::utcTime(time, utcNow);
        return words;
    case TaskModel::TimeLeft: return spansOfTime(utcNow);
    case TaskModel::Status: return statusesOfRows();
    default: return {};
    }
}

ColumnWidths::ColumnWidths(QTableView& table)
    : QObject(&table)
    , m_table(table)
{
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &ColumnWidths::onResized);
}

void ColumnWidths::measure(const QDateTime& utcNow)
{
    {
        const QScopedValueRollback ours(m_isOurs, true);
        const QHeaderView* header = m_table.horizontalHeader();
        for (int column = TaskModel::Push + 1; column < TaskModel::ColumnCount; ++column)
            m_table.setColumnWidth(
                column, std::max(header->sectionSizeHint(column), widthOf(column, m_table.font(), utcNow)));
    }
    m_isTitleChosen = false;
    fit();
}

void ColumnWidths::fit()
{
    const QScopedValueRollback ours(m_isOurs, true);
    makeRoom();
    if (m_isTitleChosen)
        return;
    const int least = titleWidth(m_table.font(), leastTitle);
    m_table.setColumnWidth(TaskModel::Push, std::max(least, m_table.viewport()->width() - widthOfOthers()));
}

int ColumnWidths::widthOfOthers() const
{
    int width = 0;
    for (int column = TaskModel::Push + 1; column < TaskModel::ColumnCount; ++column)
        width += m_table.columnWidth(column); // 0 of a hidden one
    return width;
}

void ColumnWidths::makeRoom()
{
    const int title = m_isTitleChosen ? m_table.columnWidth(TaskModel::Push) : titleWidth(m_table.font(), usualTitle);
    const int room = m_table.viewport()->width() - title;
    for (const int column : spare) {
        if (widthOfOthers() <= room)
            break;
        if (m_table.isColumnHidden(column) || isChosen(column))
            continue;
        m_gaveWay.insert(column, m_table.columnWidth(column));
        m_table.hideColumn(column);
    }
    for (auto column = spare.rbegin(); column != spare.rend(); ++column) {
        if (!m_gaveWay.contains(*column))
            continue;
        if (widthOfOthers() + m_gaveWay.value(*column) > room)
            break;
        m_gaveWay.remove(*column);
        m_table.showColumn(*column);
    }
}

void ColumnWidths::show(int column, bool shown)
{
    m_gaveWay.remove(column);
    {
        const QScopedValueRollback ours(m_isOurs, true); // a column is narrow before it is hidden
        m_table.setColumnHidden(column, !shown);
    }
    fit();
}

void ColumnWidths::choose(int column, bool shown)
{
    if (shown)
        m_chosen.insert(column);
    else
        m_chosen.remove(column);
    show(column, shown);
}

void ColumnWidths::onResized(int column)
{
    if (m_isOurs)
        return;
    if (column == TaskModel::Push)
        m_isTitleChosen = true;
    else
        fit();
}

void ColumnWidths::restoreFrom(const QSettings& settings)
{
    for (const QVariant& column : settings.value(chosenKey).toList())
        m_chosen.insert(column.toInt());
    const QByteArray state = settings.value(stateKey).toByteArray();
    if (state.isEmpty())
        return;
    {
        m_gaveWay.clear();
        const QScopedValueRollback ours(m_isOurs, true);
        m_table.horizontalHeader()->restoreState(state);
        m_table.horizontalHeader()->setStretchLastSection(false); // earlier versions kept it so
    }
    m_isTitleChosen = settings.value(titleKey, false).toBool();
    fit();
}

// The next window may have room for what this one has not.
void ColumnWidths::saveTo(QSettings& settings)
{
    const QScopedValueRollback ours(m_isOurs, true);
    const QList<int> gaveWay = m_gaveWay.keys();
    for (const int column : gaveWay)
        m_table.showColumn(column);
    settings.setValue(stateKey, m_table.horizontalHeader()->saveState());
    for (const int column : gaveWay)
        m_table.hideColumn(column);
    settings.setValue(titleKey, m_isTitleChosen);
    settings.setValue(chosenKey, QVariantList(m_chosen.begin(), m_chosen.end()));
}

} // namespace pushbrake
