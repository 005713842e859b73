#include "ui/runs/runbar.h"
#include "ui/uisamples.h"
#include "ui/words/results.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

namespace {
struct Bar
{
    QTemporaryDir folder;
    QSettings kept { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    RunSettings settings { kept };
    RunCommands commands { settings, nullptr };
    RunBar bar { commands };
};
} // namespace

class RunBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHoldOffersUndoAndStart();
    void aRunOffersPauseAndStopAndSaysWhatIsNext();
    void aPausedRunOffersContinue();
    void theKeyboardGoesFromPauseToContinueAndBack();
    void aSecondClickHitsNothingThatHasJustAppeared();
    void theBarOfAnEndedRunAsksForNoKeyboard();
    void withoutANetworkNoPaceIsPromised();
    void whileNoAnswerComesThatIsSaidAndNoPace();
    void anotherProgramIsAccusedOnlyWhenItIsKnown();
    void laterLooksChangeTheCountsOfTheEnd();
    void whatIsPausedBeforeItBeganCountsDownToNothing();
    void theEndSaysWhetherItWasStopped();
    void undoSaysWhatItDoesNotReach();
    void anAccountProblemOffersToMendIt();
    void aFaultOnTheWayIsNotToldAsOneOfTheAccount();
    void aRecordThatFailsOffersToGoOnWithoutOne();
    void theEndOffersTheResults();
    void foreignTitlesStayPlainText();
    void endlessTitlesDoNotWidenTheWindow();

private:
    static QStringList shown(const RunBar& bar);
    static RunProgress twelveOfForty();
};

QStringList RunBarTest::shown(const RunBar& bar)
{
    QStringList names;
    for (const QPushButton* button : bar.findChildren<QPushButton*>()) {
        if (button->isVisibleTo(&bar))
            names << button->objectName();
    }
    return names;
}

RunProgress RunBarTest::twelveOfForty()
{
    RunProgress progress;
    progress.total = 40;
    progress.settled = 12;
    progress.pace = 4.8;
    progress.timeLeft = Milliseconds(5800);
    return progress;
}

void RunBarTest::theHoldOffersUndoAndStart()
{
    Bar stage;
    RunBar& bar = stage.bar;
    QVERIFY(!bar.isVisibleTo(nullptr) || bar.isHidden());
    RunProgress progress = twelveOfForty();
    progress.held = true;
    progress.holdLeft = Milliseconds(3400);
    bar.setProgress(progress, {});
    QCOMPARE(shown(bar), QStringList({ QStringLiteral("undoButton"), QStringLiteral("startNowButton") }));
    QVERIFY(bar.findChild<QLabel*>(QStringLiteral("runHeadline"))->text().contains(u'4'));
    const QSignalSpy undone(stage.commands.undo, &QAction::triggered);
    bar.findChild<QPushButton*>(QStringLiteral("undoButton"))->click();
    QCOMPARE(undone.size(), 1);
}

void RunBarTest::aRunOffersPauseAndStopAndSaysWhatIsNext()
{
    Bar stage;
    RunBar& bar = stage.bar;
    bar.setProgress(twelveOfForty(), QStringLiteral("Winter sale"));
    QCOMPARE(shown(bar), QStringList({ QStringLiteral("pauseButton"), QStringLiteral("stopButton") }));
    const QString headline = bar.findChild<QLabel*>(QStringLiteral("runHeadline"))->text();
    QVERIFY(headline.contains(QStringLiteral("12")) && headline.contains(QStringLiteral("40")));
    QVERIFY(bar.findChild<QLabel*>(QStringLiteral("runLine"))->text().contains(QStringLiteral("Winter sale")));
    QVERIFY(bar.findChild<QPushButton*>(QStringLiteral("stopButton"))->toolTip().contains(QStringLiteral("28")));
}

void RunBarTest::aPausedRunOffersContinue()
{
    Bar stage;
    RunBar& bar = stage.bar;
    RunProgress progress = twelveOfForty();
    progress.paused = true;
    bar.setProgress(progress, {});
    QCOMPARE(shown(bar), QStringList({ QStringLiteral("resumeButton"), QStringLiteral("stopButton") }));
}

