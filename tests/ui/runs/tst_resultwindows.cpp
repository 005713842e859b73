// The newest word wins: what a look finds out about an earlier run's attempt does not hide what a newer run did.
#include "cancel/runstage.h"
#include "store/database.h"
#include "store/history.h"
#include "store/journal.h"
#include "support/fakeclock.h"
#include "ui/runs/resultwindows.h"
#include "ui/uisamples.h"

#include <QDialog>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace pushbrake;

class ResultWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOlderAttemptsWordDoesNotHideANewerRuns()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        FakeClock clock;
        QWidget window;
        ResultWindows results(window, clock, settings, &window);
        results.open(samples::shop(false));
        results.begin();
        Task task;
        task.id = 7;
        results.remember({ task });
        SettledResult newest;
        newest.taskId = 7;
        newest.outcome = Outcome::Cancelled;
        newest.sentAt = clock.utc;
        results.add({ newest });
        SettledResult older = newest;
        older.outcome = Outcome::Unknown;
        older.sentAt = clock.utc.addSecs(-60);
        QVERIFY(!results.addLater(older));
        QVERIFY(results.addLater(newest));
        QVERIFY(!window.findChild<QDialog*>()); // while something runs none opens by itself
        results.runEnded(nullptr); // another app was opened
        QVERIFY(!window.findChild<QDialog*>());
        results.begin(); // another run: nothing of the one before holds it up
        QVERIFY(results.addLater(older));
    }

    void aResultOfAnEarlierStartIsOpenedFromTheHistory()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        FakeClock clock;
        QWidget window;
        const auto database = Database::inMemory();
        Journal journal(*database);
        const Profile shop = samples::shop(false);
        Task task = samples::task(clock, 7, QStringLiteral("Summer sale"), 60);
        const auto run = journal.begin(AppKey::of(shop), DeedKind::Delete, { task });
        SettledResult late;
        late.taskId = 7;
        late.outcome = Outcome::TooLate;
        late.checked = true;
        late.settledAt = clock.utc;
        QVERIFY(run && journal.settle(*run, late));

        const History history(*database);
        ResultWindows results(window, clock, settings, &window);
        QVERIFY(!results.showEarlier(7, &history)); // no app is opened
        results.open(shop);
        QVERIFY(!results.showEarlier(8, &history));
        QVERIFY(!results.showEarlier(7, nullptr));
        QVERIFY(results.showEarlier(7, &history));
        const auto* dialog = window.findChild<ResultDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(
            dialog->findChild<QLabel*>(QStringLiteral("resultTask"))->text().contains(QStringLiteral("Summer sale")));
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Too late"));
    }

    void whatALookFindsOutIsShownInTheWindowOfAnEarlierResult()
    {
        runstage::Stage stage(0);
        QSettings settings(stage.folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QWidget window;
        ResultWindows results(window, stage.clock, settings, &window);
        const SettledResult earlier = leaveDoubt(stage);
        const History history(*stage.database);
        results.open(stage.session->profile());
        QVERIFY(results.showEarlier(earlier.taskId, &history));
        const auto* dialog = window.findChild<ResultDialog*>();
        QVERIFY(dialog->windowTitle() != QStringLiteral("Cancelled"));
        SettledResult other = earlier;
        other.taskId = 8;
        other.outcome = Outcome::TooLate;
        QVERIFY(results.addLater(other));
        SettledResult known = earlier;
        known.outcome = Outcome::Cancelled;
        known.checked = true;
        QVERIFY(results.addLater(known));
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Cancelled"));
        QVERIFY(
            dialog->findChild<QLabel*>(QStringLiteral("resultTask"))->text().contains(QStringLiteral("Summer sale")));
        QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("resultPosition"))->isVisible()); // it is the only one
    }

    void aWindowOfAnEarlierResultKeepsNoRunFromShowingItsOwn()
    {
        runstage::Stage stage(1);
        QSettings settings(stage.folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QWidget window;
        ResultWindows results(window, stage.clock, settings, &window);
        const SettledResult earlier = leaveDoubt(stage);
        const History history(*stage.database);
        results.open(stage.session->profile());
        results.begin();
        results.remember(stage.tasks);
        CancelRun& run = stage.run();
        connect(&run, &CancelRun::settled, &results, [&](const SettledResult& came) { results.add({ came }); });
        QVERIFY(results.showEarlier(earlier.taskId, &history));
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 5'000);
        const auto* dialog = window.findChild<ResultDialog*>();
        const auto shown = [&] { return dialog->findChild<QLabel*>(QStringLiteral("resultTask"))->text(); };
        QVERIFY(shown().contains(QStringLiteral("Summer sale")));
        QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("resultPosition"))->isVisible());
        results.runEnded(&run);
        QVERIFY2(shown().contains(QStringLiteral("Push 0")), qPrintable(shown()));
    }

private:
    /// An earlier start's result of a push that is not known.
    static SettledResult leaveDoubt(runstage::Stage& stage)
    {
        SettledResult doubtful;
        doubtful.taskId = 7;
        doubtful.outcome = Outcome::Unknown;
        doubtful.sentAt = stage.clock.utcNow();
        doubtful.settledAt = doubtful.sentAt;
        const auto run = stage.journal->begin(AppKey::of(stage.session->profile()), DeedKind::Delete,
            { samples::task(stage.clock, 7, QStringLiteral("Summer sale"), 60) });
        if (!run || !stage.journal->settle(*run, doubtful))
            qFatal("The earlier result was not written.");
        return doubtful;
    }
};

QTEST_MAIN(ResultWindowsTest)
#include "tst_resultwindows.moc"
