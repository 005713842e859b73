#include "ui/runs/stopduewindow.h"

#include "ui/look/theme.h"
#include "ui/parts/appband.h"
#include "ui/parts/button.h"
#include "ui/parts/scrolledform.h"
#include "ui/runs/askedtasks.h"
#include "ui/runs/duewords.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace pushbrake {

namespace {

const QString sizeKey = QStringLiteral("stopDue/size");
constexpr int usualMinutes = 30;
constexpr int mostMinutes = 1440;

void say(QLabel& label, const QString& text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

StopDueWindow::StopDueWindow(Profile app, const Clock& clock, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_app(std::move(app))
    , m_clock(clock)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("stopDueWindow"));
    setWindowTitle(m_app.isPractice() ? tr("Practise cancelling what goes out soon") : tr("Cancel what goes out soon"));
    setAccessibleName(windowTitle());
    setModal(false);
    buildWidgets();
    buildLayout();
    wire();
    setCancellable(0);
    resize(theme::withinScreen(*this, m_settings.value(sizeKey, QSize(900, 560)).toSize()));
    m_minutes->setFocus();
}

StopDueWindow::~StopDueWindow()
{
    m_settings.setValue(sizeKey, size());
}

void StopDueWindow::buildWidgets()
{
    m_minutes = new QSpinBox(this);
    m_minutes->setObjectName(QStringLiteral("minutesEdit"));
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setValue(usualMinutes);
    m_minutes->setAccessibleName(tr("Minutes from now"));
    m_minutes->setMinimumHeight(theme::controlHeight);
    m_read = makeButton("readDueButton", tr("&Read now"), this, QStringLiteral("refresh-cw"));
    setReading(false);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("dueProgress"));
    m_progress->setAccessibleName(tr("How far the reading is"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 100);
    const auto label = [this](const char* name) {
        QLabel* made = theme::selectableLabel({}, this);
        made->setObjectName(QLatin1StringView(name));
        made->hide();
        return made;
    };
    m_state = label("dueState");
    m_advice = label("dueAdvice");
    theme::setTone(*m_advice, theme::Tone::Dim);
    m_summary = label("dueSummary");
    m_summary->setFont(theme::titleFont(m_summary->font()));
    m_soonest = label("dueSoonest");
    m_leftOut = label("dueLeftOut");
    theme::setTone(*m_leftOut, theme::Tone::Dim);
    m_table = new QTreeView(this);
    m_table->setObjectName(QStringLiteral("dueTable"));
    m_table->setAccessibleName(tr("The pushes that would be cancelled"));
    m_table->setTabKeyNavigation(false);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setMinimumHeight(theme::unit * 30);
    m_keep = makeButton("keepDueButton", tr("&Keep all scheduled"), this);
    m_keep->setDefault(true);
    m_cancel = makeButton("cancelDueButton", {}, this);
    theme::makeDangerous(*m_cancel);
}

void StopDueWindow::buildLayout()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    auto* form = new ScrolledForm(this);
    page->addWidget(form, 1);
    QVBoxLayout& column = form->column();
    column.addWidget(new AppBand(AppBand::Form::Dialog, m_app, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    QLabel* before = theme::plainLabel(tr("Everything that goes out in the next &minutes:"), this);
    before->setBuddy(m_minutes);
    row->addWidget(before, 1);
    row->addWidget(m_minutes);
    row->addWidget(m_read);
    column.addLayout(row);
    for (QWidget* part :
        { static_cast<QWidget*>(m_state), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_advice),
            static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_soonest), static_cast<QWidget*>(m_leftOut) })
        column.addWidget(part);
    column.addWidget(m_table, 1);
    column.addStretch(); // while there is no table
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    buttons->addWidget(m_cancel);
    page->addLayout(buttons);
    m_progress->hide();
    setTasks({});
}

void StopDueWindow::wire()
{
    connect(m_minutes, &QSpinBox::valueChanged, this, &StopDueWindow::minutesChanged);
    connect(m_read, &QPushButton::clicked, this, [this] {
        if (m_isReading)
            Q_EMIT stopReadingRequested();
        else
            Q_EMIT readRequested();
    });
    connect(m_keep, &QPushButton::clicked, this, &QDialog::close);
    connect(m_cancel, &QPushButton::clicked, this, &StopDueWindow::cancelRequested);
}

