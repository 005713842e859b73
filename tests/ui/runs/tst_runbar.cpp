#include "ui/runs/runbar.h"
#include "ui/uisamples.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;

class RunBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHoldOffersUndoAndStart();
    void aRunOffersPauseAndStopAndSaysWhatIsNext();
    void aPausedRunOffersContinue();
    void anAccountProblemOffersToMendIt();
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
    RunBar bar;
    QVERIFY(!bar.isVisibleTo(nullptr) || bar.isHidden());
    RunProgress progress = twelveOfForty();
    progress.held = true;
    progress.holdLeft = Milliseconds(3400);
    bar.setProgress(progress, {});
    QCOMPARE(shown(bar), QStringList({ QStringLiteral("runUndo"), QStringLiteral("runStartNow") }));
    QVERIFY(bar.findChild<QLabel*>(QStringLiteral("runHeadline"))->text().contains(u'4'));
    const QSignalSpy undone(&bar, &RunBar::undoClicked);
    bar.findChild<QPushButton*>(QStringLiteral("runUndo"))->click();
    QCOMPARE(undone.size(), 1);
}

void RunBarTest::aRunOffersPauseAndStopAndSaysWhatIsNext()
{
    RunBar bar;
    bar.setProgress(twelveOfForty(), QStringLiteral("Winter sale"));
    QCOMPARE(shown(bar), QStringList({ QStringLiteral("runPause"), QStringLiteral("runStop") }));
    const QString headline = bar.findChild<QLabel*>(QStringLiteral("runHeadline"))->text();
    QVERIFY(headline.contains(QStringLiteral("12")) && headline.contains(QStringLiteral("40")));
    QVERIFY(bar.findChild<QLabel*>(QStringLiteral("runLine"))->text().contains(QStringLiteral("Winter sale")));
    QVERIFY(bar.findChild<QPushButton*>(QStringLiteral("runStop"))->toolTip().contains(QStringLiteral("28")));
}

void RunBarTest::aPausedRunOffersContinue()
{
    RunBar bar;
    RunProgress progress = twelveOfForty();
    progress.paused = true;
    bar.setProgress(progress, {});
    QCOMPARE(shown(bar), QStringList({ QStringLiteral("runResume"), QStringLiteral("runStop") }));
}

void RunBarTest::anAccountProblemOffersToMendIt()
{
    RunBar bar;
    RunProgress progress = twelveOfForty();
    progress.waitingForAccount = true;
    bar.setProgress(progress, {});
    QVERIFY(shown(bar).contains(QStringLiteral("runMend")));
    const QSignalSpy mended(&bar, &RunBar::mendAccountClicked);
    bar.findChild<QPushButton*>(QStringLiteral("runMend"))->click();
    QCOMPARE(mended.size(), 1);
}

void RunBarTest::theEndOffersTheResults()
{
    RunBar bar;
    RunProgress progress = twelveOfForty();
    progress.cancelled = 39;
    progress.unknown = 1;
    bar.setFinished(progress);
    QVERIFY(shown(bar).contains(QStringLiteral("runResults")));
    QVERIFY(bar.findChild<QLabel*>(QStringLiteral("runLine"))->text().contains(QStringLiteral("39")));
    bar.clear();
    QVERIFY(bar.isHidden());
}

void RunBarTest::foreignTitlesStayPlainText()
{
    RunBar bar;
    bar.setProgress(twelveOfForty(), QStringLiteral("<b>bold</b>"));
    const auto* line = bar.findChild<QLabel*>(QStringLiteral("runLine"));
    QCOMPARE(line->textFormat(), Qt::PlainText);
    QVERIFY(line->text().contains(QStringLiteral("<b>bold</b>")));
}

void RunBarTest::endlessTitlesDoNotWidenTheWindow()
{
    for (const QString& endless : samples::endlessTitles()) {
        RunBar bar;
        bar.setProgress(twelveOfForty(), endless);
        QVERIFY2(bar.minimumSizeHint().width() <= 800, qPrintable(QString::number(bar.minimumSizeHint().width())));
    }
}

QTEST_MAIN(RunBarTest)
#include "tst_runbar.moc"
