#include "ui/history/pushhistory.h"

#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/words/historywords.h"

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
    switch (column) {
    case Since:
        return push.row.state == JournalState::Settled
            ? sentences::momentOfRow(push.row.result.settledAt, m_clock.utcNow())
            : sentences::noResultYet();
    case Result: return sentences::pushBadge(push).word;
    case Title: return sentences::pushTitle(push);
    case Id: return theme::leftToRight(QString::number(push.row.taskId));
    case GoesOut: return sentences::momentOfRow(push.row.goesOutAt, m_clock.utcNow());
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
    case Since: return tr("Result since");
    case Result: return tr("Result");
    case Title: return tr("Push");
    case Id: return tr("Task ID");
    case GoesOut: return tr("Was to go out");
    case Person: return tr("Asked by", "column: the person at the computer");
    default: return tr("App");
    }
}

} // namespace pushbrake