// Enter goes on to the dialog's default button, which would close what was just typed into.
void StopDueWindow::keyPressEvent(QKeyEvent* event)
{
    if (!isEnter(*event) || !m_minutes->hasFocus())
        QDialog::keyPressEvent(event);
    else if (!event->isAutoRepeat())
        Q_EMIT readRequested();
}

std::chrono::minutes StopDueWindow::minutes() const
{
    return std::chrono::minutes(m_minutes->value());
}

void StopDueWindow::setReading(bool isReading)
{
    m_isReading = isReading;
    setButtonText(*m_read, isReading ? tr("Stop &reading") : tr("&Read now"));
    m_read->setIcon(theme::icon(isReading ? QStringLiteral("square") : QStringLiteral("refresh-cw")));
}

void StopDueWindow::setTasks(const QList<Task>& tasks)
{
    if (m_tasks && m_tasks->rowCount() == 0 && tasks.isEmpty())
        return;
    AskedTasks* before = m_tasks;
    m_tasks = new AskedTasks(tasks, m_clock, this);
    m_table->setModel(m_tasks);
    delete before;
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(AskedTasks::Push, QHeaderView::Stretch);
    m_table->setVisible(!tasks.isEmpty());
}

void StopDueWindow::setCancellable(int count)
{
    m_cancel->setEnabled(count > 0);
    if (count == 0)
        setButtonText(*m_cancel, m_app.isPractice() ? tr("&Practise cancelling…") : tr("&Cancel pushes…"));
    else
        setButtonText(*m_cancel,
            m_app.isPractice() ? tr("&Practise cancelling %n push(es)…", nullptr, count)
                               : tr("&Cancel %n push(es)…", nullptr, count));
}

void StopDueWindow::showReading(int soFar, std::optional<double> share)
{
    showNothingRead({}, {});
    setReading(true);
    m_progress->setVisible(share.has_value());
    m_progress->setValue(share ? int(*share * 100) : 0);
    say(*m_state, soFar == 0 ? tr("Reading from the service…") : tr("Reading from the service… %L1 so far").arg(soFar));
}

void StopDueWindow::showNothingRead(const QString& why, const QString& advice)
{
    setReading(false);
    m_progress->hide();
    say(*m_state, why);
    say(*m_advice, advice);
    for (QLabel* label : { m_summary, m_soonest, m_leftOut })
        say(*label, {});
    m_due = {};
    setTasks({});
    setCancellable(0);
}

void StopDueWindow::showPushes(const DuePushes& due, const QDateTime& readAt, int notShown)
{
    setReading(false);
    m_progress->hide();
    say(*m_state,
        tr("Read from the service at %1.")
            .arg(QLocale().toString(sentences::inZone(readAt), QStringLiteral("HH:mm:ss"))));
    say(*m_advice, duewords::notShown(notShown));
    say(*m_summary, summary(due));
    say(*m_leftOut, duewords::leftOut(due).join(QLatin1Char('\n')));
    if (due.tasks != m_due.tasks)
        setTasks(due.tasks);
    m_due = due;
    say(*m_soonest, soonest());
    setCancellable(int(due.tasks.size()));
}

QString StopDueWindow::summary(const DuePushes& due) const
{
    return due.tasks.isEmpty()
        ? tr("Nothing that can be cancelled goes out in the next %n minute(s).", nullptr, int(minutes().count()))
        : duewords::counts(due);
}

QString StopDueWindow::soonest() const
{
    if (m_due.tasks.isEmpty())
        return {};
    const Task& first = m_due.tasks.first();
    const QDateTime now = m_clock.utcNow();
    return first.title.isEmpty()
        ? tr("The soonest: %1, %2", "a time, and how long until then")
              .arg(sentences::localTime(first.goesOutAt, now), sentences::timeLeft(first.goesOutAt, now))
        : tr("The soonest: %1, %2 – %3", "a time, how long until then, and a title")
              .arg(sentences::localTime(first.goesOutAt, now), sentences::timeLeft(first.goesOutAt, now),
                  theme::brief(first.title));
}

void StopDueWindow::tick()
{
    m_tasks->tick();
    say(*m_soonest, soonest());
}

} // namespace pushbrake
