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
    m_leave = makeButton("leaveLeftoversButton", tr("Leave them &scheduled"), this);
    m_later = makeButton("laterButton", tr("&Later"), this);
    connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkRequested(m_unknown + m_ofUnknownApp); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const QList<TaskId> tasks = m_notSent;
        close();
        Q_EMIT cancelRequested(tasks);
    });
    connect(m_leave, &QPushButton::clicked, this, [this] {
        m_notSent.clear();
        m_ofUnknownApp.clear();
        Q_EMIT leaveRequested();
        m_unknown.isEmpty() ? void(close()) : present();
    });
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
        return; // only what is not known changes while this dialog is open
    }
    if (!m_unknown.contains(row.taskId))
        m_unknown.append(row.taskId);
    m_items.insert(row.taskId, item);
}

void LeftoversDialog::settled(const SettledResult& result)
{
    QTreeWidgetItem* item = m_items.value(result.taskId);
    if (!item)
        return;
    const auto badge = sentences::outcomeBadge(result.outcome, result.checked);
    item->setIcon(StateColumn, theme::icon(badge.icon, badge.tone));
    item->setText(StateColumn, badge.word);
    item->setToolTip(StateColumn, theme::plainTip(sentences::whatHappened(result)));
    if (result.outcome != Outcome::Unknown)
        m_unknown.removeAll(result.taskId);
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
    m_leave->setVisible(!m_notSent.isEmpty() || !m_ofUnknownApp.isEmpty());
    const bool done = m_unknown.isEmpty() && m_notSent.isEmpty() && m_ofUnknownApp.isEmpty();
    m_later->setText(done ? tr("C&lose") : tr("&Later"));
    m_later->setAccessibleName(done ? tr("Close") : tr("Later"));
}

} // namespace pushbrake
