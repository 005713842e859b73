#include "ui/tasks/pastedmodel.h"

#include "ui/look/theme.h"
#include "ui/tasks/taskmodel.h"
#include "ui/words/problems.h"

#include <utility>

namespace pushbrake {

namespace {
constexpr int longestShown = 40;
}

PastedModel::PastedModel(const TaskModel& list, QObject* parent)
    : QAbstractListModel(parent)
    , m_list(list)
{
    connect(&list, &QAbstractItemModel::rowsInserted, this, &PastedModel::onListChanged);
    connect(&list, &QAbstractItemModel::rowsRemoved, this, &PastedModel::onListChanged);
    connect(&list, &QAbstractItemModel::modelReset, this, &PastedModel::onListChanged);
}

void PastedModel::setPasted(PastedIds pasted)
{
    beginResetModel();
    m_pasted = std::move(pasted);
    m_rows.clear();
    const auto append = [this](auto belongs) {
        for (int i = 0; i < int(m_pasted.found.size()); ++i) {
            if (belongs(m_pasted.found.at(i)))
                m_rows.append({ false, i });
        }
    };
    append([](const auto& found) { return found.isUnlike; });
    append([](const auto& found) { return !found.isUnlike && found.times > 1; });
    for (int i = 0; i < int(m_pasted.refused.size()); ++i)
        m_rows.append({ true, i });
    append([this](const auto& found) { return !isDoubtful(found); });
    endResetModel();
    count();
}

void PastedModel::count()
{
    m_counts = {};
    for (const auto& found : std::as_const(m_pasted.found)) {
        const bool chosen = isChosen(found);
        m_counts.repeated += found.times > 1;
        m_counts.unlike += found.isUnlike;
        m_counts.unlikeChosen += found.isUnlike && chosen;
        m_counts.leftOut += !chosen;
        if (chosen)
            ++(m_list.contains(found.id) ? m_counts.listed : m_counts.fresh);
    }
    Q_EMIT countsChanged();
}

void PastedModel::onListChanged()
{
    if (m_rows.isEmpty())
        return;
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    count();
}

QList<TaskId> PastedModel::chosen() const
{
    QList<TaskId> ids;
    for (const auto& found : m_pasted.found) {
        if (isChosen(found))
            ids.append(found.id);
    }
    return ids;
}

void PastedModel::chooseUnlike(bool chosen)
{
    for (const auto& found : std::as_const(m_pasted.found)) {
        if (found.isUnlike)
            m_ticks.insert(found.id, chosen);
    }
    if (m_counts.unlike > 0)
        Q_EMIT dataChanged(index(0), index(m_counts.unlike - 1), { Qt::CheckStateRole });
    count();
}

bool PastedModel::isChosen(const PastedIds::Found& found) const
{
    return !isDoubtful(found) || m_ticks.value(found.id, !found.isUnlike);
}

const PastedIds::Found* PastedModel::foundAt(int row) const
{
    const Row& at = m_rows.at(row);
    return at.isRefused ? nullptr : &m_pasted.found.at(at.at);
}

int PastedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString PastedModel::wordsOf(const PastedIds::Found& found) const
{
    const QString id = QString::number(found.id);
    const QString shown = theme::leftToRight(id);
    const bool listed = m_list.contains(found.id);
    if (!isDoubtful(found))
        return listed ? tr("%1 · listed already").arg(shown) : tr("%1 · new").arg(shown);
    QStringList said;
    if (found.isUnlike)
        said.append(tr("Length unlike the others: %1 instead of %2 digits.").arg(id.size()).arg(m_pasted.usualDigits));
    if (found.times > 1)
        said.append(tr("It is there %1 times and counts once.").arg(found.times));
    said.append(listed ? tr("Listed already.") : tr("New."));
    return tr("Line %1: %2. %3").arg(found.line).arg(shown, said.join(QLatin1Char(' ')));
}

QString PastedModel::wordsOf(int row) const
{
    if (const auto* found = foundAt(row))
        return wordsOf(*found);
    const auto& refused = m_pasted.refused.at(m_rows.at(row).at);
    return tr("Line %1: %2. %3")
        .arg(refused.line)
        .arg(theme::isolated(refused.text.left(longestShown)), sentences::taskIdProblem(refused.fault));
}

QVariant PastedModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto* found = foundAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return wordsOf(index.row());
    case Qt::ToolTipRole: return theme::plainTip(wordsOf(index.row()));
    case Qt::CheckStateRole:
        if (found && isDoubtful(*found))
            return isChosen(*found) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::DecorationRole:
        if (!found)
            return theme::icon(QStringLiteral("circle-x"), theme::Tone::Red);
        return isDoubtful(*found) ? theme::icon(QStringLiteral("triangle-alert"), theme::Tone::Orange) : QVariant();
    default: return {};
    }
}

bool PastedModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto* found = index.isValid() ? foundAt(index.row()) : nullptr;
    if (role != Qt::CheckStateRole || !found || !isDoubtful(*found))
        return false;
    m_ticks.insert(found->id, value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index, index, { Qt::CheckStateRole });
    count();
    return true;
}

Qt::ItemFlags PastedModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren;
    const auto* found = index.isValid() ? foundAt(index.row()) : nullptr;
    return found && isDoubtful(*found) ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace pushbrake