void RunBarTest::theKeyboardGoesFromPauseToContinueAndBack()
{
    Bar stage;
    RunProgress progress = twelveOfForty();
    stage.bar.setProgress(progress, {});
    stage.bar.show();
    stage.bar.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&stage.bar));
    QVERIFY(stage.bar.takeKeyboard());
    QCOMPARE(stage.bar.focusWidget()->objectName(), QStringLiteral("pauseButton"));
    progress.paused = true;
    stage.bar.setProgress(progress, {});
    QCOMPARE(stage.bar.focusWidget()->objectName(), QStringLiteral("resumeButton"));
    progress.paused = false;
    stage.bar.setProgress(progress, {});
    QCOMPARE(stage.bar.focusWidget()->objectName(), QStringLiteral("pauseButton"));
}

void RunBarTest::aSecondClickHitsNothingThatHasJustAppeared()
{
    Bar stage;
    RunProgress progress = twelveOfForty();
    progress.held = true;
    stage.bar.setProgress(progress, {});
    stage.bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stage.bar));
    const QSignalSpy stopped(stage.commands.stop, &QAction::triggered);
    progress.held = false;
    stage.bar.setProgress(progress, {});
    auto* stop = stage.bar.findChild<QPushButton*>(QStringLiteral("stopButton"));
    QTest::mouseClick(stop, Qt::LeftButton);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space })
        QTest::keyClick(stop, key);
    QCOMPARE(stopped.size(), 0);
    QTest::qWait(800);
    QTest::mouseClick(stop, Qt::LeftButton);
    QCOMPARE(stopped.size(), 1);
    QTest::keyClick(stop, Qt::Key_Return);
    QCOMPARE(stopped.size(), 2);
}

void RunBarTest::theBarOfAnEndedRunAsksForNoKeyboard()
{
    Bar stage;
    stage.bar.setProgress(twelveOfForty(), {});
    stage.bar.show();
    stage.bar.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&stage.bar));
    QVERIFY(stage.bar.takeKeyboard());
    stage.bar.setFinished(twelveOfForty());
    QCOMPARE(stage.bar.focusWidget()->objectName(), QStringLiteral("resultsButton")); // it had it already
    QVERIFY(!stage.bar.takeKeyboard());
}

