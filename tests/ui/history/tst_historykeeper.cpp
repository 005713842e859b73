// How long the history is kept: nothing is removed that nobody was asked about, nothing while something more important
// goes on, and what a person chose happens also after the next start.
#include "store/database.h"
#include "store/journal.h"
#include "ui/history/historykeeper.h"
#include "ui/parts/notices.h"
#include "ui/uisamples.h"
#include "ui/words/language.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

struct Told final : Notices
{
    int tell(NoticeKind, const QString& text, const QString&) override
    {
        texts.append(text);
        return int(texts.size());
    }
    void takeBack(int) override { }
    void clear() override { }

    QStringList texts;
};

} // namespace

class HistoryKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void init()
    {
        m_database = Database::inMemory();
        m_settings.clear();
        m_told.texts.clear();
        m_mayRemove = true;
        doneBefore(100);
        doneBefore(30);
        QCOMPARE(runsOlderThan(90), 1);
    }
    void cleanup() { m_keeper.reset(); }

    void whatIsOlderThanWasChosenGoesAfterAStart()
    {
        keepDays(90);
        open();
        QSignalSpy removed(m_keeper.get(), &HistoryKeeper::removed);
        QTRY_COMPARE(runsOlderThan(90), 0);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(runsOlderThan(20), 1);
        QVERIFY(!m_window.findChild<QMessageBox*>());
        QVERIFY(choice("keepNinetyDaysAction")->isChecked());
    }

    void nothingIsRemovedWhileSomethingMoreImportantGoesOn()
    {
        keepDays(90);
        m_mayRemove = false;
        open();
        QTest::qWait(100);
        QCOMPARE(runsOlderThan(90), 1);
        m_mayRemove = true;
        QTRY_COMPARE(runsOlderThan(90), 0);
    }

    void aNumberThatWasWrittenByHandRemovesNothing()
    {
        keepDays(1);
        open();
        QTest::qWait(100);
        QCOMPARE(runsOlderThan(20), 2);
        QVERIFY(choice("keepForEverAction")->isChecked());
    }

    void itIsSaidThatNoFurtherQuestionComes()
    {
        open();
        choice("keepOneYearAction")->trigger(); // nothing is so old
        QCOMPARE(m_told.texts.size(), 1);
        QVERIFY2(m_told.texts.first().contains(QStringLiteral("removed without a further question")),
            qPrintable(m_told.texts.first()));
        QVERIFY2(m_told.texts.first().contains(QStringLiteral("365 days")), qPrintable(m_told.texts.first()));
    }

    void theChoicesSayWhatIsKeptWhateverItsAge()
    {
        open();
        QVERIFY(m_keeper->menuAction()->menu()->toolTipsVisible());
        QVERIFY(!choice("keepNinetyDaysAction")->toolTip().isEmpty());
    }

private:
    void open()
    {
        m_retention = std::make_unique<Retention>(*m_database);
        m_keeper = std::make_unique<HistoryKeeper>(HistoryKeeper::Needs { *m_retention, m_settings, m_clock, m_window,
                                                       m_told, [this] { return m_mayRemove; }, 10ms },
            nullptr);
    }
    void keepDays(int days) { m_settings.setValue(QStringLiteral("history/keptDays"), days); }
    int runsOlderThan(int days) const
    {
        const auto amount = Retention(*m_database).olderThan(m_clock.now.addDays(-days));
        return amount ? amount->runs : -1;
    }
    QAction* choice(const char* name) const
    {
        for (QAction* action : m_keeper->menuAction()->menu()->actions()) {
            if (action->objectName() == QLatin1String(name))
                return action;
        }
        return nullptr;
    }
    void doneBefore(int days)
    {
        samples::StillClock then;
        then.now = m_clock.now.addDays(-days);
        Journal journal(*m_database, then);
        const auto run = journal.begin(AppKey { QStringLiteral("practice") }, DeedKind::Delete,
            { samples::task(then, 7'000'000'000 + days, QStringLiteral("Push"), 60) });
        QVERIFY(run && journal.withdrawPlanned(*run, then.now));
    }

    QTemporaryDir m_folder;
    QSettings m_settings { m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    samples::StillClock m_clock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Retention> m_retention;
    QWidget m_window;
    Told m_told;
    bool m_mayRemove = true;
    std::unique_ptr<HistoryKeeper> m_keeper;
};

QTEST_MAIN(HistoryKeeperTest)
#include "tst_historykeeper.moc"
