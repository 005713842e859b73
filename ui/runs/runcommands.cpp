#include "ui/runs/runcommands.h"

#include "ui/parts/button.h"
#include "ui/tasks/taskpage.h"

#include <QActionGroup>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int mostOnButton = 10'000; ///< the red button has room for
constexpr qsizetype mostInARun = 100'000; ///< each with its words in memory: five and a half hours at the limit
} // namespace

RunCommands::RunCommands(RunSettings& settings, QObject* parent)
    : QObject(parent)
    , m_holdMenu(std::make_unique<QMenu>())
    , cancel(new CommandAction("cancelAction", tr("&Cancel pushes…"), u"ban"_s, this))
    , stopDue(new CommandAction("stopDueAction", {}, u"clock-alert"_s, this))
    , undo(new CommandAction("undoAction", tr("&Undo"), u"undo-2"_s, this))
    , startNow(new CommandAction("startNowAction", tr("Start no&w"), u"play"_s, this))
    , pause(new CommandAction("pauseAction", tr("&Pause"), u"pause"_s, this))
    , resume(new CommandAction("resumeAction", tr("C&ontinue"), u"play"_s, this))
    , stop(new CommandAction("stopAction", tr("&Stop"), u"square"_s, this))
    , mendAccount(new CommandAction("mendAccountAction", tr("Edit the accou&nt…"), u"key-round"_s, this))
    , withoutRecord(new CommandAction("withoutRecordAction", tr("&Go on without a record…"), u"triangle-alert"_s, this))
    , results(new CommandAction("resultsAction", tr("Show resu&lts"), u"list-checks"_s, this))
    , showResult(new CommandAction("showResultAction", tr("Show the resul&t"), u"info"_s, this))
    , hold(m_holdMenu->menuAction())
    , checkEvery(new CommandAction("checkEveryAction", tr("Chec&k every cancellation by a look-up"), {}, this))
    , m_settings(settings)
{
    cancel->setKeys(QKeySequence::Delete);
    stopDue->setTip(tr("Reads everything that goes out in the next minutes, shows it, and asks"));
    stopDue->setKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    undo->setTip(tr("Takes back what has not started: it stays scheduled."));
    undo->setKeys(QKeySequence::Undo);
    startNow->setTip(tr("Starts without waiting any longer."));
    pause->setTip(tr("Asks for nothing more until you continue. What was asked is finished."));
    pause->setKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    resume->setKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    stop->setKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    resume->setTip(tr("Continues with those that are left."));
    mendAccount->setTip(tr("Opens the account. When it is saved, cancelling continues."));
    withoutRecord->setTip(tr("The results are then known only until Pushbrake ends."));
    results->setTip(tr("A row for each push, and what to do next."));
    results->setKeys(QKeySequence(Qt::CTRL | Qt::Key_R));
    checkEvery->setCheckable(true);
    checkEvery->setChecked(settings.read().checkEvery);
    connect(checkEvery, &QAction::triggered, this, [this](bool on) {
        RunOptions options = m_settings.read();
        options.checkEvery = on;
        m_settings.write(options);
    });
    addHoldChoices();
    setStage(RunStage::None);
}

RunCommands::~RunCommands() = default;

void RunCommands::addHoldChoices()
{
    m_holdMenu->setTitle(tr("Delay be&fore cancelling"));
    m_holdMenu->setObjectName(u"holdMenu"_s);
    hold->setObjectName(u"holdAction"_s);
    auto* choices = new QActionGroup(m_holdMenu.get());
    for (const int seconds : { 0, 5, 10, 30 }) {
        QAction* choice
            = m_holdMenu->addAction(seconds == 0 ? tr("No delay") : tr("%n second(s), with Undo", nullptr, seconds));
        choice->setCheckable(true);
        choice->setData(seconds);
        choice->setChecked(std::chrono::seconds(seconds) == m_settings.read().hold);
        choices->addAction(choice);
    }
    connect(choices, &QActionGroup::triggered, this, [this](const QAction* choice) {
        RunOptions options = m_settings.read();
        options.hold = std::chrono::seconds(choice->data().toInt());
        m_settings.write(options);
    });
}

void RunCommands::setCancellable(int count, bool isPractice, const QString& whyNot)
{
    const auto counted = [isPractice](int pushes) {
        return isPractice ? tr("Practise &cancelling %n…", nullptr, pushes)
                          : tr("&Cancel %n push(es)…", nullptr, pushes);
    };
    setLongestWords(*cancel, counted(mostOnButton));
    if (count == 0)
        cancel->setText(isPractice ? tr("Practise &cancelling…") : tr("&Cancel pushes…"));
    else
        cancel->setText(counted(count));
    cancel->setWhyNot(whyNot);
}

QString RunCommands::anotherIsEnding()
{
    return tr("The last cancellation is waiting for its answers.");
}

QString RunCommands::whyNot(const TaskPage& list, bool isEnding)
{
    const auto [selected, cancellable] = std::pair(list.selection().count, list.selection().cancellable);
    if (list.isHidden())
        return tr("Go back to the list first (Ctrl+1): what is selected there is out of sight.");
    if (isEnding)
        return anotherIsEnding();
    return selected == 0 ? tr("Select the pushes to cancel first.") : whyNot(cancellable);
}

QString RunCommands::whyNot(qsizetype cancellable)
{
    if (cancellable > mostInARun)
        return tr("Select at most %L1 pushes for one cancellation: at five a second these alone take hours.")
            .arg(mostInARun);
    return cancellable == 0
        ? tr("None of the selected pushes can be cancelled: they went out, are gone or have no known audience.")
        : QString();
}

void RunCommands::setStopDue(const QString& whyNot, bool isPractice)
{
    stopDue->setText(isPractice ? tr("Practise c&ancelling what goes out soon…") : tr("C&ancel what goes out soon…"));
    stopDue->setWhyNot(whyNot);
}

void RunCommands::setLeftOut(int count)
{
    cancel->setTip(
        count == 0 ? QString() : tr("%n selected push(es) cannot be cancelled and will be left out.", nullptr, count));
}

void RunCommands::setStage(RunStage stage)
{
    const bool waits = waitsForPerson(stage);
    const bool isRunning = stage == RunStage::Running || waits;
    const auto only = [](CommandAction* action, bool possible, const QString& whyNot) {
        action->setWhyNot(possible ? QString() : whyNot);
    };
    const QString nothing = tr("Nothing is being cancelled.");
    only(undo, stage == RunStage::Hold,
        isRunning ? tr("The service has been asked already. Stop keeps the rest scheduled.") : nothing);
    only(startNow, stage == RunStage::Hold, isRunning ? tr("It has started already.") : nothing);
    only(pause, stage == RunStage::Running, nothing);
    only(resume, waits, stage == RunStage::Running ? tr("It is running already.") : nothing);
    only(stop, isRunning, stage == RunStage::Hold ? tr("It has not started yet. Undo takes it back.") : nothing);
    only(mendAccount, stage == RunStage::Account, tr("Nothing is waiting for the account."));
    only(withoutRecord, stage == RunStage::Record, tr("Nothing is waiting for a record."));
    only(results, stage != RunStage::None, tr("Nothing has been cancelled since this app was opened."));
}

void RunCommands::setStopped(bool stopped)
{
    withoutRecord->setText(stopped ? tr("Show results without a &record") : tr("&Go on without a record…"));
    if (stopped)
        stop->setWhyNot(tr("It has been stopped already."));
}

void RunCommands::setUnsettled(int count)
{
    stop->setTip(tr("Stops here. Up to %n push(es) will stay scheduled and go out.", nullptr, count));
}

} // namespace pushbrake
