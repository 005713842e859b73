#include "ui/checks/checkpage.h"

#include "ui/checks/checkdeeds.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/listkeys.h"
#include "ui/parts/twopartrow.h"
#include "ui/words/checkwords.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
/// In letters of average width, column by column.
constexpr int letters[] { 24, 15, 23, 22, 13, 13, 20, 20 };
} // namespace

CheckPage::CheckPage(const Clock& clock, const QList<QAction*>& emptyActions, QMenu& saved, QWidget* parent)
    : QWidget(parent)
    , m_model(clock, this)
    , m_body(new QStackedWidget(this))
    , m_empty(new EmptyState(m_body, u"checkEmpty"_s))
    , m_check(new QWidget(m_body))
    , m_head(new CheckHead(m_check))
    , m_table(new QTreeView(m_check))
    , m_row(theme::plainLabel({}, m_check))
    , m_deeds(new CheckDeeds(m_check))
    , m_others(new QCheckBox(tr("Tell also what else goes out in the same time"), this))
    , m_saved(makeButton("savedChecksButton", tr("Saved checks"), this, u"list-checks"_s))
    , m_save(makeButton("saveCheckButton", tr("Save as…"), this))
    , m_again(makeButton("checkAgainButton", tr("Check again"), this, u"refresh-cw"_s))
    , m_copy(makeButton("copyCheckButton", tr("Copy"), this, u"copy"_s))
    , m_export(makeButton("exportCheckButton", tr("Export…"), this, u"file-up"_s))
    , m_print(makeButton("printCheckButton", tr("Print…"), this))
{
    setObjectName(u"checkPage"_s);
    m_empty->setObjectName(u"checkEmptyState"_s);
    m_row->setObjectName(u"checkRowWords"_s);
    m_others->setObjectName(u"othersBox"_s);
    m_saved->setMenu(&saved);
    m_saved->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_saved->setToolTip(tr("Runs a check again that was saved under a name, or removes one"));
    m_save->setToolTip(tr("Keeps what is expected under a name, to check it again later"));
    m_again->setToolTip(tr("Reads all of them once more (F5)"));
    m_copy->setToolTip(
        tr("Copies the selected rows when there are several, otherwise all of them, as a table (Ctrl+C)"));
    m_export->setToolTip(tr("Writes the whole check into a table or a workbook for spreadsheets (Ctrl+S)"));
    m_print->setToolTip(tr("Shows the check as it looks on paper (Ctrl+P)"));
    m_empty->present({ u"shield-check"_s, tr("Check pushes before a campaign"),
        tr("Choose pushes in the list, or bring a file of what should go out. Each is read from the service and "
           "compared, and nothing is changed there. What you save can be checked again in the morning."),
        emptyActions });
    buildTable();
    buildLayout();
    wire();
    enter(State::Nothing);
}

void CheckPage::buildTable()
{
    m_table->setObjectName(u"checkTable"_s);
    m_table->setAccessibleName(tr("Pushes that were checked"));
    m_table->setModel(&m_model);
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(m_deeds->actions());
    m_table->header()->setSectionsMovable(false);
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setAccessibleName(tr("Columns"));
    for (int column = 0; column < CheckModel::ColumnCount; ++column)
        m_table->header()->resizeSection(
            column, letters[column] * m_table->fontMetrics().averageCharWidth() + 4 * theme::unit);
}

void CheckPage::buildLayout()
{
    auto* check = new QVBoxLayout(m_check);
    check->setContentsMargins(0, 0, 0, 0);
    check->setSpacing(theme::buttonGap);
    check->addWidget(m_head);
    check->addWidget(m_table, 1);
    auto* about = new QHBoxLayout;
    about->setSpacing(theme::buttonGap);
    about->addWidget(m_row, 1);
    about->addWidget(m_deeds);
    check->addLayout(about);
    m_body->addWidget(m_empty);
    m_body->addWidget(m_check);
    auto* foot = new TwoPartRow(this);
    foot->beginning().setSpacing(theme::buttonGap);
    foot->beginning().addWidget(m_saved);
    foot->beginning().addWidget(m_others);
    foot->beginning().addStretch(1);
    foot->end().setSpacing(theme::buttonGap);
    for (QPushButton* button : { m_again, m_save, m_copy, m_export, m_print })
        foot->end().addWidget(button);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(theme::buttonGap);
    page->addWidget(m_body, 1);
    page->addWidget(foot);
}

