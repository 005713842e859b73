#include "ui/history/pushhistory.h"

#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/words/historywords.h"
#include "ui/words/times.h"

namespace pushbrake {

PushHistory::PushHistory(const History& history, const Clock& clock, QObject* parent)
    : PagedModel(history, parent)
    , m_clock(clock)
{
}

int PushHistory::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PushHistory::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

int PushHistory::readPart(const HistoryFilter& filter, HistoryMark& mark, int most)
{
    return take(history().pushes(filter, mark, most), m_rows, mark);
}

QString PushHistory::text(const HistoryPush& push, int column) const
{
    const QDateTime& settled = push.row.result.settledAt;
    switch (column) {
    case When: return sentences::localTime(settled.isValid() ? settled : push.run.startedAt, m_clock.utcNow());
    case Result: return sentences::pushBadge(push).word;
    case Title: return push.row.title.isEmpty() ? tr("Push without a title") : theme::isolated(push.row.title);
    case Id: return theme::leftToRight(QString::number(push.row.taskId));
    case Person: return sentences::runPerson(push.run);
    default: return sentences::runApp(push.run);
    }
}

QVariant PushHistory::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const HistoryPush& push = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(push, index.column());
    case Qt::AccessibleTextRole: return theme::unmarked(text(push, index.column()));
    case Qt::ToolTipRole: return theme::plainTip(text(push, index.column()));
    case Qt::ForegroundRole:
        return index.column() == Result ? QVariant(theme::color(sentences::pushBadge(push).tone)) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == Result)
            return theme::icon(sentences::pushBadge(push).icon, sentences::pushBadge(push).tone);
        if (index.column() == App)
            return profilemark::iconOfApp(push.run.isPractice(), push.run.colour);
        return {};
    default: return {};
    }
}

QVariant PushHistory::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return PagedModel::headerData(section, orientation, role);
    switch (section) {
    case When: return tr("When");
    case Result: return tr("Result");
    case Title: return tr("Push");
    case Id: return tr("Task ID");
    case Person: return tr("Who", "column: the person at the computer");
    default: return tr("App");
    }
}

} // namespace pushbrake
