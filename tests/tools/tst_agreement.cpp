// Each way in which the service, the journal and the report can contradict each other is found, and what is honest is
// not taken for a contradiction. The checker's exit codes are tried on files.
#include "support/agreement.h"

#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;
using namespace Qt::Literals::StringLiterals;

class AgreementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundRunAgrees();
    void aRowThatContradictsTheServiceIsFound_data();
    void aRowThatContradictsTheServiceIsFound();
    void aTaskDeletedTwiceIsFound();
    void aDeletionWithoutARowIsFound();
    void moreDeletionsThanAttemptsAreFound();
    void aBrokenOffDeletionCountsAsOneOfTheAttempts();
    void aReportThatContradictsTheJournalIsFound();
    void aReportWithoutARowIsFound();
    void aReportToldTwiceIsFound();
    void aMissingReportIsFoundUnlessItCrashed();
    void anUnfinishedRowIsFoundUnlessItCrashed();
    void aTaskTriedByTwoRunsMayBeGoneByTheFirst();
    void aLookAfterwardsThatContradictsTheServiceIsFound();
    void whatWasUnknownMayBeKnownAfterALook();
    void theCheckerTellsByItsExitCode();
    void theCheckerRefusesInputItCannotUse();
};

namespace {

Agreement::Row settled(qint64 task, const QString& outcome, int attempts = 1)
{
    return { 1, task, u"settled"_s, outcome, attempts };
}

/// Of one task; the person saw what the row says.
QStringList found(int applied, const Agreement::Row& row, bool afterCrash = false)
{
    Agreement agreement(afterCrash);
    for (int i = 0; i < applied; ++i)
        agreement.serviceReceived({ row.task, true });
    agreement.journalHolds(row);
    if (row.state == "settled"_L1)
        agreement.personSaw(row.task, row.outcome);
    return agreement.disagreements();
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

void makeJournal(const QString& path, const QString& outcome)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"made"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"CREATE TABLE journal (run_id, task_id, position, state, outcome, attempts)"_s));
        QVERIFY(query.exec(u"INSERT INTO journal VALUES (1, 7, 0, 'settled', '%1', 1)"_s.arg(outcome)));
    }
    QSqlDatabase::removeDatabase(u"made"_s);
}

int checker(const QTemporaryDir& folder, const QStringList& more, QByteArray* told = nullptr)
{
    QProcess process;
    const auto path = [&](const QString& name) { return folder.filePath(name); };
    process.start(QStringLiteral(CHECKER),
        QStringList {
            u"--log"_s, path(u"log"_s), u"--journal"_s, path(u"journal.db"_s), u"--report"_s, path(u"report"_s) }
            + more);
    if (!process.waitForFinished())
        return -1;
    if (told)
        *told = process.readAllStandardOutput();
    return process.exitCode();
}

} // namespace

void AgreementTest::aSoundRunAgrees()
{
    Agreement agreement;
    const QStringList outcomes { u"cancelled"_s, u"unknown"_s, u"unknown"_s, u"too_late"_s, u"rejected"_s };
    for (int i = 0; i < outcomes.size(); ++i) {
        agreement.serviceReceived({ i + 1, i < 2 });
        agreement.journalHolds(settled(i + 1, outcomes.at(i)));
        agreement.personSaw(i + 1, outcomes.at(i));
    }
    agreement.journalHolds(settled(6, u"withdrawn"_s, 0));
    agreement.personSaw(6, u"withdrawn"_s);
    agreement.expectReports(6);
    QCOMPARE(agreement.disagreements(), QStringList());
    QVERIFY(agreement.summary().contains(u"unknown 2"_s));
    QVERIFY(agreement.summary().endsWith(u"disagreements 0"_s));
}

void AgreementTest::aRowThatContradictsTheServiceIsFound_data()
{
    QTest::addColumn<int>("applied");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("attempts");
    QTest::newRow("cancelled, not applied") << 0 << u"settled"_s << u"cancelled"_s << 1;
    QTest::newRow("not sent, applied") << 1 << u"settled"_s << u"not_sent"_s << 1;
    QTest::newRow("withdrawn, applied") << 1 << u"settled"_s << u"withdrawn"_s << 1;
    QTest::newRow("rejected, applied") << 1 << u"settled"_s << u"rejected"_s << 1;
    QTest::newRow("too late, applied") << 1 << u"settled"_s << u"too_late"_s << 1;
    QTest::newRow("planned, applied") << 1 << u"planned"_s << u"unknown"_s << 1;
}

