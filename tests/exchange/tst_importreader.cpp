// Every trap of people's tables, one small file each: what is taken, what is taken with a note, what is refused and
// why, line by line; nothing is repaired by guessing.
#include "exchange/columnguess.h"
#include "exchange/importreader.h"
#include "exchange/tablecsv.h"
#include "support/importlines.h"

#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 26), QTime(8, 0), Qt::UTC);

ImportContext context()
{
    ImportContext context;
    // The last is the service's word, the one before may be a spreadsheet's.
    context.known = KnownIds({ 7'000'000'009, 1'234'567'890'123'470'000, 1'234'567'890'123'460'000 },
        { 7'000'000'009, 1'234'567'890'123'460'000 });
    context.sdkAppId = 1'400'000'001;
    context.region = Region::Singapore;
    context.host = regionHost(Region::Singapore);
    context.now = now;
    context.zone = QTimeZone("Europe/Berlin");
    return context;
}

ReadTable fixture(const QString& name, const TableHints& hints = {})
{
    const auto bytes = readTableFile(QStringLiteral(TEST_DATA_DIR "/import/") + name);
    auto read = bytes ? readTable(*bytes, hints) : std::unexpected { bytes.error() };
    return read ? std::move(*read) : ReadTable();
}

ImportPreview previewOf(const ReadTable& read, const ImportContext& into = context())
{
    return readImport(read, guessColumns(read), into).value_or(ImportPreview());
}

ReadTable pasted(const QString& text)
{
    return readPastedTable(text).value_or(ReadTable());
}

} // namespace

class ImportReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howExactlyATimeWasGivenIsCarriedAlong()
    {
        const ImportPreview preview = previewOf(pasted(u"Task ID\tGoes out\n7000000001\t2026-12-01 10:00\n"
                                                       "7000000002\t2026-12-01 10:00:00\n"_s));
        QCOMPARE(preview.rows.at(0).timePrecision, TimePrecision::Minute);
        QCOMPARE(preview.rows.at(1).timePrecision, TimePrecision::Second);
        const Expectation expected = importedExpectation(preview.rows.at(0));
        QCOMPARE(expected.precision, TimePrecision::Minute);
        QCOMPARE(expected.goesOutAt, preview.rows.at(0).goesOutAt);
        // What a workbook keeps as a date has no seconds unless they are some.
        const ImportPreview workbook = previewOf(fixture(u"pushes.xlsx"_s));
        const auto timed = std::find_if(
            workbook.rows.begin(), workbook.rows.end(), [](const ImportRow& row) { return row.goesOutAt.isValid(); });
        QVERIFY(timed != workbook.rows.end());
        QCOMPARE(timed->timePrecision, TimePrecision::Minute);
    }

    void eachTrapHasItsVerdict_data()
    {
        QTest::addColumn<QString>("expected");
        const auto trap = [](const char* name, const char* lines) { QTest::newRow(name) << QString::fromUtf8(lines); };
        trap("trap-01-scientific.csv",
            "2 refuse Scientific\n3 refuse Scientific\n4 refuse Scientific\n5 take 7000000001");
        trap("trap-02-rounded.csv",
            "2 refuse RoundedText\n3 note AlreadyListed 1234567890123460000\n4 take 1234567890123456\n"
            "5 take 7000000001");
        trap(
            "trap-03-twins.csv", "2 refuse RoundedTwin(2,4)\n3 take 7000000001\n4 refuse RoundedTwin(2,4) RoundedText");
        trap("trap-04-decimal.csv",
            "2 refuse Decimal?1234567890\n3 refuse Decimal?1234567890\n4 refuse Decimal\n5 take 7000000001");
        trap("trap-05-guards.csv", "2 take 7000000001\n3 take 7000000002\n4 take 7000000003\n5 take 7000000004");
        trap("trap-06-thousands.csv",
            "2 refuse Separators\n3 take 7000000001\n4 note Repeated(4,5,6,7) ThousandsRemoved 1234567\n"
            "5 refuse Repetition(4) ThousandsRemoved\n6 refuse Repetition(4) ThousandsRemoved\n"
            "7 refuse Repetition(4) ThousandsRemoved\n8 refuse Separators");
        trap("trap-06-ambiguous.csv", "2 refuse Separators\n3 take 7000000001");
        trap("trap-06-torn.csv", "2 refuse ExtraCells\n3 take 7000000001");
        trap("trap-07-digits.csv",
            "2 note ForeignDigits 7000000001\n3 note ForeignDigits 7000000002\n4 note ForeignDigits 7000000003\n"
            "5 refuse MixedDigits");
        trap("trap-08-invisible.csv",
            "2 note Trimmed 7000000001\n3 note Trimmed 7000000002\n4 note Trimmed 7000000003\n"
            "5 note Trimmed 7000000004\n6 note Trimmed 7000000005\n7 note Trimmed 7000000006\n"
            "8 refuse HiddenCharacter\n9 note Trimmed 7000000008");
        trap("trap-09-no-ids.csv",
            "2 refuse Sign\n3 refuse Sign\n4 refuse Zero\n5 refuse NoId\n6 refuse ErrorValue\n7 refuse ErrorValue\n"
            "8 refuse Truth\n9 refuse NotANumber\n10 take 7000000001");
        trap("trap-10-leading-zeros.csv", "2 refuse LeadingZero\n3 take 7000000001");
        trap("trap-11-too-large.csv", "2 refuse TooLarge\n3 take 9223372036854775807");
        trap("trap-12-dates.csv",
            "2 refuse DateForm\n3 refuse DateForm\n4 refuse DateForm\n5 refuse DateForm\n6 note MayBeADate 43831\n"
            "7 take 7000000001");
        trap("trap-14-semicolons.csv", "3 take 7000000001\n4 take 7000000002");
        trap("trap-14-tabs.csv", "2 take 7000000001\n3 take 7000000002");
        trap("trap-14-pipes.csv", "2 take 7000000001\n3 take 7000000002");
        trap("trap-15-quotes.csv", "2 take 7000000001\n4 take 7000000002");
        trap("trap-16-headings-below.csv",
            "1 refuse AboveHeadings\n2 refuse AboveHeadings\n5 take 7000000001\n6 take 7000000002\n"
            "7 refuse RepeatedHeadings\n8 take 7000000003");
        trap("trap-16-no-headings.csv", "1 take 7000000001\n2 take 7000000002\n3 take 7000000003");
        trap("trap-17-chat.csv",
            "1 note Repeated(1,4) 7000000001\n1 take 7000000002\n1 take 7000000003\n1 take 7000000004\n"
            "1 take 7000000005\n2 take 7000000006\n3 refuse NotANumber\n3 refuse Phone\n3 refuse Moment");
        trap("trap-17-labels.csv",
            "2 note LabelRemoved 7000000001\n3 note LabelRemoved 7000000002\n4 note LabelRemoved 7000000003\n"
            "5 note LabelRemoved 7000000004\n6 refuse NotANumber\n7 refuse SeveralIds");
        trap("trap-18-duplicates.csv",
            "2 note Repeated(2,4,7) 7000000001\n3 take 7000000002\n4 refuse Repetition(2)\n"
            "5 refuse AudienceConflict(5,6)\n6 refuse AudienceConflict(5,6)\n7 refuse Repetition(2)\n"
            "8 note AlreadyListed 7000000009");
        trap("trap-18-times.csv",
            "2 note Repeated(2,3) RepeatedTimesDiffer(2,3) 7000000001\n3 refuse Repetition(2)\n"
            "4 note Repeated(4,5) 7000000002\n5 refuse Repetition(4)");
        trap("trap-19-audiences.csv",
            "2 take 7000000001\n3 note AudienceMapped[ALL] 7000000002\n4 note AudienceMapped[全员] 7000000003\n"
            "5 note AudienceMapped[标签] 7000000004\n6 note AudienceMapped[单发] 7000000005\n"
            "7 note AudienceMapped[Schlagwort] 7000000006\n8 note UnknownAudience[everyone in Berlin] 7000000007\n"
            "9 take 7000000008");
        const char* workbook
            = "1 refuse AboveHeadings\n3 take 7000000001\n4 note AudienceMapped[全员] 7000000002\n"
              "5 refuse RoundedNumber\n6 note FromFormula 7000000003\n7 note FromFormula 7000000004\n"
              "8 refuse ErrorValue\n9 refuse Truth\n10 refuse DateCell\n11 refuse HiddenRow\n12 refuse HiddenRow\n"
              "13 refuse MergedCell\n14 refuse MergedCell NoId\n15 take 7000000008\n"
              "16 note Repeated(16,17,18) AlreadyListed 7000000009\n17 refuse Repetition(16) AlreadyListed\n"
              "18 refuse Repetition(16) AlreadyListed\n19 take 7000000010";
        trap("pushes.xlsx", workbook);
        trap("pushes.ods", workbook);
        trap("trap-22-other-app.csv",
            "2 take 7000000001\n3 refuse OtherApp[1400000002]\n4 refuse OtherRegion[Frankfurt]\n5 take 7000000004\n"
            "6 take 7000000005\n7 refuse UnknownRegion[Atlantis]\n8 take 7000000007");
        trap("trap-23-push-ids.csv", "2 refuse PushId\n3 refuse PushId\n4 take 7000000001");
        trap("times.csv",
            "2 take 7000000001\n3 take 7000000002\n4 take 7000000003\n5 take 7000000004\n6 take 7000000005\n"
            "7 take 7000000006\n8 note TimeFromSerial[46357.4166666667] 7000000007\n"
            "9 note TimeFromUnix[1796119200] 7000000008\n"
            "10 note AlreadyListed TimeOfDayMissing[2026-12-01] 7000000009\n"
            "11 note DateOrderUnknown[12/1/2026 10:00] 7000000010\n"
            "12 note UnknownZone[2026-12-01 10:00 CST] 7000000011\n13 note TimeUnclear[tomorrow] 7000000012\n"
            "14 note TimeInPast 7000000013\n15 take 7000000014\n16 note TimeSkipped[2027-03-28 02:30] 7000000015\n"
            "17 note TimeTwice[2026-10-25 02:30] 7000000016\n18 note TimeTwice[2027-10-31 02:30] 7000000017");
    }
    void eachTrapHasItsVerdict()
    {
        QFETCH(QString, expected);
        const ImportPreview preview = previewOf(fixture(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(importLines(preview).join(u'\n'), expected);
        QCOMPARE(preview.accepted + preview.refused, preview.rows.size());
    }

    void readsTimesByTheZoneThatIsNamedOrGiven()
    {
        const auto rows = previewOf(fixture(u"times.csv"_s)).rows;
        const QStringList expected { u"2026-12-01T09:00:00Z"_s, u"2026-12-01T10:00:00Z"_s, u"2026-12-01T02:00:00Z"_s,
            u"2026-12-01T09:00:00Z"_s, u"2026-12-01T09:00:00Z"_s, u"2026-12-01T21:00:00Z"_s, u"2026-12-01T09:00:00Z"_s,
            u"2026-12-01T10:00:00Z"_s };
        for (int i = 0; i < expected.size(); ++i)
            QCOMPARE(rows.at(i).goesOutAt.toString(Qt::ISODate), expected.at(i));
        for (int i = expected.size(); i < rows.size(); ++i)
            QCOMPARE(rows.at(i).goesOutAt.isValid(), i == 12);
    }

    void saysWhatIsToBeAsked()
    {
        const auto times = previewOf(fixture(u"times.csv"_s));
        QCOMPARE(times.timesWithoutZone, 9);
        QCOMPARE(times.timesOfUnknownOrder, 1);
        QCOMPARE(previewOf(fixture(u"trap-04-decimal.csv"_s)).wholeDecimals, 2);
        QCOMPARE(previewOf(fixture(u"pushes.xlsx"_s)).hiddenRows, 2);
        QCOMPARE(previewOf(fixture(u"id.csv"_s)).timesWithoutZone, 0);
    }

    void takesWhatAPersonAnswered()
    {
        ImportContext into = context();
        into.takesWholeDecimals = true;
        into.takesHiddenRows = true;
        QCOMPARE(importLines(previewOf(fixture(u"trap-04-decimal.csv"_s), into)).mid(0, 3),
            QStringList({ u"2 note Repeated(2,3) DecimalRemoved 1234567890"_s,
                u"3 refuse Repetition(2) DecimalRemoved"_s, u"4 refuse Decimal"_s }));
        const auto hidden = previewOf(fixture(u"pushes.xlsx"_s), into);
        QCOMPARE(hidden.hiddenRows, 2);
        QCOMPARE(importLine(hidden.rows.at(9)), u"11 note WasHidden 7000000005"_s);

        const ReadTable times = fixture(u"times.csv"_s);
        ColumnPlan plan = guessColumns(times);
        plan.dateOrder = DateOrder::DayFirst;
        const auto dayFirst = readImport(times, plan, into);
        QCOMPARE(dayFirst->rows.at(9).goesOutAt, QDateTime(QDate(2026, 1, 12), QTime(9, 0), Qt::UTC));
        plan.dateOrder = DateOrder::MonthFirst;
        const auto monthFirst = readImport(times, plan, into);
        QCOMPARE(monthFirst->rows.at(9).goesOutAt, QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC));
    }

    void understandsItsOwnLanguages_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* name :
            { "utf-8.csv", "utf-8-mark.csv", "big5.csv", "ko.csv", "ja.csv", "windows-1252.csv", "ar.csv", "id.csv" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void understandsItsOwnLanguages()
    {
        QFETCH(QString, file);
        const ReadTable read = fixture(file);
        const ColumnPlan plan = guessColumns(read);
        QVERIFY(plan.isIdSure);
        QCOMPARE(plan.headingRow, 0);
        QCOMPARE(columnPlanWord(plan).section(u';', 0, 0), u"0,2,3,1,-1,-1"_s);
        const auto preview = previewOf(read);
        QCOMPARE(preview.accepted, 3);
        QCOMPARE(preview.rows.at(0).audience, std::optional(Audience::All));
        QCOMPARE(preview.rows.at(1).audience, std::optional(Audience::Tag));
        QCOMPARE(preview.rows.at(2).audience, std::optional(Audience::User));
        for (const ImportRow& row : preview.rows)
            QVERIFY(row.goesOutAt.isValid());
    }

    void isNotSureOfNumbersUnderAnotherName()
    {
        const ColumnPlan plan = guessColumns(fixture(u"trap-16-unknown-headings.csv"_s));
        QCOMPARE(plan.column(ColumnRole::Id), 1);
        QVERIFY(!plan.isIdSure);
    }

    void asksWhenSeveralColumnsMayBeTheIds()
    {
        const ReadTable read = pasted(u"7000000001,8000000001\n7000000002,8000000002\n"_s);
        const ColumnPlan plan = guessColumns(read);
        QCOMPARE(plan.column(ColumnRole::Id), -1);
    }

    void anAppsNumberIsNoTask()
    {
        const ReadTable read = pasted(u"1400000001,7000000001\n1400000001,7000000002\n"_s);
        QCOMPARE(guessColumns(read).column(ColumnRole::Id), 1);
    }

    void sentencesWithCommasAreAMessage()
    {
        const auto preview = previewOf(pasted(u"stop 7000000001, please\nand 7000000002, too\nand thanks, Ann\n"_s));
        QCOMPARE(importLines(preview), QStringList({ u"1 take 7000000001"_s, u"2 take 7000000002"_s }));
    }

    void withoutAnIdColumnNothingIsRead()
    {
        const ReadTable read = pasted(u"Title,Time\nSale,10:00\n"_s);
        const auto preview = previewOf(read);
        QVERIFY(preview.needsIdColumn);
        QVERIFY(preview.rows.isEmpty());
    }

    void theTimeWhoseZoneIsNamedIsTaken()
    {
        const auto offsetOf = [](const ReadTable& read) { return zoneOffsetOf(read.table, guessColumns(read)); };
        const ReadTable read
            = pasted(u"Task ID,Goes out (local),Goes out (UTC)\n7000000001,2026-12-01 11:00,2026-12-01 10:00\n"_s);
        QCOMPARE(guessColumns(read).column(ColumnRole::GoesOutAt), 2);
        QCOMPARE(offsetOf(read), std::optional(0));
        QCOMPARE(
            offsetOf(pasted(u"任务ID,发送时间（UTC+8）\n7000000001,2026-12-01 11:00\n"_s)), std::optional(8 * 3600));
    }

    void findsTheOrderOfDatesInTheColumn()
    {
        const auto orderOf = [](const QString& a, const QString& b) {
            const ReadTable read = pasted(u"Task ID,Date\n7000000001,%1 10:00\n7000000002,%2 10:00\n"_s.arg(a, b));
            return dateOrderOf(read.table, guessColumns(read));
        };
        QCOMPARE(orderOf(u"1/2/2026"_s, u"13/2/2026"_s), DateOrder::DayFirst);
        QCOMPARE(orderOf(u"2/13/2026"_s, u"2/1/2026"_s), DateOrder::MonthFirst);
        QCOMPARE(orderOf(u"1/2/2026"_s, u"2/1/2026"_s), DateOrder::Unknown);
        QCOMPARE(orderOf(u"13/2/2026"_s, u"2/13/2026"_s), DateOrder::Unknown);
    }

    // Zone and order of dates are those of the column that is read, not of the one that was guessed.
    void anotherTimeIsReadByItsOwnHeadingAndCells()
    {
        const ReadTable read = pasted(u"Task ID,Goes out (UTC+8),Start,Ende (UTC-5)\n"
                                      "7000000001,1/12/2026 10:00,1/12/2026 10:00,12/1/2026 10:00\n"
                                      "7000000002,13/12/2026 10:00,1/12/2026 11:00,12/13/2026 10:00\n"_s);
        ColumnPlan plan = guessColumns(read);
        QCOMPARE(plan.column(ColumnRole::GoesOutAt), 1);
        const auto at = [&] {
            const auto preview = readImport(read, plan, context());
            QStringList times;
            for (const ImportRow& row : preview->rows)
                times.append(row.goesOutAt.toString(Qt::ISODate));
            return times;
        };
        QCOMPARE(at(), QStringList({ u"2026-12-01T02:00:00Z"_s, u"2026-12-13T02:00:00Z"_s }));
        plan.setColumn(ColumnRole::GoesOutAt, 3);
        QCOMPARE(at(), QStringList({ u"2026-12-01T15:00:00Z"_s, u"2026-12-13T15:00:00Z"_s }));
        plan.setColumn(ColumnRole::GoesOutAt, 2); // neither a zone nor an order
        QCOMPARE(at(), QStringList({ QString(), QString() }));
        plan.dateOrder = DateOrder::DayFirst;
        QCOMPARE(at(), QStringList({ u"2026-12-01T09:00:00Z"_s, u"2026-12-01T10:00:00Z"_s }));
        const ColumnPlan answered = plan;
        plan = withRememberedColumns(guessColumns(read), columnPlanWord(answered), read.table.columnCount());
        QCOMPARE(at(), QStringList({ u"2026-12-01T09:00:00Z"_s, u"2026-12-01T10:00:00Z"_s }));
        // What was answered was asked of that column.
        plan.setColumn(ColumnRole::GoesOutAt, 1);
        plan.setColumn(ColumnRole::GoesOutAt, 2);
        QCOMPARE(at(), QStringList({ QString(), QString() }));
    }

    void remembersColumnsByTheirHeadings()
    {
        const ReadTable read = pasted(u"Task ID,Second ID,Date\n7000000001,7000000002,1/2/2026 10:00\n"_s);
        ColumnPlan chosen = guessColumns(read);
        chosen.setColumn(ColumnRole::Id, 1);
        chosen.dateOrder = DateOrder::DayFirst;
        const ReadTable later = pasted(u"TASK-ID,second id ,Date\n7000000003,7000000004,1/2/2026 10:00\n"_s);
        const ColumnPlan guess = guessColumns(later);
        QVERIFY(!guess.fingerprint.isEmpty());
        QCOMPARE(guess.fingerprint, chosen.fingerprint);
        QCOMPARE(guess.column(ColumnRole::Id), 0);
        const ColumnPlan remembered = withRememberedColumns(guess, columnPlanWord(chosen), later.table.columnCount());
        QCOMPARE(remembered.column(ColumnRole::Id), 1);
        QCOMPARE(remembered.dateOrder, DateOrder::DayFirst);
        QVERIFY(guessColumns(pasted(u"Task ID,Date\n7000000003,x\n"_s)).fingerprint != chosen.fingerprint);
        for (const QString& wrong : { QString(), u"1"_s, u"1,2,3,4,5,6,7;day"_s, u"0,-1,-1,-1,-1,-1;year"_s,
                 u"3,-1,-1,-1,-1,-1;day"_s, u"-2,-1,-1,-1,-1,-1;day"_s, u"a,-1,-1,-1,-1,-1;day"_s })
            QVERIFY(withRememberedColumns(guess, wrong, 3) == guess);
    }

    void aColumnHasOneRole()
    {
        ColumnPlan plan;
        plan.setColumn(ColumnRole::Id, 2);
        plan.setColumn(ColumnRole::Title, 2);
        QCOMPARE(plan.column(ColumnRole::Id), -1);
        QCOMPARE(plan.column(ColumnRole::Title), 2);
    }

    // What the program exports comes back as it was, also numbers that a spreadsheet would round.
    void itsOwnExportComesBackAsItWas()
    {
        const QStringList titles { u"=1+1"_s, u"'quoted'"_s, u"+49"_s, u"a;b,c\td"_s, u"two\nlines"_s, u"- 50 %"_s,
            u"say \"no\""_s, u"@you; =x"_s, u"\uFF1D1\uFF0B1"_s, u"\uFF20you, \uFF0D5"_s, u"a\u2028=b\u2029+c"_s,
            u"a;\u3000=b,\u00A0\uFF0Bc"_s };
        QList<QStringList> rows { { u"Task ID"_s, u"Title"_s, u"Goes out (UTC)"_s } };
        for (int i = 0; i < titles.size(); ++i)
            rows.append(
                { QString::number(1'234'567'890'123'456'780 + i + 1), titles.at(i), u"2026-12-01T10:00:00Z"_s });
        const auto read = readTable(tableToCsv(rows));
        QVERIFY(read);
        const auto preview = previewOf(*read);
        QCOMPARE(preview.accepted, titles.size());
        for (int i = 0; i < titles.size(); ++i) {
            QCOMPARE(preview.rows.at(i).verdict(), ImportVerdict::Accept);
            QCOMPARE(preview.rows.at(i).title, titles.at(i));
            QCOMPARE(preview.rows.at(i).id, TaskId(1'234'567'890'123'456'781 + i));
            QCOMPARE(preview.rows.at(i).goesOutAt, QDateTime(QDate(2026, 12, 1), QTime(10, 0), Qt::UTC));
        }
    }

    void provesExactnessByTheServicesListAlone()
    {
        const KnownIds known({ 1'234'567'890'123'450'000, 1'234'567'890'123'460'000, 1'234'567'890'123'460'001,
                                 9'223'372'036'854'770'000, 9'223'372'036'854'775'807, 1'234'567'890'123'470'000 },
            { 1'234'567'890'123'450'000, 1'234'567'890'123'460'000, 9'223'372'036'854'770'000 });
        QVERIFY(known.provesExact(1'234'567'890'123'450'000));
        QVERIFY(!known.provesExact(1'234'567'890'123'460'000)); // another is listed that would be rounded to it
        QVERIFY(!known.provesExact(9'223'372'036'854'770'000)); // so is the greatest that there is
        QVERIFY(!known.provesExact(1'234'567'890'123'470'000)); // listed, but not by the service
        QVERIFY(!known.provesExact(1'234'567'890'123'480'000));
        QVERIFY(mayBeRounded(1'234'567'890'123'450'000));
        QVERIFY(!mayBeRounded(1'234'567'890'123'450'001));
        QVERIFY(!mayBeRounded(100'000'000'000'000));
        QVERIFY(mayBeRounded(1'000'000'000'000'000));
    }

    void theTaskHoldsWhatTheRowSays()
    {
        const Task task = importedTask(previewOf(fixture(u"id.csv"_s)).rows.at(0));
        QCOMPARE(task.id, TaskId(7'000'000'001));
        QCOMPARE(task.title, u"Promo musim panas"_s);
        QCOMPARE(task.audience, std::optional(Audience::All));
        QCOMPARE(task.goesOutAt, QDateTime(QDate(2026, 12, 1), QTime(3, 0), Qt::UTC));
        QVERIFY(!task.readFromService);
    }
};

QTEST_GUILESS_MAIN(ImportReaderTest)
#include "tst_importreader.moc"
