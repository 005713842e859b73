#include "ui/checks/checkmodel.h"

#include "ui/look/theme.h"
#include "ui/words/checkwords.h"
#include "ui/words/zone.h"

#include <QApplication>

#include <algorithm>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int mostOneByOne = 500; ///< rows that come between others without a new layout

std::optional<CheckField> fieldOf(int column)
{
    switch (column) {
    case CheckModel::FoundTime: return CheckField::GoesOut;
    case CheckModel::FoundAudience: return CheckField::Audience;
    case CheckModel::FoundTitle: return CheckField::Title;
    default: return std::nullopt;
    }
}

/// Of a push that is not there, or was not read, nothing was found.
bool isFound(const Comparison& comparison)
{
    return comparison.verdict != CheckVerdict::Missing && comparison.verdict != CheckVerdict::NotRead;
}

/// For one that was cancelled here there is nothing to find out.
sentences::Badge badgeOf(const Comparison& comparison)
{
    if (comparison.cancelledSince.isValid() || comparison.cancelledBefore.isValid())
        return { {}, u"ban"_s, theme::Tone::Dim };
    return sentences::checkBadge(comparison.verdict);
}

QString text(const Comparison& comparison, int column, const QDateTime& now)
{
    const Expectation& expected = comparison.expected;
    const Task& found = comparison.found;
    if (column >= CheckModel::ExpectedTime && fieldOf(column) && !isFound(comparison))
        return {};
    switch (column) {
    case CheckModel::Result: return sentences::checkResult(comparison);
    case CheckModel::Id: return theme::leftToRight(QString::number(comparison.id()));
    case CheckModel::ExpectedTime: return sentences::expectedTime(expected, now);
    case CheckModel::FoundTime:
        return found.goesOutAt.isValid() ? sentences::exactTime(found.goesOutAt, now)
                                         : CheckModel::tr("Not said", "by the service");
    case CheckModel::ExpectedAudience:
        return expected.audience ? sentences::audienceWords(expected.audience) : QString();
    case CheckModel::FoundAudience:
        return found.audience ? sentences::audienceWords(found.audience) : CheckModel::tr("Not said", "by the service");
    case CheckModel::ExpectedTitle: return expected.title.isEmpty() ? QString() : theme::isolated(expected.title);
    default: return found.title.isEmpty() ? CheckModel::tr("No title") : theme::isolated(found.title);
    }
}

} // namespace

CheckModel::CheckModel(const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void CheckModel::clear()
{
    beginResetModel();
    m_all.clear();
    m_order.clear();
    m_counts = {};
    endResetModel();
}

void CheckModel::add(const QList<Comparison>& comparisons)
{
    const int before = int(m_all.size());
    const int after = before + int(comparisons.size());
    m_all += comparisons;
    for (const Comparison& comparison : comparisons)
        ++m_counts.of(comparison.verdict);
    const auto order = [this](int first, int second) { return isBefore(first, second); };
    if (before == 0 || after - before > mostOneByOne) {
        beginResetModel();
        m_order.resize(std::size_t(after));
        std::iota(m_order.begin() + before, m_order.end(), before);
        std::sort(m_order.begin(), m_order.end(), order);
        endResetModel();
        return;
    }
    for (int added = before; added < after; ++added) {
        const auto place = std::upper_bound(m_order.begin(), m_order.end(), added, order);
        const int row = int(place - m_order.begin());
        beginInsertRows({}, row, row);
        m_order.insert(place, added);
        endInsertRows();
    }
}

CheckModel::Since CheckModel::noteCancelled(const QHash<TaskId, QDateTime>& at)
{
    Since since;
    for (Comparison& comparison : m_all) {
        if (const auto time = at.constFind(comparison.id()); time != at.constEnd())
            comparison = cancelledSince(std::move(comparison), *time);
        if (!comparison.cancelledSince.isValid())
            continue;
        ++since.cancelled;
        since.last = since.last.isValid() ? std::max(since.last, comparison.cancelledSince) : comparison.cancelledSince;
    }
    if (since.cancelled > 0)
        Q_EMIT dataChanged(index(0, Result), index(int(m_order.size()) - 1, Result));
    return since;
}

QList<Comparison> CheckModel::comparisons() const
{
    QList<Comparison> all;
    all.reserve(m_all.size());
    for (const int place : m_order)
        all.append(m_all.at(place));
    return all;
}

void CheckModel::renewTimes()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, ExpectedTime, FoundTime);
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, ExpectedTime), index(int(m_order.size()) - 1, FoundTime));
}

int CheckModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int CheckModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool CheckModel::isMarked(const Comparison& comparison, int column)
{
    const auto field = fieldOf(column);
    return field && comparison.differsIn(*field);
}

QString CheckModel::plainText(const Comparison& comparison, int column, const QDateTime& now)
{
    return theme::unmarked(text(comparison, column, now));
}

QVariant CheckModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Comparison& comparison = this->comparison(index.row());
    const int column = index.column();
    const bool marked = isMarked(comparison, column);
    const sentences::Badge badge = badgeOf(comparison);
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = text(comparison, column, m_clock.utcNow());
        return marked ? u"≠ "_s + shown : shown;
    }
    case Qt::AccessibleTextRole: {
        const QString spoken = plainText(comparison, column, m_clock.utcNow());
        return marked ? tr("%1, not as expected").arg(spoken) : spoken;
    }
    case Qt::ToolTipRole: return theme::plainTip(sentences::checkSentences(comparison));
    case Qt::FontRole:
        return marked || (column == Result && comparison.verdict != CheckVerdict::Expected)
            ? QVariant(theme::strongFont(QApplication::font()))
            : QVariant();
    case Qt::ForegroundRole:
        if (column == Result)
            return theme::color(badge.tone);
        return marked ? QVariant(theme::color(theme::Tone::Orange)) : QVariant();
    case Qt::DecorationRole: return column == Result ? QVariant(theme::icon(badge.icon, badge.tone)) : QVariant();
    default: return {};
    }
}

QString CheckModel::heading(int column, const QDateTime& now)
{
    const QString zone = sentences::zoneName(now);
    switch (column) {
    case Result: return tr("Result");
    case Id: return tr("Task ID");
    case ExpectedTime: return tr("Expected: goes out (%1)").arg(zone);
    case FoundTime: return tr("Found: goes out (%1)").arg(zone);
    case ExpectedAudience: return tr("Expected: to");
    case FoundAudience: return tr("Found: to");
    case ExpectedTitle: return tr("Expected: title");
    default: return tr("Found: title");
    }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return heading(section, m_clock.utcNow());
}

} // namespace pushbrake
