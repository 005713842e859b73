// Which of the pushes that a reading found are cancelled, and which are left out and said to be.
#include "ui/runs/duepushes.h"
#include "ui/runs/duewords.h"
#include "ui/words/language.h"

#include <QCoreApplication>
#include <QTest>

using namespace pushbrake;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
const ListRange halfAnHour { now, now.addSecs(1'800) };

Task push(
    TaskId id, int seconds, std::optional<Audience> audience = Audience::Tag, TaskStatus status = TaskStatus::Pending)
{
    Task made;
    made.id = id;
    made.goesOutAt = now.addSecs(seconds);
    made.audience = audience;
    made.status = status;
    return made;
}

DuePushes dueOf(const QList<Task>& read, const QDateTime& at = now)
{
    return duePushes(read, halfAnHour, {}, at);
}

} // namespace

class TestDuePushes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void onlyWhatGoesOutInTheTimeIsMeantTheSoonestFirst()
    {
        Task timeless = push(6, 0);
        timeless.goesOutAt = {};
        const DuePushes due
            = dueOf({ push(1, 1'800), push(2, 60), push(3, 1'801), push(4, -1), push(5, 600), timeless });
        QCOMPARE(idsOf(due.tasks), QList<TaskId>({ 2, 5, 1 }));
        QCOMPARE(duewords::leftOut(due),
            QStringList {
                QStringLiteral("Left out: the service does not say when 1 of the pushes goes out. Look for it "
                               "in the list.") });
        QVERIFY(duewords::leftOut(dueOf({ push(1, 60), push(3, 1'801) })).isEmpty());
    }

    void aRowThatCameTwiceIsOnePush() { QCOMPARE(dueOf({ push(1, 60), push(2, 90), push(1, 60) }).tasks.size(), 2); }

    void whatCannotBeCancelledIsLeftOutAndSaid()
    {
        const DuePushes due
            = duePushes({ push(1, 60), push(2, 60, {}), push(3, 60, Audience::All, TaskStatus::Dispatching),
                            push(4, 60, Audience::All, TaskStatus::Other), push(5, 60), push(6, 60), push(7, 1) },
                halfAnHour, { { 5 }, { 6 } }, now.addSecs(2));
        QCOMPARE(idsOf(due.tasks), QList<TaskId>({ 1 }));
        QCOMPARE(due.wentOut, 2);
        QCOMPARE(due.withoutAudience, 1);
        QCOMPARE(due.otherStatus, 1);
        QCOMPARE(due.underWay, 1);
        QCOMPARE(due.cancelled, 1);
        const QStringList said = duewords::leftOut(due);
        QCOMPARE(said.size(), 5);
        QCOMPARE(said.at(0), QStringLiteral("Left out: 2 pushes went out, or are going out just now."));
        QCOMPARE(said.at(1), QStringLiteral("Left out: 1 push is being cancelled already."));
        for (const QString& sentence : said)
            QVERIFY2(!sentence.contains(u'%') && !sentence.contains(u'('), qPrintable(sentence));
    }

    void aPushWhoseTimeComesMeanwhileGoesFromTheList()
    {
        const QList<Task> read { push(1, 60), push(2, 600) };
        QCOMPARE(dueOf(read, now.addSecs(59)).tasks.size(), 2);
        QCOMPARE(dueOf(read, now.addSecs(60)).tasks.size(), 1);
    }

    void theCountsSayWhoGetsThem_data()
    {
        QTest::addColumn<int>("everybody");
        QTest::addColumn<int>("tag");
        QTest::addColumn<int>("users");
        QTest::addColumn<QString>("words");
        QTest::newRow("one") << 1 << 0 << 0 << QStringLiteral("1 push: 1 to everybody.");
        QTest::newRow("two kinds") << 2 << 12 << 0 << QStringLiteral("14 pushes: 2 to everybody, 12 by tag.");
        QTest::newRow("three kinds") << 1 << 1 << 3
                                     << QStringLiteral("5 pushes: 1 to everybody, 1 by tag, 3 to chosen users.");
    }
    void theCountsSayWhoGetsThem()
    {
        QFETCH(const int, everybody);
        QFETCH(const int, tag);
        QFETCH(const int, users);
        QList<Task> read;
        for (int i = 0; i < everybody + tag + users; ++i)
            read.append(push(i + 1, 60,
                i < everybody             ? Audience::All
                    : i < everybody + tag ? Audience::Tag
                                          : Audience::User));
        QTEST(duewords::counts(dueOf(read)), "words");
    }
};

QTEST_GUILESS_MAIN(TestDuePushes)
#include "tst_duepushes.moc"