void AgreementTest::aRowThatContradictsTheServiceIsFound()
{
    QFETCH(int, applied);
    QFETCH(QString, state);
    QFETCH(QString, outcome);
    QFETCH(int, attempts);
    const Agreement::Row row { 1, 7, state, outcome, attempts };
    const QStringList told = found(applied, row, true);
    QVERIFY(!told.isEmpty());
    QVERIFY(told.first().startsWith(u"task 7: the journal says"_s));
    QCOMPARE(found(1 - applied, row, true), QStringList());
}

void AgreementTest::aTaskDeletedTwiceIsFound()
{
    QCOMPARE(found(2, settled(7, u"cancelled"_s, 2)), QStringList { u"task 7: deleted 2 times"_s });
}

void AgreementTest::aDeletionWithoutARowIsFound()
{
    Agreement agreement(true);
    agreement.journalHolds(settled(7, u"unknown"_s, 5));
    agreement.serviceReceived({ 8, true });
    agreement.serviceReceived({ 9, false });
    QCOMPARE(agreement.disagreements(),
        (QStringList { u"task 8: deleted without a journal row"_s, u"task 9: deletion sent without a journal row"_s }));
}

void AgreementTest::moreDeletionsThanAttemptsAreFound()
{
    Agreement agreement;
    agreement.serviceReceived({ 7, false });
    agreement.serviceReceived({ 7, true });
    agreement.journalHolds(settled(7, u"cancelled"_s, 1));
    agreement.journalHolds(settled(8, u"unknown"_s, 3)); // enough for the sum, but not its own
    agreement.personSaw(7, u"cancelled"_s);
    agreement.personSaw(8, u"unknown"_s);
    QCOMPARE(
        agreement.disagreements(), QStringList { u"task 7: 2 deletions received, but its rows know of 1 attempts"_s });
}

void AgreementTest::aBrokenOffDeletionCountsAsOneOfTheAttempts()
{
    Agreement agreement;
    agreement.journalHolds(settled(7, u"rejected"_s, 1));
    agreement.personSaw(7, u"rejected"_s);
    agreement.serviceReceived({ 0, false });
    QCOMPARE(agreement.disagreements(), QStringList());
    agreement.serviceReceived({ 0, false });
    QCOMPARE(agreement.disagreements(), QStringList { u"2 deletions received, but the journal knows of 1 attempts"_s });
}

void AgreementTest::aReportThatContradictsTheJournalIsFound()
{
    Agreement agreement;
    agreement.serviceReceived({ 7, true });
    agreement.journalHolds(settled(7, u"unknown"_s));
    agreement.personSaw(7, u"cancelled"_s);
    QCOMPARE(agreement.disagreements(),
        QStringList { u"task 7: the person was told cancelled, the journal says unknown"_s });

    Agreement hasty(true); // told before it was committed
    hasty.serviceReceived({ 7, true });
    hasty.journalHolds({ 1, 7, u"sending"_s, u"unknown"_s, 1 });
    hasty.personSaw(7, u"unknown"_s);
    QCOMPARE(hasty.disagreements(), QStringList { u"task 7: the person was told unknown, the journal says sending"_s });
}

void AgreementTest::aReportWithoutARowIsFound()
{
    Agreement agreement(true);
    agreement.personSaw(7, u"unknown"_s);
    agreement.personSaw(8, u"cancelled"_s);
    QCOMPARE(agreement.disagreements(),
        (QStringList { u"task 7: the person was told unknown, but there is no journal row"_s,
            u"task 8: the person was told cancelled, but it was not deleted"_s,
            u"task 8: the person was told cancelled, but there is no journal row"_s }));
}

void AgreementTest::aReportToldTwiceIsFound()
{
    Agreement agreement;
    agreement.journalHolds(settled(7, u"rejected"_s));
    agreement.personSaw(7, u"rejected"_s);
    agreement.personSaw(7, u"rejected"_s);
    QCOMPARE(agreement.disagreements(), QStringList { u"task 7: the person was told 2 times"_s });
}

