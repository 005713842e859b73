// Evidence: what was changed in a file since it was written is found and its place is named; what was not is said to be
// whole. Hashes are worked out here once more, as an auditor would with other tools.
#include "evidence/evidence.h"
#include "evidence/evidencecheck.h"
#include "exchange/ziparchive.h"
#include "exchange/zipwriter.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace pushbrake;
using namespace Qt::StringLiterals;
using Kind = EvidenceFault::Kind;

namespace {

const QByteArray readMe = "What this is.\n";

QDateTime at(int second)
{
    return QDateTime({ 2026, 11, 25 }, { 9, 0, second }, QTimeZone::utc());
}

HistoryRun run()
{
    HistoryRun made;
    made.id = 7;
    made.app = AppKey { u"adminapisgp.im.qcloud.com 1400000001"_s };
    made.appName = u"Shop 商店"_s;
    made.person = u"ann"_s;
    made.startedAt = at(0);
    made.endedAt = at(9);
    made.ending = RunEnding::Finished;
    made.pushes = 3;
    made.cancelled = 2;
    made.tooLate = 1;
    return made;
}

HistoryPush push(TaskId id, const QString& title)
{
    HistoryPush made;
    made.run = run();
    made.row.runId = 7;
    made.row.taskId = id;
    made.row.title = title;
    made.row.audience = Audience::Tag;
    made.row.goesOutAt = at(30);
    made.row.state = JournalState::Settled;
    made.row.result.taskId = id;
    made.row.result.outcome = Outcome::Cancelled;
    made.row.result.requestNumber = 4'294'967'295;
    made.row.result.attempts = 1;
    made.row.result.sentAt = at(1);
    made.row.result.settledAt = at(2);
    return made;
}

RunEvent deed(TaskId id, const QString& said)
{
    RunEvent made;
    made.runId = 7;
    made.taskId = id;
    made.requestNumber = 4'294'967'295;
    made.sentAt = at(1);
    made.answeredAt = at(2);
    made.serviceText = said;
    return made;
}

Evidence written()
{
    EvidenceWriter writer(run(), { u"0.1.0"_s, u"desk-4"_s, u"bob"_s, at(20), Milliseconds(-1'500) });
    writer.add(push(9'223'372'036'854'775'807, u"=cmd|' /C calc'!A0"_s), { deed(1, u"ok"_s) });
    writer.add(push(7'000'000'001, u"Zwei\r\nZeilen, \"quoted\""_s), {});
    RunEvent look = deed(2, u"delete failed: task dispatching"_s);
    look.kind = RunEvent::Kind::Look;
    look.status = TaskStatus::Dispatching;
    writer.add(push(7'000'000'002, u"عرض"_s), { deed(2, {}), look });
    auto made = writer.finished(readMe);
    return std::move(*made);
}

QByteArray member(const QByteArray& file, const char* name)
{
    return ZipArchive::open(file)->read(name).value();
}

// The file with some of its members changed; an empty text takes one out.
QByteArray with(const QHash<QByteArray, QByteArray>& changed)
{
    const QByteArray file = written().file;
    QList<ZipMember> members;
    for (const char* name : { "READ-ME.txt", "rows.jsonl", "rows.csv", "hashes.txt" })
        if (!changed.contains(name))
            members.append({ name, member(file, name) });
    for (auto one = changed.cbegin(); one != changed.cend(); ++one)
        if (!one.value().isEmpty())
            members.append({ one.key(), one.value() });
    return *membersToZip(members);
}

QByteArrayList rows()
{
    QByteArrayList lines = member(written().file, "rows.jsonl").split('\n');
    lines.removeLast();
    return lines;
}

EvidenceFault faultOfRows(const QByteArrayList& lines)
{
    const auto checked = checkEvidence(with({ { "rows.jsonl", lines.join('\n') + '\n' } }));
    return checked ? EvidenceFault { Kind::NotEvidence, -1 } : checked.error();
}

EvidenceFault faultOf(const QByteArray& file)
{
    const auto checked = checkEvidence(file);
    return checked ? EvidenceFault { Kind::NotEvidence, -1 } : checked.error();
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotChangedIsWholeAndSaysWhatItIs()
    {
        const Evidence evidence = written();
        const auto word = checkEvidence(evidence.file);
        QVERIFY(word);
        QCOMPARE(word->seal, evidence.seal);
        QCOMPARE(word->appName, u"Shop 商店"_s);
        QCOMPARE(word->person, u"ann"_s);
        QCOMPARE(word->machine, u"desk-4"_s);
        QCOMPARE(word->startedAt, at(0));
        QCOMPARE(word->takenAt, at(20));
        QCOMPARE(word->pushes, 3);
        QVERIFY(!word->practice);
    }

    // With nothing but SHA-256, as READ-ME.txt tells it.
    void anybodyCanWorkTheSealOut()
    {
        const Evidence evidence = written();
        const auto sha
            = [](const QByteArray& text) { return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex(); };
        QByteArray seal(64, '0');
        QByteArrayList texts = rows();
        texts << member(evidence.file, "rows.csv") << member(evidence.file, "READ-ME.txt");
        for (const QByteArray& text : texts)
            seal = sha(seal + sha(text));
        QCOMPARE(seal, evidence.seal);
        QVERIFY(member(evidence.file, "hashes.txt").endsWith(seal + '\n'));
    }

    void everyRowTellsWhatIsKnown()
    {
        const QByteArrayList lines = rows();
        QCOMPARE(lines.size(), 7); // the run, three pushes, three requests
        const QJsonObject head = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(head[u"version"].toInt(), 1);
        QCOMPARE(head[u"program"].toString(), u"Pushbrake 0.1.0"_s);
        QCOMPARE(head[u"takenBy"].toString(), u"bob"_s);
        QCOMPARE(head[u"serviceClockAheadMs"].toInt(), -1'500);
        QCOMPARE(head[u"cancelled"].toInt(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(first[u"taskId"].toString(), u"9223372036854775807"_s); // no digit is lost
        QCOMPARE(first[u"title"].toString(), u"=cmd|' /C calc'!A0"_s);
        QCOMPARE(first[u"requestNumber"].toInteger(), 4'294'967'295);
        QCOMPARE(first[u"result"].toString(), u"cancelled"_s);
        QCOMPARE(first[u"settledAt"].toString(), u"2026-11-25T09:00:02.000Z"_s);
        const QJsonObject asked = QJsonDocument::fromJson(lines[6]).object();
        QCOMPARE(asked[u"serviceText"].toString(), u"delete failed: task dispatching"_s);
        QCOMPARE(asked[u"request"].toString(), u"look"_s);
        QCOMPARE(asked[u"seen"].toString(), u"dispatching"_s);
    }

    void theTableHasEachPushAndNoFormula()
    {
        const QByteArray table = member(written().file, "rows.csv");
        QVERIFY(table.startsWith("\xEF\xBB\xBF"));
        QCOMPARE(table.count("\"'=cmd"), 1);
        QVERIFY(table.contains("'9223372036854775807")); // which a spreadsheet would round
    }

    void aRowThatWasEditedIsNamed()
    {
        for (int i = 1; i < 7; ++i) {
            QByteArrayList lines = rows();
            lines[i].replace("09:00", "08:00");
            QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowChanged, i + 1 }));
        }
        QByteArrayList lines = rows();
        lines[0].replace("ann", "eve");
        QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowChanged, 1 }));
        lines = rows();
        lines[3] += ' ';
        QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowChanged, 4 }));
    }

    void aRowThatWasTakenOutIsNamed()
    {
        for (int i = 1; i < 7; ++i) {
            QByteArrayList lines = rows();
            lines.removeAt(i);
            QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowMissing, i + 1 }));
        }
    }

