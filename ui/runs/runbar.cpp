#include "ui/runs/runbar.h"

#include "ui/look/theme.h"
#include "ui/parts/appband.h"
#include "ui/parts/button.h"
#include "ui/parts/twopartrow.h"
#include "ui/words/results.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushbrake {
namespace {

constexpr auto longSilence = 3s; ///< an answer takes less than one

int wholeSeconds(Milliseconds time)
{
    return int((time.count() + 999) / 1000);
}

} // namespace

RunBar::RunBar(RunCommands& commands, QWidget* parent)
    : QFrame(parent)
    , m_commands(commands)
    , m_app(new AppBand(AppBand::Form::Chip, this))
    , m_row(new TwoPartRow(this))
    , m_headline(theme::plainLabel({}, this))
    , m_line(theme::plainLabel({}, this))
{
    setObjectName(u"runBar"_s);
    setAccessibleName(tr("Progress of the cancellation"));
    setProperty("card", true);
    m_headline->setObjectName(u"runHeadline"_s);
    m_headline->setFont(theme::strongFont(font()));
    m_line->setObjectName(u"runLine"_s);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(u"runProgress"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);

    m_headline->setMinimumWidth(45 * theme::unit);
    auto* margins = new QVBoxLayout(this);
    margins->setContentsMargins(4 * theme::unit, 3 * theme::unit, 3 * theme::unit, 3 * theme::unit);
    margins->addWidget(m_row);
    QHBoxLayout* row = &m_row->beginning();
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::unit);
    words->addWidget(m_headline);
    words->addWidget(m_line);
    words->addWidget(m_bar);
    row->addWidget(m_app);
    row->addSpacing(theme::unit);
    row->addLayout(words, 1);
    row->addSpacing(2 * theme::unit);

    m_undo = addButton(*commands.undo);
    m_startNow = addButton(*commands.startNow);
    m_mend = addButton(*commands.mendAccount);
    m_withoutRecord = addButton(*commands.withoutRecord);
    m_pause = addButton(*commands.pause);
    m_resume = addButton(*commands.resume);
    m_stop = addButton(*commands.stop);
    m_results = addButton(*commands.results);
    m_dismiss = makeButton("dismissButton", tr("Close"), this, u"x"_s);
    m_dismiss->setToolTip(tr("Hides this line; the results stay in the list."));
    m_dismiss->setAccessibleDescription(m_dismiss->toolTip());
    m_row->end().addWidget(m_dismiss);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    m_dismiss->installEventFilter(this);
    m_justChanged.setSingleShot(true);
    m_justChanged.setInterval(700ms);
    clear();
}

QPushButton* RunBar::addButton(QAction& action)
{
    QPushButton* button = makeActionButton(action, this);
    m_row->end().addWidget(button);
    button->installEventFilter(this);
    return button;
}

void RunBar::setApp(const Profile& app)
{
    m_app->present(app);
}

void RunBar::setPractice(bool practice)
{
    m_practice = practice;
}

void RunBar::setProgress(const RunProgress& progress, const QString& nextTitle)
{
    // Paused before anything began, a countdown would be untrue: nothing begins at its end.
    const bool isHeld = progress.held && !(progress.paused && progress.heldTasks == progress.total);
    enter(isHeld                        ? RunStage::Hold
            : progress.waitingForRecord ? RunStage::Record
            : progress.waitingForAccount
            ? (m_obstacle.fault == NetFault::None ? RunStage::Account : RunStage::Connection)
            : progress.paused ? RunStage::Paused
                              : RunStage::Running);
    const int waiting = progress.total - progress.settled;
    m_commands.setUnsettled(waiting);
    if (m_stage == RunStage::Record)
        m_commands.setStopped(progress.stopped);
    m_bar->setRange(0, std::max(1, progress.total));
    m_bar->setValue(progress.settled);
    m_headline->setText(headline(progress));
    m_line->setText(runningLine(progress, nextTitle));
    const bool urgent = m_stage == RunStage::Running
        && (progress.goOutFirst > 0 || (progress.waitingForNetwork && progress.dueWithinAMinute > 0));
    theme::setTone(*m_line, urgent ? theme::Tone::Red : theme::Tone::Dim);
    m_line->setVisible(!m_line->text().isEmpty());
    setAccessibleDescription(m_headline->text() + u' ' + m_line->text());
}

