#include "ui/runs/leftoversdialog.h"

#include "ui/look/theme.h"
#include "ui/parts/appband.h"
#include "ui/parts/button.h"
#include "ui/parts/scrolledform.h"
#include "ui/parts/twopartrow.h"
#include "ui/words/badges.h"
#include "ui/words/results.h"
#include "ui/words/times.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace pushbrake {

namespace {
enum Column { StateColumn, TitleColumn, IdColumn, GoesOutColumn };
} // namespace

LeftoversDialog::LeftoversDialog(const QList<JournalRow>& rows, const Profile& app, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("leftoversDialog"));
    setWindowTitle(tr("An interrupted cancellation"));
    setAccessibleName(windowTitle());
    setModal(false);
    buildWidgets();
    buildLayout(app);
    for (const JournalRow& row : rows)
        addRow(row);
    resize(theme::withinScreen(*this, QSize(820, 420)));
    present();
    (m_check->isVisibleTo(this) ? m_check : m_later)->setFocus();
}

void LeftoversDialog::buildWidgets()
{
    m_headline = theme::selectableLabel(tr("The last cancellation was interrupted"), this);
    m_headline->setObjectName(QStringLiteral("leftoversHeadline"));
    m_headline->setFont(theme::titleFont(m_headline->font()));
    m_explained = theme::selectableLabel({}, this);
    m_explained->setObjectName(QStringLiteral("leftoversExplained"));
    m_table = new QTreeWidget(this);
    m_table->setObjectName(QStringLiteral("leftoversTable"));
    m_table->setAccessibleName(tr("Pushes of the interrupted cancellation"));
    m_table->setHeaderLabels({ tr("What is known"), tr("Push"), tr("Task ID"), tr("Goes out") });
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->resizeSection(StateColumn, 200);
    m_table->header()->resizeSection(TitleColumn, 270);
    m_table->header()->resizeSection(IdColumn, 140);
    m_check = makeButton("checkLeftoversButton", tr("Chec&k those not known"), this);
    m_cancel = makeButton("cancelLeftoversButton", tr("&Cancel those not asked yet…"), this);
    m_seenTo = makeButton("seenToLeftoversButton", tr("I have &dealt with those not known"), this);
    m_seenTo->setToolTip(tr("They are not offered again. Their record still says that their end is not known."));
    m_seenTo->setAccessibleDescription(m_seenTo->toolTip());
    m_leave = makeButton("leaveLeftoversButton", tr("Leave them &scheduled"), this);
    m_later = makeButton("laterButton", tr("&Later"), this);
    connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkRequested(m_unknown + m_ofUnknownApp); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const QList<TaskId> tasks = m_notSent;
        close();
        Q_EMIT cancelRequested(tasks);
    });
    connect(m_leave, &QPushButton::clicked, this, &LeftoversDialog::endNotSent);
    connect(m_seenTo, &QPushButton::clicked, this, &LeftoversDialog::endUnknown);
    connect(m_later, &QPushButton::clicked, this, &QDialog::close);
}

void LeftoversDialog::buildLayout(const Profile& app)
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addWidget(m_headline);
    auto* form = new ScrolledForm(this);
    page->addWidget(form, 1);
    form->column().addWidget(new AppBand(AppBand::Form::Dialog, app, this));
    form->column().addWidget(m_explained);
    form->column().addWidget(m_table, 1);
    auto* buttons = new TwoPartRow(this);
    buttons->beginning().addWidget(m_check);
    buttons->beginning().addWidget(m_cancel);
    buttons->beginning().addStretch();
    buttons->end().addWidget(m_seenTo);
    buttons->end().addWidget(m_leave);
    buttons->end().addWidget(m_later);
    page->addWidget(buttons);
}

void LeftoversDialog::addRow(const JournalRow& row)
{
    const bool notSent = row.state == JournalState::Planned && row.result.attempts == 0;
    m_isOfUnknownApp |= !row.isAppRecorded;
    const auto badge = sentences::outcomeBadge(notSent ? Outcome::NotSent : Outcome::Unknown, false);
    auto* item = new QTreeWidgetItem(m_table);
    item->setIcon(StateColumn, theme::icon(badge.icon, badge.tone));
    item->setText(StateColumn, badge.word);
    item->setText(TitleColumn, row.title.isEmpty() ? tr("No title") : theme::isolated(row.title));
    item->setText(IdColumn, theme::leftToRight(QString::number(row.taskId)));
    item->setText(GoesOutColumn,
        row.goesOutAt.isValid() ? sentences::localTime(row.goesOutAt, QDateTime::currentDateTimeUtc())
                                : tr("Time not known"));
    if (notSent) {
        (row.isAppRecorded ? m_notSent : m_ofUnknownApp).append(row.taskId);
    } else if (!m_unknown.contains(row.taskId)) {
        m_unknown.append(row.taskId);
    }
    m_items.insert(row.taskId, item);
}