void AgreementTest::aMissingReportIsFoundUnlessItCrashed()
{
    for (const bool afterCrash : { false, true }) {
        Agreement agreement(afterCrash);
        agreement.journalHolds(settled(7, u"unknown"_s));
        QCOMPARE(agreement.disagreements().size(), afterCrash ? 0 : 1);
        agreement.expectReports(1);
        QCOMPARE(agreement.disagreements().size(), afterCrash ? 1 : 2);
    }
}

void AgreementTest::anUnfinishedRowIsFoundUnlessItCrashed()
{
    for (const QString& state : { u"planned"_s, u"sending"_s }) {
        const Agreement::Row row { 1, 7, state, u"unknown"_s, 1 };
        QVERIFY(!found(0, row, false).filter(u"at the end"_s).isEmpty());
        QCOMPARE(found(0, row, true), QStringList());
    }
}

void AgreementTest::aTaskTriedByTwoRunsMayBeGoneByTheFirst()
{
    Agreement agreement(true);
    agreement.serviceReceived({ 7, true });
    agreement.serviceReceived({ 7, false });
    agreement.journalHolds({ 1, 7, u"settled"_s, u"unknown"_s, 1 });
    agreement.journalHolds({ 2, 7, u"settled"_s, u"rejected"_s, 1 });
    QCOMPARE(agreement.disagreements(), QStringList());
}

void AgreementTest::aLookAfterwardsThatContradictsTheServiceIsFound()
{
    Agreement agreement(true);
    for (const qint64 task : { 1, 2, 3, 4 })
        agreement.journalHolds(settled(task, u"unknown"_s));
    agreement.serviceReceived({ 1, true });
    agreement.personRead(1, u"gone"_s);
    agreement.personRead(2, u"pending"_s);
    agreement.personRead(3, u"not_read"_s);
    QCOMPARE(agreement.disagreements(), QStringList());
    agreement.serviceReceived({ 2, true });
    agreement.personRead(4, u"gone"_s);
    QCOMPARE(agreement.disagreements(),
        (QStringList {
            u"task 2: read as pending, but it was deleted"_s, u"task 4: read as gone, but it was not deleted"_s }));
}

void AgreementTest::whatWasUnknownMayBeKnownAfterALook()
{
    Agreement agreement(true);
    agreement.serviceReceived({ 7, true });
    agreement.journalHolds(settled(7, u"cancelled"_s));
    agreement.personSaw(7, u"unknown"_s);
    QCOMPARE(agreement.disagreements().size(), 1);
    agreement.personRead(7, u"gone"_s);
    QCOMPARE(agreement.disagreements(), QStringList());
}

void AgreementTest::theCheckerTellsByItsExitCode()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"log"_s),
        R"({"command":"delete_sched_task","task":7,"code":0,"applied":true,"fault":"","at":""})"
        "\n");
    write(folder.filePath(u"report"_s),
        R"({"task":7,"outcome":"cancelled"})"
        "\n"
        R"({"summary":true})"
        "\n");
    makeJournal(folder.filePath(u"journal.db"_s), u"cancelled"_s);
    QByteArray told;
    QCOMPARE(checker(folder, {}, &told), 0);
    QVERIFY(told.startsWith("deletions received 1, applied 1; journal: cancelled 1 "));
    QCOMPARE(checker(folder, { u"--tasks"_s, u"2"_s }), 1);
    write(folder.filePath(u"log"_s),
        R"({"command":"delete_sched_task","task":7,"code":0,"applied":false,"fault":"","at":""})"
        "\n");
    QCOMPARE(checker(folder, {}, &told), 1);
    QVERIFY(told.contains("task 7: the journal says cancelled, but it was not deleted\n"));
}

void AgreementTest::theCheckerRefusesInputItCannotUse()
{
    const QTemporaryDir folder;
    QCOMPARE(checker(folder, {}), 2);
    write(folder.filePath(u"log"_s), {});
    write(folder.filePath(u"report"_s), {});
    QCOMPARE(checker(folder, {}), 2);
    makeJournal(folder.filePath(u"journal.db"_s), u"rejected"_s);
    QCOMPARE(checker(folder, {}), 1); // nothing was reported
    QCOMPARE(checker(folder, { u"--after-crash"_s }), 0);
    write(folder.filePath(u"report"_s), "{\"task\":7,\"outc");
    QCOMPARE(checker(folder, { u"--after-crash"_s }), 2);
}

QTEST_GUILESS_MAIN(AgreementTest)
#include "tst_agreement.moc"