    void aRowThatWasPutInIsNamed()
    {
        for (int i = 1; i <= 7; ++i) {
            QByteArrayList lines = rows();
            lines.insert(i, "{\"kind\":\"push\"}");
            QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowAdded, i + 1 }));
        }
        QByteArrayList lines = rows();
        lines.insert(3, lines[2]);
        QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowAdded, 4 }));
    }

    void rowsInAnotherOrderAreNamed()
    {
        QByteArrayList lines = rows();
        lines.swapItemsAt(2, 5);
        QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowsReordered, 3 }));
        lines = rows();
        lines.move(1, 6);
        QCOMPARE(faultOfRows(lines), (EvidenceFault { Kind::RowsReordered, 2 }));
    }

    void aCutLastRowIsNamed()
    {
        QByteArray text = member(written().file, "rows.jsonl");
        text.chop(3);
        QCOMPARE(faultOf(with({ { "rows.jsonl", text } })), (EvidenceFault { Kind::RowChanged, 7 }));
    }

    void theTableAndTheWordsAreHeldToo()
    {
        QByteArray table = member(written().file, "rows.csv");
        table.replace("cancelled", "too_late!");
        QCOMPARE(faultOf(with({ { "rows.csv", table } })).kind, Kind::TableChanged);
        QCOMPARE(faultOf(with({ { "READ-ME.txt", "Another\n" } })).kind, Kind::ReadMeChanged);
        QCOMPARE(faultOf(with({ { "more.txt", "!" } })).kind, Kind::FileAdded);
    }

    // Whoever changes a row and its hash has to change every line from there on.
    void aHashThatWasChangedIsNamed()
    {
        const QByteArray hashes = member(written().file, "hashes.txt");
        QByteArrayList lines = hashes.split('\n');
        lines.removeLast();
        for (int i = 0; i < lines.size(); ++i) {
            QByteArrayList changed = lines;
            changed[i][changed[i].size() - 1] = changed[i].endsWith('0') ? '1' : '0';
            QCOMPARE(faultOf(with({ { "hashes.txt", changed.join('\n') + '\n' } })),
                (EvidenceFault { Kind::HashesChanged, i + 1 }));
        }
        QByteArrayList changed = lines;
        changed.removeAt(2);
        QCOMPARE(
            faultOf(with({ { "hashes.txt", changed.join('\n') + '\n' } })), (EvidenceFault { Kind::HashesChanged, 3 }));
        QCOMPARE(faultOf(with({ { "hashes.txt", hashes.chopped(1) } })).kind, Kind::HashesChanged);
        QCOMPARE(faultOf(with({ { "hashes.txt", "x" } })).kind, Kind::HashesChanged);
    }

    void whatIsNoEvidenceIsRefused()
    {
        const QByteArray file = written().file;
        QCOMPARE(faultOf({}).kind, Kind::NotEvidence);
        QCOMPARE(faultOf("%PDF-1.7").kind, Kind::NotEvidence);
        QCOMPARE(faultOf(file.chopped(1)).kind, Kind::NotEvidence);
        QCOMPARE(faultOf(file.first(file.size() / 2)).kind, Kind::NotEvidence);
        QCOMPARE(faultOf(*membersToZip({ { "a.txt", "a" } })).kind, Kind::NotEvidence);
        for (const char* name : { "READ-ME.txt", "rows.jsonl", "rows.csv", "hashes.txt" })
            QCOMPARE(faultOf(with({ { name, {} } })).kind, Kind::NotEvidence);
        QCOMPARE(faultOf(with({ { "rows.jsonl", "[]\n" } })).kind, Kind::NotEvidence);
    }

    void oneOfALaterVersionIsSaidToBeThat()
    {
        QByteArrayList lines = rows();
        lines[0].replace("\"version\":1", "\"version\":2");
        QCOMPARE(faultOfRows(lines).kind, Kind::Newer);
    }

    void aSealIsTheSameHoweverItWasWrittenDown()
    {
        const QByteArray seal = QByteArray("0123456789abcdef").repeated(4);
        QCOMPARE(compareSeals(QString::fromLatin1(seal), seal), SealMatch::Same);
        QCOMPARE(compareSeals(QString::fromLatin1(seal).toUpper().insert(8, u"\n \u00a0"_s), seal), SealMatch::Same);
        QCOMPARE(compareSeals({}, seal), SealMatch::Beginning);
        QCOMPARE(compareSeals(u" 0123 4"_s, seal), SealMatch::Beginning);
        QCOMPARE(compareSeals(u"0124"_s, seal), SealMatch::Other);
        QCOMPARE(compareSeals(QString::fromLatin1(seal) + u'0', seal), SealMatch::Other);
        QCOMPARE(compareSeals(u"0123\u0664"_s, seal), SealMatch::Other);
    }

    // Whatever single byte of the packed file is another one: it is never called whole with another content.
    void noByteCanBeChangedUnseen()
    {
        const Evidence evidence = written();
        int whole = 0;
        for (qsizetype i = 0; i < evidence.file.size(); ++i) {
            QByteArray changed = evidence.file;
            changed[i] = char(changed[i] ^ 0x10);
            if (const auto word = checkEvidence(changed)) {
                QCOMPARE(word->seal, evidence.seal); // fields of the packing that nothing is read from
                ++whole;
            }
        }
        constexpr int headers = 4 * (30 + 46) + 22; // of the packing, APPNOTE 4.3
        QVERIFY(whole < headers);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