void CheckPage::wire()
{
    connect(m_head, &CheckHead::stopRequested, this, &CheckPage::stopRequested);
    connect(m_head, &CheckHead::againRequested, this, &CheckPage::againRequested);
    connect(m_again, &QPushButton::clicked, this, &CheckPage::againRequested);
    connect(m_save, &QPushButton::clicked, this, &CheckPage::saveRequested);
    connect(m_copy, &QPushButton::clicked, this, &CheckPage::copyRequested);
    connect(m_export, &QPushButton::clicked, this, &CheckPage::exportRequested);
    connect(m_print, &QPushButton::clicked, this, &CheckPage::printRequested);
    connect(m_others, &QCheckBox::clicked, this, &CheckPage::othersChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CheckPage::showRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CheckPage::showChosen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CheckPage::showChosen); // which tells of no selection
    connect(m_deeds, &CheckDeeds::showRequested, this, &CheckPage::showInListRequested);
    connect(m_deeds, &CheckDeeds::cancelRequested, this, &CheckPage::cancelRequested);
}

void CheckPage::enter(State state)
{
    m_state = state;
    m_body->setCurrentWidget(state == State::Nothing ? static_cast<QWidget*>(m_empty) : m_check);
    for (QWidget* part : { static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_again), static_cast<QWidget*>(m_copy),
             static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_print) })
        part->setVisible(state != State::Nothing);
    for (QPushButton* part : { m_again, m_copy, m_export, m_print })
        part->setEnabled(state == State::Ended);
    m_deeds->setRunning(state == State::Running);
    showRow();
}

void CheckPage::showNothing()
{
    m_model.clear();
    setOthers(false, false);
    enter(State::Nothing);
}

void CheckPage::begin(const QString& about, int total)
{
    const bool hadKeyboard = isAncestorOf(focusWidget()) || hasFocus();
    m_model.clear();
    m_about = about;
    m_total = total;
    enter(State::Running);
    m_head->showRunning(about, {}, 0, total);
    if (hadKeyboard)
        m_table->setFocus();
}

void CheckPage::add(const QList<Comparison>& comparisons, int done)
{
    m_model.add(comparisons);
    if (m_state == State::Running)
        m_head->showRunning(m_about, m_model.counts(), done, m_total);
}

void CheckPage::end(const CheckHead::Words& words)
{
    const bool hasJustEnded = m_state == State::Running; // otherwise only the words are new
    enter(State::Ended);
    m_head->showEnded(words, m_model.counts());
    // The worst is what is looked at first, wherever it came in.
    if (hasJustEnded && m_model.rowCount() > 0 && m_table->selectionModel()->selectedRows().size() < 2)
        m_table->setCurrentIndex(m_model.index(0, 0));
    for (QPushButton* part : { m_copy, m_export, m_print })
        part->setEnabled(m_model.rowCount() > 0);
}

void CheckPage::setOthers(bool areTimed, bool areLookedFor)
{
    m_others->setVisible(areTimed);
    m_others->setChecked(areLookedFor);
}

void CheckPage::renewTimes()
{
    m_model.renewTimes();
    showRow();
}

void CheckPage::showRow()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model.rowCount()) {
        m_row->setText({});
        return;
    }
    const Comparison& comparison = m_model.comparison(row);
    const QString& title = comparison.found.title.isEmpty() ? comparison.expected.title : comparison.found.title;
    const QString said = sentences::checkSentences(comparison);
    const QString id = theme::leftToRight(QString::number(comparison.id()));
    m_row->setText(
        title.isEmpty() ? tr("Push %1. %2").arg(id, said) : tr("%1, %2. %3").arg(theme::brief(title), id, said));
}

void CheckPage::showChosen()
{
    CheckDeeds::Chosen chosen;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection) { // all of them may be many
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen.scheduled += isScheduled(m_model.comparison(row));
        chosen.pushes += range.height();
    }
    m_deeds->setChosen(chosen);
}

CheckModel::Since CheckPage::noteCancelled(const QHash<TaskId, QDateTime>& at)
{
    const CheckModel::Since since = m_model.noteCancelled(at);
    showRow();
    showChosen();
    return since;
}

QList<Comparison> CheckPage::selected() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<Comparison> comparisons;
    for (const int row : std::as_const(rows))
        comparisons.append(m_model.comparison(row));
    return comparisons;
}

void CheckPage::takeKeyboard()
{
    if (m_state == State::Nothing)
        m_empty->takeKeyboard();
    else
        m_table->setFocus();
}

bool CheckPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isKeyOfTheList(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CheckPage::keyPressEvent(QKeyEvent* event)
{
    const bool isSave = event->key() == Qt::Key_S && event->modifiers() == Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy) && m_copy->isEnabled())
        Q_EMIT copyRequested();
    else if (event->matches(QKeySequence::SelectAll))
        m_table->selectAll();
    else if (event->matches(QKeySequence::Print) && m_print->isEnabled())
        Q_EMIT printRequested();
    else if (isSave && m_export->isEnabled())
        Q_EMIT exportRequested();
    else if (event->key() == Qt::Key_F5 && m_again->isEnabled())
        Q_EMIT againRequested();
    else if (!isKeyOfTheList(*event))
        QWidget::keyPressEvent(event);
}

} // namespace pushbrake