QString RunBar::headline(const RunProgress& progress) const
{
    if (m_stage == RunStage::Hold)
        return tr("Starts in %n s", nullptr, wholeSeconds(progress.holdLeft));
    const QLocale here;
    const QString done = here.toString(progress.settled);
    const QString all = here.toString(progress.total);
    if (m_stage == RunStage::Paused)
        return tr("Paused at %1 of %2").arg(done, all);
    if (m_stage == RunStage::Account || m_stage == RunStage::Connection)
        return tr("Waiting for you at %1 of %2").arg(done, all);
    if (m_stage == RunStage::Record)
        return tr("Waiting for the record at %1 of %2").arg(done, all);
    return m_practice ? tr("Practising %1 of %2").arg(done, all) : tr("Cancelling %1 of %2").arg(done, all);
}

QString RunBar::waitingLine(const RunProgress& progress) const
{
    if (m_stage == RunStage::Account || m_stage == RunStage::Connection)
        return tr("%1 Nothing more is asked until you fix it and continue.").arg(sentences::whatHappened(m_obstacle));
    if (m_stage == RunStage::Record)
        return progress.stopped
            ? tr("Nothing more is asked. The last results are shown when they can be recorded.")
            : tr("The record cannot be written. Nothing more is asked until it can. The countdowns keep running.");
    return tr(
        "%n push(es) not settled yet. Their countdowns keep running.", nullptr, progress.total - progress.settled);
}

QString RunBar::runningLine(const RunProgress& progress, const QString& nextTitle) const
{
    if (m_stage == RunStage::Hold) {
        const int asked = progress.total - progress.heldTasks;
        if (asked == 0)
            return tr("%n push(es) will be cancelled. Undo keeps all of them scheduled.", nullptr, progress.heldTasks);
        return asked == progress.settled
            ? tr("Undo keeps the %n that wait(s). It does not reach the %1 that could not wait: they are done.",
                nullptr, progress.heldTasks)
                  .arg(asked)
            : tr("Undo keeps the %n that wait(s). It does not reach the %1 that could not wait: they are being "
                 "cancelled.",
                nullptr, progress.heldTasks)
                  .arg(asked);
    }
    if (waitsForPerson(m_stage))
        return waitingLine(progress);
    QStringList parts;
    if (progress.record == Record::InMemory)
        parts << tr("without a record");
    if (progress.waitingForNetwork)
        parts << tr("waiting for the network, continues automatically");
    if (progress.waitingForNetwork && progress.dueWithinAMinute > 0)
        parts << tr("%n go(es) out within a minute", nullptr, progress.dueWithinAMinute);
    else if (progress.goOutFirst > 0)
        parts << tr("%n go(es) out before they can be stopped", nullptr, progress.goOutFirst);
    if (!nextTitle.isEmpty())
        parts << tr("next “%1”").arg(theme::brief(nextTitle, 60));
    // Without a network, and while no answer comes, neither pace nor time left is true.
    if (!progress.waitingForNetwork)
        parts << (progress.silence >= longSilence ? silenceWords(progress) : paceWords(progress));
    return parts.join(u" · "_s);
}

QStringList RunBar::silenceWords(const RunProgress& progress) const
{
    QStringList parts { tr("no answer for %n s", nullptr, int(progress.silence.count() / 1000)) };
    if (progress.beingChecked > 0)
        parts << tr("%n being checked", nullptr, progress.beingChecked);
    return parts;
}

