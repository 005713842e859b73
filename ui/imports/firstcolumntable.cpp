#include "ui/imports/firstcolumntable.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int mostMeasured = 200; ///< rows whose words give a column its width

void setUp(QTableView& view)
{
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(theme::compactRowHeight);
    view.horizontalHeader()->setHighlightSections(false);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace

FirstColumnTable::FirstColumnTable(QAbstractItemModel& model, int column, QWidget* parent)
    : QTableView(parent)
    , m_column(column)
{
    setUp(*this);
    setModel(&model);
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), 0);
    horizontalHeader()->setStretchLastSection(true);
    m_first = new QTableView(this);
    m_first->setObjectName(QStringLiteral("firstColumn"));
    m_first->setAccessibleName(tr("The first column once more"));
    setUp(*m_first);
    m_first->setModel(&model);
    m_first->setSelectionModel(selectionModel());
    m_first->setFocusPolicy(Qt::NoFocus);
    m_first->setFrameShape(QFrame::NoFrame);
    m_first->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_first->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_first->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (int other = 0; other < model.columnCount(); ++other)
        m_first->setColumnHidden(other, other != column);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &FirstColumnTable::placeFirst);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_first->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_first->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    placeFirst();
}

void FirstColumnTable::placeAfter(int before, int column)
{
    QHeaderView& header = *horizontalHeader();
    header.moveSection(header.visualIndex(column), header.visualIndex(before) + 1);
}

void FirstColumnTable::sizeColumns(int wide)
{
    horizontalHeader()->setResizeContentsPrecision(mostMeasured);
    const int most = std::max(theme::unit * 20, viewport()->width() / 4);
    resizeColumnsToContents();
    for (int column = 0; column < model()->columnCount(); ++column)
        horizontalHeader()->resizeSection(column,
            std::min(column == wide ? 2 * most : most, horizontalHeader()->sectionSize(column) + 2 * theme::unit));
}

// Where the first column would be if nothing were scrolled: on the right where people read from there.
void FirstColumnTable::placeFirst()
{
    if (!m_first)
        return;
    const int width = columnWidth(m_column);
    m_first->setColumnWidth(m_column, width);
    const QRect rows = viewport()->geometry();
    const int header = horizontalHeader()->height();
    const int x = isRightToLeft() ? rows.right() - width + 1 : rows.left();
    m_first->horizontalHeader()->setFixedHeight(header);
    m_first->setGeometry(x, rows.top() - header, width, rows.height() + header);
    m_first->verticalScrollBar()->setValue(verticalScrollBar()->value());
    m_first->raise();
}

void FirstColumnTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    placeFirst();
}

void FirstColumnTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        placeFirst();
}

void FirstColumnTable::updateGeometries()
{
    QTableView::updateGeometries();
    placeFirst();
}

} // namespace pushbrake
