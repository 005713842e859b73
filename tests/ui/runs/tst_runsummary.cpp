// All results of a batch: counts, a row each, and those that need a person one click away.
#include "ui/runs/runsummary.h"
#include "ui/uisamples.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace pushbrake;

class RunSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_summary = std::make_unique<RunSummary>(samples::shop(false), m_settings);
        m_summary->addResults({ entry(1, Outcome::Cancelled), entry(2, Outcome::Cancelled), entry(3, Outcome::TooLate),
            entry(4, Outcome::Unknown), entry(5, Outcome::Withdrawn) });
    }

    void countsEachKindInItsHeadline()
    {
        const QString headline = find<QLabel>("summaryHeadline")->text();
        QVERIFY2(headline.startsWith(u'2'), qPrintable(headline));
        const QStringList parts = headline.split(QStringLiteral(" · "));
        QCOMPARE(parts.size(), 4);
        QVERIFY(parts.at(1).contains(QStringLiteral("too late")) && parts.at(2).contains(QStringLiteral("not known")));
        QVERIFY(parts.at(3).contains(QStringLiteral("kept")));
        QCOMPARE(table().topLevelItemCount(), 5);
    }

    void whatWasNotAskedCountsAsNotCancelled()
    {
        m_summary->addResult(entry(6, Outcome::NotSent));
        QVERIFY2(
            find<QLabel>("summaryHeadline")->text().contains(QStringLiteral("1 not cancelled and still scheduled")),
            qPrintable(find<QLabel>("summaryHeadline")->text()));
    }

    void noResultIsCut()
    {
        for (int outcome = 0; outcome <= int(Outcome::Withdrawn); ++outcome)
            m_summary->addResult(entry(10 + outcome, Outcome(outcome)));
        const QAbstractItemView& shown = table();
        QVERIFY(table().columnWidth(0) >= shown.sizeHintForColumn(0));
    }

    void aCopyForSupportIsConfirmed()
    {
        find<QPushButton>("copyAllButton")->click();
        QCOMPARE(find<QPushButton>("copyAllButton")->text(), QStringLiteral("Copied"));
    }

    void showsOnlyThoseThatNeedAPersonWhenAsked()
    {
        find<QCheckBox>("onlyProblemsBox")->setChecked(true);
        QCOMPARE(shownRows(), 2);
        m_summary->addResult(entry(4, Outcome::Cancelled));
        QCOMPARE(shownRows(), 1);
    }

    void aLaterResultTakesThePlaceOfTheFirst()
    {
        m_summary->addResult(entry(4, Outcome::Cancelled));
        QCOMPARE(table().topLevelItemCount(), 5);
        QVERIFY(find<QLabel>("summaryHeadline")->text().startsWith(u'3'));
    }

    void saysOfHowManyThereIsNoRecord()
    {
        QVERIFY(find<QLabel>("summaryNoRecord")->isHidden());
        ResultEntry lost = entry(1, Outcome::Cancelled);
        lost.result.recorded = false;
        m_summary->addResult(lost);
        QVERIFY(!find<QLabel>("summaryNoRecord")->isHidden());
        QVERIFY(find<QLabel>("summaryNoRecord")->text().contains(u'1'));
        RunSummary all(samples::shop(false), m_settings);
        all.addResult(lost);
        QCOMPARE(all.findChild<QLabel*>(QStringLiteral("summaryNoRecord"))->text(),
            QStringLiteral("No record of this was kept on this computer. It is known only until Pushbrake ends."));
        QVERIFY(supportText(lost, samples::shop()).contains(QStringLiteral("No record of this was kept")));
        QVERIFY(!supportText(entry(1, Outcome::Cancelled), samples::shop()).contains(QStringLiteral("No record")));
    }

    void saysInWhichAppTheyWere()
    {
        const QString words = find<QLabel>("appName")->text() + find<QLabel>("appWords")->text();
        QVERIFY2(words.contains(QStringLiteral("Shop")) && words.contains(QStringLiteral("test")), qPrintable(words));
    }

    void aRowOpensItsResult()
    {
        QSignalSpy asked(m_summary.get(), &RunSummary::resultRequested);
        Q_EMIT table().itemActivated(table().topLevelItem(1), 0);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toLongLong(), 4);
    }

    void whatNeedsAPersonStandsFirst()
    {
        m_summary->addResult(entry(6, Outcome::NotSent));
        m_summary->addResult(entry(7, Outcome::Cancelled));
        QStringList ids;
        for (int row = 0; row < table().topLevelItemCount(); ++row)
            ids << table().topLevelItem(row)->text(2).remove(QChar(0x2066)).remove(QChar(0x2069)).remove(QChar(0x200E));
        QCOMPARE(ids.join(u' '), QStringLiteral("3 4 6 5 1 2 7"));
    }

    void aTitleThatLooksLikeHtmlIsShownAsItIs()
    {
        ResultEntry foreign = entry(5, Outcome::Cancelled);
        foreign.task.title = QStringLiteral("<img src=x> sale");
        m_summary->addResult(foreign);
        const QTreeWidgetItem* row = table().topLevelItem(2);
        QVERIFY(row->text(1).contains(QStringLiteral("<img src=x>")));
        QVERIFY2(!row->toolTip(1).contains(QStringLiteral("<img")), qPrintable(row->toolTip(1)));
        QVERIFY(row->toolTip(1).contains(QStringLiteral("&lt;img")));
    }

    void nextGoesFromProblemToProblemAndAroundAgain()
    {
        QSignalSpy asked(m_summary.get(), &RunSummary::resultRequested);
        for (int i = 0; i < 3; ++i)
            find<QPushButton>("nextProblemButton")->click();
        QCOMPARE(asked.count(), 3);
        QCOMPARE(asked.at(0).first().toLongLong(), 3);
        QCOMPARE(asked.at(1).first().toLongLong(), 4);
        QCOMPARE(asked.at(2).first().toLongLong(), 3);
    }

private:
    ResultEntry entry(TaskId id, Outcome outcome) const
    {
        ResultEntry made { samples::task(m_clock, id, QStringLiteral("Push"), 30), {} };
        made.result.taskId = id;
        made.result.outcome = outcome;
        made.result.settledAt = m_clock.utcNow();
        return made;
    }
    template<typename Widget> Widget* find(const char* name) const
    {
        return m_summary->findChild<Widget*>(QString::fromLatin1(name));
    }
    QTreeWidget& table() const { return *find<QTreeWidget>("summaryTable"); }
    int shownRows() const
    {
        int shown = 0;
        for (int row = 0; row < table().topLevelItemCount(); ++row)
            shown += !table().topLevelItem(row)->isHidden();
        return shown;
    }

    samples::StillClock m_clock;
    QTemporaryDir m_folder;
    QSettings m_settings { m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<RunSummary> m_summary;
};

QTEST_MAIN(RunSummaryTest)
#include "tst_runsummary.moc"