QStringList RunBar::paceWords(const RunProgress& progress) const
{
    QStringList parts;
    if (progress.pace > 0)
        parts << tr("%1 a second").arg(QLocale().toString(progress.pace, 'f', 1));
    if (progress.timeLeft.count() > 0)
        parts << tr("about %n s left", nullptr, wholeSeconds(progress.timeLeft));
    if (progress.slowness == Slowness::ServiceAsked)
        parts << tr("slower: the service asked for fewer requests");
    else if (progress.slowness == Slowness::SharedLimit)
        parts << tr("slower: another program uses the same limit");
    return parts;
}

void RunBar::setFinished(const RunProgress& progress)
{
    enter(RunStage::Finished);
    if (progress.stopped)
        m_headline->setText(m_practice ? tr("Practice stopped") : tr("Stopped"));
    else if (progress.withdrawn == progress.total)
        m_headline->setText(tr("Taken back"));
    else
        m_headline->setText(m_practice ? tr("Practice finished") : tr("Finished"));
    showEnd(progress, progress.record);
}

void RunBar::showEnd(const RunCounts& counts, Record record)
{
    if (m_stage != RunStage::Finished)
        return;
    QStringList parts;
    if (counts.cancelled > 0)
        parts << tr("%n cancelled", nullptr, counts.cancelled);
    if (counts.tooLate > 0)
        parts << tr("%n too late", nullptr, counts.tooLate);
    if (counts.rejected > counts.notFound)
        parts << tr("%n not cancelled", nullptr, counts.rejected - counts.notFound);
    if (counts.notFound > 0)
        parts << tr("%n not at the service", nullptr, counts.notFound);
    if (counts.notSent > 0)
        parts << tr("%n not cancelled and still scheduled", nullptr, counts.notSent);
    if (counts.unknown > 0)
        parts << tr("%n not known yet", nullptr, counts.unknown);
    if (counts.withdrawn > 0)
        parts << tr("%n kept scheduled", nullptr, counts.withdrawn);
    if (record == Record::InMemory)
        parts << tr("no record was kept");
    m_line->setText(parts.join(u" · "_s));
    m_line->setVisible(!parts.isEmpty());
    setAccessibleDescription(m_headline->text() + u' ' + m_line->text());
}

void RunBar::clear()
{
    enter(RunStage::None);
}

void RunBar::enter(RunStage stage)
{
    const QWidget* focused = window()->focusWidget();
    const bool hadKeyboard = isAncestorOf(focused);
    if (m_stage != stage && isVisible())
        m_justChanged.start();
    m_stage = stage;
    m_commands.setStage(stage);
    const bool waits = waitsForPerson(stage);
    m_bar->setVisible(stage == RunStage::Running || waits);
    m_undo->setVisible(stage == RunStage::Hold);
    m_startNow->setVisible(stage == RunStage::Hold);
    m_mend->setVisible(stage == RunStage::Account);
    m_pause->setVisible(stage == RunStage::Running);
    m_withoutRecord->setVisible(stage == RunStage::Record);
    m_resume->setVisible(waits);
    m_stop->setVisible(stage == RunStage::Running || waits);
    m_results->setVisible(stage == RunStage::Finished);
    m_dismiss->setVisible(stage == RunStage::Finished);
    setVisible(stage != RunStage::None);
    // Qt gives it to whatever comes next, which after Pause was Stop.
    if (hadKeyboard && focused->isHidden() && !takeKeyboard() && m_results->isVisible())
        m_results->setFocus();
}

bool RunBar::takeKeyboard()
{
    for (QPushButton* button : { m_undo, m_pause, m_resume }) {
        if (button->isVisible()) {
            button->setFocus();
            return true;
        }
    }
    return false;
}

// A click or a key that was meant for the button that stood here a moment ago is nobody's: a double click on Start now
// must not stop the run, nor one on Stop hide what came of it, nor a second Enter undo what the first one said.
bool RunBar::eventFilter(QObject* watched, QEvent* event)
{
    const auto isAnswer = [&] {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    };
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick
        || (event->type() == QEvent::KeyPress && isAnswer());
    return (isPress && m_justChanged.isActive()) || QFrame::eventFilter(watched, event);
}

} // namespace pushbrake
