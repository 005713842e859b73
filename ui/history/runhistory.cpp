#include "ui/history/runhistory.h"

#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/words/historywords.h"

#include <QLocale>

namespace pushbrake {

RunHistory::RunHistory(const History& history, const Clock& clock, QObject* parent)
    : PagedModel(history, parent)
    , m_clock(clock)
{
}

int RunHistory::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunHistory::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

int RunHistory::readPart(const HistoryFilter& filter, HistoryMark& mark, int most)
{
    return take(history().runs(filter, mark, most), m_rows, mark);
}

QString RunHistory::text(const HistoryRun& run, int column) const
{
    switch (column) {
    case When: return sentences::momentOfRow(run.startedAt, m_clock.utcNow());
    case Person: return sentences::runPerson(run);
    case App: return sentences::runApp(run);
    case Pushes: return QLocale().toString(run.pushes);
    case Ending: return sentences::runEnding(run);
    default: return sentences::runCounts(run);
    }
}

QVariant RunHistory::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const HistoryRun& run = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(run, index.column());
    case Qt::AccessibleTextRole: return theme::unmarked(text(run, index.column()));
    case Qt::ToolTipRole: return theme::plainTip(text(run, index.column()));
    case Qt::DecorationRole:
        if (index.column() == App)
            return profilemark::iconOfApp(run.isPractice(), run.colour);
        return {};
    default: return {};
    }
}

QVariant RunHistory::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return PagedModel::headerData(section, orientation, role);
    switch (section) {
    case When: return tr("Asked", "column: when a person asked for it");
    case Person: return tr("Asked by", "column: the person at the computer");
    case App: return tr("App");
    case Pushes: return tr("Pushes");
    case Ending: return tr("How it ended");
    default: return tr("What came of it");
    }
}

} // namespace pushbrake
