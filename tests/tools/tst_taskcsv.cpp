#include "tools/taskcsv.h"

#include <QTest>

using namespace pushbrake;
using Kind = TaskCsvFault::Kind;

class TaskCsvTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheThreeColumns()
    {
        const auto tasks = readTaskCsv("task_id,type,sched_at_utc\n7000000001,All,2026-06-01T10:00:"
                                       "00Z\n9223372036854775807,User,2026-06-01 10:00:01\n");
        QVERIFY(tasks);
        QCOMPARE(tasks->size(), 2);
        QCOMPARE(tasks->at(0).id, 7000000001);
        QCOMPARE(tasks->at(0).audience, std::optional(Audience::All));
        QCOMPARE(tasks->at(0).goesOutAt, QDateTime(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC));
        QCOMPARE(tasks->at(1).id, 9223372036854775807);
        QCOMPARE(tasks->at(1).goesOutAt, QDateTime(QDate(2026, 6, 1), QTime(10, 0, 1), Qt::UTC));
        QCOMPARE(tasks->at(1).goesOutAt.timeSpec(), Qt::UTC);
    }

    void readsTimesInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDateTime>("time");
        const QDateTime time(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC);
        QTest::newRow("blank between") << QByteArray("2026-03-29 02:30:00") << time;
        QTest::newRow("T between") << QByteArray("2026-03-29T02:30:00") << time;
        QTest::newRow("Z") << QByteArray("2026-03-29T02:30:00Z") << time;
        QTest::newRow("offset") << QByteArray("2026-03-29T10:30:00+08:00") << time;
        QTest::newRow("fraction") << QByteArray("2026-03-29T02:30:00.250Z") << time.addMSecs(250);
        QTest::newRow("fraction without a zone") << QByteArray("2026-03-29T02:30:00.250") << time.addMSecs(250);
        QTest::newRow("none") << QByteArray("") << QDateTime();
    }
    void readsTimesInEveryForm()
    {
        QFETCH(QByteArray, text);
        QFETCH(QDateTime, time);
        qputenv("TZ", "Europe/Berlin"); // where that hour does not exist
        const auto tasks = readTaskCsv("task_id,type,sched_at_utc\n1,Tag," + text);
        qputenv("TZ", "UTC");
        QVERIFY(tasks);
        QCOMPARE(tasks->at(0).goesOutAt, time);
    }

    void columnOrderQuotesMarksAndBlankLinesDoNotMatter()
    {
        const auto tasks = readTaskCsv("\xEF\xBB\xBFnote,\"sched_at_utc\",TYPE,task_id\r\n\r\n\"a, "
                                       "\"\"b\"\"\",2026-06-01 10:00:00,\"Tag\",\"7\"\r\n\r\n");
        QVERIFY(tasks);
        QCOMPARE(tasks->size(), 1);
        QCOMPARE(tasks->at(0).id, 7);
    }

    void refusesTheWholeTextForOneBadLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("kind");
        const QByteArray head = "task_id,type,sched_at_utc\n1,All,2026-06-01 10:00:00\n";
        const auto row = [](const char* name, const QByteArray& text, int line, Kind kind) {
            QTest::newRow(name) << text << line << int(kind);
        };
        row("nothing", "", 1, Kind::Empty);
        row("blank lines", "\n\r\n \n", 1, Kind::Empty);
        row("header only", "task_id,type,sched_at_utc\n", 1, Kind::Empty);
        row("no header", "1,All,2026-06-01 10:00:00\n", 1, Kind::NoHeader);
        row("a column is missing", "\ntask_id,type\n1,All\n", 2, Kind::NoHeader);
        row("semicolons", "task_id;type;sched_at_utc\n", 1, Kind::NoHeader);
        row("too few", head + "2,All\n", 3, Kind::Columns);
        row("too many", head + "\n1,234,All,2026-06-01 10:00:00\n", 4, Kind::Columns);
        row("open quote", head + "\"2,All,2026-06-01 10:00:00\n", 3, Kind::Columns);
        row("rounded", head + "1.23457E+18,All,2026-06-01 10:00:00\n", 3, Kind::Id);
        row("no number", head + ",All,2026-06-01 10:00:00\n", 3, Kind::Id);
        row("other type", head + "2,all,2026-06-01 10:00:00\n", 3, Kind::Type);
        row("no type", head + "2,,2026-06-01 10:00:00\n", 3, Kind::Type);
        row("no such day", head + "2,All,2026-02-30 10:00:00\n", 3, Kind::Time);
        row("date only", head + "2,All,2026-06-01\n", 3, Kind::Time);
        row("words", head + "2,All,tomorrow at ten o'clock\n", 3, Kind::Time);
        row("month first", head + "2,All,06/01/2026 10:00:00\n", 3, Kind::Time);
    }
    void refusesTheWholeTextForOneBadLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, kind);
        const auto tasks = readTaskCsv(text);
        QVERIFY(!tasks);
        QCOMPARE(int(tasks.error().kind), kind);
        QCOMPARE(tasks.error().line, line);
    }
};

QTEST_GUILESS_MAIN(TaskCsvTest)
#include "tst_taskcsv.moc"
