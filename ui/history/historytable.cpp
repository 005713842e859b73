#include "ui/history/historytable.h"

#include "exchange/tablecsv.h"
#include "ui/look/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace pushbrake {

namespace {
constexpr int leastLetters = 24; ///< of the column that takes the rest: what is shown is told apart by it
} // namespace

HistoryTable::HistoryTable(const char* name, const QString& spoken, QAbstractItemModel& model, QWidget* parent)
    : QTreeView(parent)
{
    setObjectName(QLatin1StringView(name));
    setAccessibleName(spoken);
    setModel(&model);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setAccessibleName(tr("Columns"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &HistoryTable::readAhead);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &HistoryTable::readAhead);
    connect(
        this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { Q_EMIT opened(index.row()); });
}

void HistoryTable::setWidths(const QList<int>& letters)
{
    for (int column = 0; column < letters.size(); ++column)
        header()->resizeSection(column, letters.at(column) * fontMetrics().averageCharWidth() + 6 * theme::unit);
    m_rest = int(letters.indexOf(0));
    header()->setSectionResizeMode(m_rest, QHeaderView::Fixed);
    const auto fitAnother = [this](int column) {
        if (column != m_rest)
            fit();
    };
    connect(header(), &QHeaderView::sectionResized, this, fitAnother); // or hidden
    fit();
}

void HistoryTable::fit()
{
    if (m_rest < 0)
        return;
    const int others = header()->length() - header()->sectionSize(m_rest);
    const int least = leastLetters * fontMetrics().averageCharWidth();
    header()->resizeSection(m_rest, std::max(least, viewport()->width() - others));
}

void HistoryTable::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fit();
}

// So that nobody who scrolls meets the end before it is one.
void HistoryTable::readAhead()
{
    const QScrollBar& bar = *verticalScrollBar();
    if (bar.value() + 2 * bar.pageStep() >= bar.maximum() && model()->canFetchMore({}))
        model()->fetchMore({});
}

QList<int> HistoryTable::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QStringList HistoryTable::headingWords() const
{
    QStringList words;
    for (int column = 0; column < model()->columnCount(); ++column)
        words += model()->headerData(column, Qt::Horizontal).toString();
    return words;
}

QList<QStringList> HistoryTable::selectedWords() const
{
    QList<QStringList> rows;
    for (const int row : selectedRows()) {
        QStringList words;
        for (int column = 0; column < model()->columnCount(); ++column)
            words += harmlessCell(theme::unmarked(model()->index(row, column).data().toString()).simplified());
        rows.append(words);
    }
    return rows;
}

// Qt's own way would copy one cell, with marks that nobody sees.
void HistoryTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        event->ignore();
    else
        QTreeView::keyPressEvent(event);
}

void HistoryTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT chosen(current.row());
}

} // namespace pushbrake