void LeftoversDialog::endNotSent()
{
    mark(m_notSent + m_ofUnknownApp, sentences::outcomeBadge(Outcome::Withdrawn, false));
    m_notSent.clear();
    m_ofUnknownApp.clear();
    Q_EMIT leaveRequested();
    closeWhenDone();
}

void LeftoversDialog::endUnknown()
{
    const QList<TaskId> ended = std::exchange(m_unknown, {});
    for (const TaskId task : ended)
        delete m_items.take(task);
    Q_EMIT seenToRequested(ended);
    closeWhenDone();
}

void LeftoversDialog::closeWhenDone()
{
    if (m_unknown.isEmpty() && m_notSent.isEmpty() && m_ofUnknownApp.isEmpty())
        close();
    else
        present();
}

void LeftoversDialog::mark(const QList<TaskId>& tasks, const sentences::Badge& badge)
{
    for (const TaskId task : tasks) {
        if (QTreeWidgetItem* item = m_items.value(task)) {
            item->setIcon(StateColumn, theme::icon(badge.icon, badge.tone));
            item->setText(StateColumn, badge.word);
        }
    }
}

void LeftoversDialog::askedAgain(TaskId task)
{
    if (!m_items.contains(task))
        return;
    mark({ task }, sentences::runStateBadge(RunState::Queued));
    m_notSent.removeAll(task);
    m_ofUnknownApp.removeAll(task);
    present();
}

void LeftoversDialog::settled(const SettledResult& result)
{
    QTreeWidgetItem* item = m_items.value(result.taskId);
    // That a later run was refused or taken back says nothing of what an earlier request did.
    const bool isAnswer = result.outcome == Outcome::Cancelled || result.outcome == Outcome::TooLate
        || (result.outcome == Outcome::NotSent && result.checked);
    if (!item || (m_unknown.contains(result.taskId) && !isAnswer))
        return;
    mark({ result.taskId }, sentences::outcomeBadge(result.outcome, result.checked, result.code));
    item->setToolTip(StateColumn, theme::plainTip(sentences::whatHappened(result)));
    m_unknown.removeAll(result.taskId);
    m_notSent.removeAll(result.taskId);
    m_ofUnknownApp.removeAll(result.taskId);
    present();
}

void LeftoversDialog::present()
{
    QStringList sentences;
    if (!m_unknown.isEmpty())
        sentences << tr("The service was asked to cancel %n push(es), and no answer came. A look at the service tells "
                        "what became of them.",
            nullptr, int(m_unknown.size()));
    if (!m_notSent.isEmpty())
        sentences << tr("%n push(es) not cancelled: the service was not asked yet. They will go out unless you cancel "
                        "them now.",
            nullptr, int(m_notSent.size()));
    if (!m_ofUnknownApp.isEmpty())
        sentences << tr(
            "%n push(es) not cancelled: the service was not asked yet.", nullptr, int(m_ofUnknownApp.size()));
    if (m_isOfUnknownApp && !sentences.isEmpty())
        sentences << tr(
            "An earlier version of Pushbrake did not record in which app that was. Check which of them this app "
            "has, and cancel those from the list.");
    if (sentences.isEmpty())
        sentences << tr("Everything is known now. There is nothing more to do.");
    m_explained->setText(sentences.join(QLatin1Char(' ')));
    m_check->setVisible(!m_unknown.isEmpty() || !m_ofUnknownApp.isEmpty());
    m_cancel->setVisible(!m_notSent.isEmpty());
    m_seenTo->setVisible(!m_unknown.isEmpty());
    m_leave->setVisible(!m_notSent.isEmpty() || !m_ofUnknownApp.isEmpty());
    const bool done = m_unknown.isEmpty() && m_notSent.isEmpty() && m_ofUnknownApp.isEmpty();
    m_later->setText(done ? tr("C&lose") : tr("&Later"));
    m_later->setAccessibleName(done ? tr("Close") : tr("Later"));
}

} // namespace pushbrake
