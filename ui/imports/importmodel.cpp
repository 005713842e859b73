#include "ui/imports/importmodel.h"

#include "ui/look/theme.h"
#include "ui/words/checkwords.h"
#include "ui/words/importwords.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int mostShown = 60; ///< characters of what stood in the file

bool isListed(const ImportRow& row)
{
    return std::any_of(row.remarks.begin(), row.remarks.end(),
        [](const ImportRemark& remark) { return remark.reason == ImportReason::AlreadyListed; });
}

} // namespace

ImportModel::ImportModel(Listed listed, QObject* parent)
    : QAbstractTableModel(parent)
    , m_listed(std::move(listed))
{
}

// What is taken just as people write it is no reason to look at a row.
bool ImportModel::hasNote(const ImportRow& row) const
{
    const auto isPlain = [](const ImportRemark& remark) {
        return remark.reason == ImportReason::AlreadyListed || remark.reason == ImportReason::AudienceMapped;
    };
    return !row.isRefused() && (!std::all_of(row.remarks.begin(), row.remarks.end(), isPlain) || isOtherwise(row));
}

bool ImportModel::isOtherwise(const ImportRow& row) const
{
    const std::optional<Task> listed = isListed(row) ? m_listed(row.id) : std::nullopt;
    return listed
        && ((row.goesOutAt.isValid() && listed->goesOutAt.isValid() && row.goesOutAt != listed->goesOutAt)
            || (row.audience && listed->audience && row.audience != listed->audience));
}

QString ImportModel::why(const ImportRow& row) const
{
    const QString said = sentences::importRemarks(row);
    if (!isOtherwise(row))
        return said;
    const Task listed = *m_listed(row.id);
    return tr("The list says otherwise: it goes out %1 to %2. %3")
        .arg(sentences::localTime(listed.goesOutAt, m_of.now), sentences::audienceWords(listed.audience), said);
}

sentences::Badge ImportModel::badge(const ImportRow& row) const
{
    if (row.isRefused())
        return { tr("Left out"), u"circle-x"_s, theme::Tone::Red };
    const QString word = !m_listed ? tr("Will be checked") : isListed(row) ? tr("Listed already") : tr("New");
    if (hasNote(row))
        return { tr("%1, with a note").arg(word), u"triangle-alert"_s, theme::Tone::Orange };
    return { word, isListed(row) ? u"circle-check"_s : u"plus"_s, theme::Tone::Dim };
}

void ImportModel::setPreview(std::shared_ptr<const ImportPreview> preview, Of of)
{
    m_preview = std::move(preview);
    m_of = std::move(of);
    arrange();
}

bool ImportModel::isInFile(ColumnRole role) const
{
    return m_of.table && !m_of.plan.isMessage && m_of.plan.column(role) >= 0;
}

void ImportModel::showInFileOrder(bool isFileOrder)
{
    m_isFileOrder = isFileOrder;
    arrange();
}

void ImportModel::showOnlyRemarked(bool only)
{
    m_onlyRemarked = only;
    arrange();
}

void ImportModel::arrange()
{
    beginResetModel();
    m_order.clear();
    const qsizetype rows = m_preview ? m_preview->rows.size() : 0;
    std::array<std::vector<int>, 3> groups;
    for (int row = 0; row < rows; ++row)
        groups[m_preview->rows.at(row).isRefused() ? 0 : hasNote(m_preview->rows.at(row)) ? 1 : 2].push_back(row);
    m_noted = int(groups[1].size());
    m_order = std::move(groups[0]);
    m_order.insert(m_order.end(), groups[1].begin(), groups[1].end());
    if (!m_onlyRemarked)
        m_order.insert(m_order.end(), groups[2].begin(), groups[2].end());
    if (m_isFileOrder)
        std::sort(m_order.begin(), m_order.end());
    endResetModel();
}

int ImportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

// With its seconds where it has some: a check goes by them.
QString ImportModel::goesOut(const ImportRow& row) const
{
    if (!row.goesOutAt.isValid())
        return {};
    const bool hasSeconds = !isWholeMinute(row.goesOutAt);
    return tr("%1 (%2)", "local time, then UTC")
        .arg(hasSeconds ? sentences::exactTime(row.goesOutAt, m_of.now) : sentences::localTime(row.goesOutAt, m_of.now),
            sentences::utcTime(row.goesOutAt, m_of.now));
}

QString ImportModel::fileWords(const ImportRow& row, ColumnRole role) const
{
    if (!isInFile(role) || row.tableRow < 0)
        return {};
    const QStringView said = m_of.table->table.cell(row.tableRow, m_of.plan.column(role)).text;
    return theme::brief(said.left(mostWordText).toString(), mostShown);
}

QString ImportModel::words(const ImportRow& row, int column) const
{
    switch (column) {
    case Line: return QString::number(row.line);
    case What: return badge(row).word;
    case Id: return row.isRefused() ? theme::brief(row.raw, mostShown) : theme::leftToRight(QString::number(row.id));
    case GoesOut: return goesOut(row);
    case GoesOutInFile: return fileWords(row, ColumnRole::GoesOutAt);
    case RegionColumn: return fileWords(row, ColumnRole::Region);
    case AudienceColumn: return row.audience ? sentences::audienceWords(row.audience) : QString();
    case Title: return theme::brief(row.title, mostShown);
    case Why: return why(row);
    default: return {};
    }
}

QVariant ImportModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportRow& row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return words(row, index.column());
    case Qt::ToolTipRole: return row.remarks.isEmpty() ? QVariant() : theme::plainTip(why(row));
    case Qt::DecorationRole:
        if (index.column() == What)
            return theme::icon(badge(row).icon, badge(row).tone);
        return {};
    default: return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeading);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line: return tr("Line");
    case What: return tr("What happens");
    case Id: return sentences::columnRoleName(ColumnRole::Id);
    case GoesOut:
        return tr("Goes out (%1)")
            .arg(sentences::zoneName(m_of.now.isValid() ? m_of.now : QDateTime::currentDateTimeUtc()));
    case GoesOutInFile: return tr("Goes out, in the file's words");
    case RegionColumn: return tr("Region, in the file's words");
    case AudienceColumn: return sentences::columnRoleName(ColumnRole::Audience);
    case Title: return sentences::columnRoleName(ColumnRole::Title);
    case Why: return tr("Why");
    default: return {};
    }
}

QString ImportModel::sentenceOf(int row) const
{
    const ImportRow& told = rowAt(row);
    const QString reasons = why(told);
    const QString what = data(index(row, What), Qt::DisplayRole).toString();
    return reasons.isEmpty() ? tr("Line %1: %2.").arg(told.line).arg(what)
                             : tr("Line %1: %2. %3").arg(told.line).arg(what, reasons);
}

} // namespace pushbrake