void RunBarTest::withoutANetworkNoPaceIsPromised()
{
    Bar stage;
    RunProgress progress = twelveOfForty();
    progress.timeLeft = Milliseconds(6'000);
    stage.bar.setProgress(progress, {});
    const auto* line = stage.bar.findChild<QLabel*>(QStringLiteral("runLine"));
    QVERIFY(line->text().contains(QStringLiteral("a second")));
    progress.waitingForNetwork = true;
    stage.bar.setProgress(progress, {});
    QVERIFY2(!line->text().contains(QStringLiteral("a second")), qPrintable(line->text()));
    QVERIFY2(!line->text().contains(QStringLiteral("left")), qPrintable(line->text()));
}

void RunBarTest::whileNoAnswerComesThatIsSaidAndNoPace()
{
    Bar stage;
    RunProgress progress = twelveOfForty();
    progress.silence = Milliseconds(2'900);
    stage.bar.setProgress(progress, {});
    const auto* line = stage.bar.findChild<QLabel*>(QStringLiteral("runLine"));
    QVERIFY2(line->text().contains(QStringLiteral("a second")), qPrintable(line->text()));
    progress.silence = Milliseconds(12'100);
    progress.beingChecked = 3;
    stage.bar.setProgress(progress, {});
    QVERIFY2(line->text().contains(QStringLiteral("no answer for 12 s")), qPrintable(line->text()));
    QVERIFY2(line->text().contains(QStringLiteral("3 being checked")), qPrintable(line->text()));
    for (const QString& promise : { QStringLiteral("a second"), QStringLiteral("left") })
        QVERIFY2(!line->text().contains(promise), qPrintable(line->text()));
}

void RunBarTest::anotherProgramIsAccusedOnlyWhenItIsKnown()
{
    Bar stage;
    RunProgress progress = twelveOfForty();
    const auto* line = stage.bar.findChild<QLabel*>(QStringLiteral("runLine"));
    progress.slowness = Slowness::ServiceAsked;
    stage.bar.setProgress(progress, {});
    QVERIFY2(line->text().contains(QStringLiteral("slower")), qPrintable(line->text()));
    QVERIFY2(!line->text().contains(QStringLiteral("another program")), qPrintable(line->text()));
    progress.slowness = Slowness::SharedLimit;
    stage.bar.setProgress(progress, {});
    QVERIFY2(line->text().contains(QStringLiteral("another program")), qPrintable(line->text()));
}

void RunBarTest::laterLooksChangeTheCountsOfTheEnd()
{
    Bar stage;
    RunProgress counts;
    counts.total = counts.settled = 3;
    counts.unknown = 3;
    stage.bar.showEnd(counts, Record::Lasting);
    const auto* line = stage.bar.findChild<QLabel*>(QStringLiteral("runLine"));
    QVERIFY(line->text().isEmpty()); // nothing has ended
    stage.bar.setFinished(counts);
    QVERIFY2(line->text().contains(QStringLiteral("3 not known yet")), qPrintable(line->text()));
    counts.unknown = 1;
    counts.cancelled = 1;
    counts.rejected = counts.notFound = 1;
    stage.bar.showEnd(counts, Record::Lasting);
    QCOMPARE(line->text(), QStringLiteral("1 cancelled · 1 not at the service · 1 not known yet"));
    stage.bar.setProgress(twelveOfForty(), {});
    stage.bar.showEnd(counts, Record::Lasting);
    QVERIFY2(!line->text().contains(QStringLiteral("1 cancelled")), qPrintable(line->text()));
}

void RunBarTest::whatIsPausedBeforeItBeganCountsDownToNothing()
{
    Bar stage;
    RunProgress progress;
    progress.total = progress.heldTasks = 3;
    progress.held = true;
    progress.holdLeft = Milliseconds(3'000);
    progress.paused = true;
    stage.bar.setProgress(progress, {});
    QCOMPARE(shown(stage.bar), QStringList({ QStringLiteral("resumeButton"), QStringLiteral("stopButton") }));
    progress.paused = false;
    stage.bar.setProgress(progress, {});
    QVERIFY(shown(stage.bar).contains(QStringLiteral("undoButton")));
}

void RunBarTest::theEndSaysWhetherItWasStopped()
{
    Bar stage;
    const auto* headline = stage.bar.findChild<QLabel*>(QStringLiteral("runHeadline"));
    RunProgress progress = twelveOfForty();
    progress.settled = progress.total;
    stage.bar.setFinished(progress);
    QCOMPARE(headline->text(), QStringLiteral("Finished"));
    progress.withdrawn = progress.total;
    stage.bar.setFinished(progress);
    QCOMPARE(headline->text(), QStringLiteral("Taken back"));
    progress.stopped = true;
    stage.bar.setFinished(progress);
    QCOMPARE(headline->text(), QStringLiteral("Stopped"));
}

void RunBarTest::undoSaysWhatItDoesNotReach()
{
    Bar stage;
    RunProgress progress;
    progress.total = 40;
    progress.held = true;
    progress.heldTasks = 40;
    stage.bar.setProgress(progress, {});
    const auto* line = stage.bar.findChild<QLabel*>(QStringLiteral("runLine"));
    QVERIFY(line->text().contains(QStringLiteral("all of them")));
    progress.heldTasks = 32;
    stage.bar.setProgress(progress, {});
    QVERIFY2(line->text().contains(QStringLiteral("32")) && line->text().contains(u'8'), qPrintable(line->text()));
    QVERIFY(!line->text().contains(QStringLiteral("all of them")));
}

void RunBarTest::anAccountProblemOffersToMendIt()
{
    Bar stage;
    RunBar& bar = stage.bar;
    RunProgress progress = twelveOfForty();
    progress.waitingForAccount = true;
    SettledResult refused;
    refused.outcome = Outcome::Rejected;
    refused.code = 70009;
    bar.setObstacle(refused);
    bar.setProgress(progress, {});
    QVERIFY(bar.findChild<QLabel*>(QStringLiteral("runLine"))->text().contains(sentences::whatHappened(refused)));
    QVERIFY(shown(bar).contains(QStringLiteral("mendAccountButton")));
    const QSignalSpy mended(stage.commands.mendAccount, &QAction::triggered);
    bar.findChild<QPushButton*>(QStringLiteral("mendAccountButton"))->click();
    QCOMPARE(mended.size(), 1);
}

void RunBarTest::aFaultOnTheWayIsNotToldAsOneOfTheAccount()
{
    for (const NetFault fault : { NetFault::Certificate, NetFault::TlsFailed, NetFault::ProxyFailed }) {
        Bar stage;
        RunProgress progress = twelveOfForty();
        progress.waitingForAccount = true;
        SettledResult answer;
        answer.outcome = Outcome::Rejected;
        answer.fault = fault;
        stage.bar.setObstacle(answer);
        stage.bar.setProgress(progress, {});
        QCOMPARE(shown(stage.bar), QStringList({ QStringLiteral("resumeButton"), QStringLiteral("stopButton") }));
        QCOMPARE(stage.bar.findChild<QPushButton*>(QStringLiteral("resumeButton"))->text().remove(u'&'),
            QStringLiteral("Continue"));
        const QString said = stage.bar.findChild<QLabel*>(QStringLiteral("runHeadline"))->text()
            + stage.bar.findChild<QLabel*>(QStringLiteral("runLine"))->text();
        QVERIFY2(!said.contains(QStringLiteral("account")), qPrintable(said));
        QVERIFY2(said.contains(sentences::whatHappened(answer)), qPrintable(said));
    }
}

void RunBarTest::aRecordThatFailsOffersToGoOnWithoutOne()
{
    Bar b;
    RunProgress waits = twelveOfForty();
    waits.paused = waits.waitingForRecord = true;
    b.bar.setProgress(waits, {});
    QCOMPARE(shown(b.bar),
        QStringList(
            { QStringLiteral("withoutRecordButton"), QStringLiteral("resumeButton"), QStringLiteral("stopButton") }));
    QVERIFY(b.bar.findChild<QLabel*>(QStringLiteral("runHeadline"))->text().contains(QStringLiteral("record")));
    waits.stopped = true;
    b.bar.setProgress(waits, {});
    QVERIFY(!b.commands.stop->whyNot().isEmpty());
    QVERIFY(b.commands.withoutRecord->whyNot().isEmpty());
}

void RunBarTest::theEndOffersTheResults()
{
    Bar stage;
    RunBar& bar = stage.bar;
    RunProgress progress = twelveOfForty();
    progress.cancelled = 39;
    progress.unknown = 1;
    bar.setFinished(progress);
    QVERIFY(shown(bar).contains(QStringLiteral("resultsButton")));
    QVERIFY(bar.findChild<QLabel*>(QStringLiteral("runLine"))->text().contains(QStringLiteral("39")));
    bar.clear();
    QVERIFY(bar.isHidden());
}

void RunBarTest::foreignTitlesStayPlainText()
{
    Bar stage;
    RunBar& bar = stage.bar;
    bar.setProgress(twelveOfForty(), QStringLiteral("<b>bold</b>"));
    const auto* line = bar.findChild<QLabel*>(QStringLiteral("runLine"));
    QCOMPARE(line->textFormat(), Qt::PlainText);
    QVERIFY(line->text().contains(QStringLiteral("<b>bold</b>")));
}

void RunBarTest::endlessTitlesDoNotWidenTheWindow()
{
    for (const QString& endless : samples::endlessTitles()) {
        Bar stage;
        RunBar& bar = stage.bar;
        bar.setProgress(twelveOfForty(), endless);
        QVERIFY2(bar.minimumSizeHint().width() <= 800, qPrintable(QString::number(bar.minimumSizeHint().width())));
    }
}

QTEST_MAIN(RunBarTest)
#include "tst_runbar.moc"
