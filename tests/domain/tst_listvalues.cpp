// The values by which a long list is known, found and put in order without its words at hand.
#include "domain/taskbrief.h"
#include "domain/taskwords.h"
#include "domain/titleorder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace pushbrake;

class ListValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBriefKeepsWhatTheListDecidesBy()
    {
        for (int status = 0; status <= int(TaskStatus::Other); ++status) {
            for (int outcome = -1; outcome <= int(Outcome::Withdrawn); ++outcome) {
                for (int audience = -1; audience <= int(Audience::User); ++audience) {
                    Task task;
                    task.id = std::numeric_limits<TaskId>::max();
                    task.status = TaskStatus(status);
                    if (outcome >= 0)
                        task.lastOutcome = Outcome(outcome);
                    if (audience >= 0)
                        task.audience = Audience(audience);
                    task.lastCode = 90107;
                    task.goesOutAt = QDateTime::fromMSecsSinceEpoch(1'900'000'000'123, Qt::UTC);
                    task.lastResultAt = QDateTime::fromSecsSinceEpoch(1'899'999'999, Qt::UTC);
                    task.lastChecked = status % 2;
                    task.readFromService = outcome % 2;
                    task.origin = status % 2 ? origin::lastFile : quint16(status);
                    const TaskBrief brief = briefOf(task);
                    QCOMPARE(taskOf(brief), task);
                    QCOMPARE(brief.isCancellable(), isCancellable(task));
                    QCOMPARE(brief.mayStillGoOut(), mayStillGoOut(task));
                    QCOMPARE(brief.isScheduledAgain(), isScheduledAgain(task));
                }
            }
        }
    }

    void whatABriefHasNoRoomForBecomesTheNearest()
    {
        Task task;
        for (const qint64 ms : { std::numeric_limits<qint64>::max() / 2, qint64(TaskBrief::noTime) }) {
            task.goesOutAt = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
            QCOMPARE(qint64(briefOf(task).goesOutMs), TaskBrief::noTime - 1);
            task.goesOutAt = QDateTime::fromMSecsSinceEpoch(-ms, Qt::UTC);
            QCOMPARE(qint64(briefOf(task).goesOutMs), qint64(TaskBrief::firstTime));
        }
        task = {};
        task.lastCode = -5;
        QCOMPARE(taskOf(briefOf(task)).lastCode, 0);
        task.lastCode = std::numeric_limits<int>::max();
        QCOMPARE(taskOf(briefOf(task)).lastCode, TaskBrief::longestCode);
        task.lastResultAt = QDateTime(QDate(1960, 1, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(briefOf(task).resultSeconds, 1U); // it was tried
        QVERIFY(!briefOf({}).goesOutAt().isValid());
        QCOMPARE(taskOf(briefOf({})), Task());
    }

    void wordsAreFoundInBytesAsInText()
    {
        const QStringList pieces { QStringLiteral("sale"), QStringLiteral("SALE"), QStringLiteral("700"),
            QStringLiteral("Ärger"), QStringLiteral("ä"), QStringLiteral("春"), QStringLiteral("K"),
            QString(QChar(0x212A)), QStringLiteral("-"), QStringLiteral("x"), QStringLiteral("k"), QStringLiteral("s"),
            QString(QChar(0x017F)), QStringLiteral("İ"), QStringLiteral("ı"), QStringLiteral("i"), QStringLiteral("I"),
            QStringLiteral("ß"), QStringLiteral("ẞ"), QStringLiteral("ss"), QStringLiteral("Ａ"), QStringLiteral("ａ"),
            QStringLiteral("a"), QStringLiteral("e\u0301"), QStringLiteral("é"), QStringLiteral("夏促"),
            QStringLiteral("促"), QStringLiteral("مرحبا"), QStringLiteral("حب"), QStringLiteral("Ω"),
            QStringLiteral("ς"), QStringLiteral("Σ"), QStringLiteral("Å"), QString(QChar(0x212B)), QStringLiteral("😀"),
            QStringLiteral("𠮷"), QStringLiteral("ﬁ") };
        QRandomGenerator random(7);
        const auto some = [&](int most, const QString& between) {
            QStringList chosen;
            for (int i = random.bounded(most + 1); i > 0; --i)
                chosen << pieces.at(random.bounded(int(pieces.size())));
            return chosen.join(between);
        };
        int found = 0;
        for (int round = 0; round < 100'000; ++round) {
            const TaskWords words(some(2, QStringLiteral(" ")));
            Task task;
            task.title = some(3, {});
            task.description = some(2, {});
            task.note = some(2, {});
            task.id = 7'000'000'000 + random.bounded(1'000);
            const bool isThere = words.areIn(task);
            found += isThere;
            const QByteArray title = task.title.toUtf8();
            const QByteArray text = task.description.toUtf8();
            const QByteArray note = task.note.toUtf8();
            QVERIFY2(words.areInUtf8(task.id, { title, text, note }) == isThere,
                qPrintable(task.title + u'|' + task.description + u'|' + task.note));
        }
        QVERIFY(found > 5'000 && found < 95'000);
    }

    void whatIsComparedByBytesHasNoOtherCaseElsewhere()
    {
        QList<char32_t> doubles;
        for (char32_t letter = 0x80; letter <= 0x10ffff; ++letter) {
            const char32_t small = QChar::toCaseFolded(letter);
            if (small < 0x80)
                doubles.append(letter);
            QVERIFY(small == letter
                || (QChar::category(letter) != QChar::Letter_Other && QChar::category(small) != QChar::Letter_Other));
        }
        QCOMPARE(doubles, (QList<char32_t> { 0x017f, 0x212a }));
    }

    void wordsAreFoundInEachTextOfAPush()
    {
        const TaskWords words(QStringLiteral("half"));
        for (QString Task::*text : { &Task::title, &Task::description, &Task::note }) {
            Task task;
            QVERIFY(!words.areIn(task));
            task.*text = QStringLiteral("Half price");
            QVERIFY(words.areIn(task));
        }
        Task parted; // no word reaches from one text into the next
        parted.title = QStringLiteral("ha");
        parted.description = QStringLiteral("lf");
        QVERIFY(!words.areIn(parted) && !words.areInUtf8(parted.id, { "ha", "lf", "" }));
    }

    void manyTitlesAreInTheOrderInWhichPeopleCount()
    {
        const QStringList sorted { QString(), QStringLiteral("(old)"), QStringLiteral("Apple"),
            QStringLiteral("campaign 2"), QStringLiteral("Campaign 02 b"), QStringLiteral("Campaign 19"),
            QStringLiteral("Campaign 20"), QStringLiteral("campaign 123456789012345678901"), QStringLiteral("Éclair"),
            QStringLiteral("fine"), QStringLiteral("Zebra"), QStringLiteral("春") };
        ManyTitles titles;
        std::vector<int> at(size_t(sorted.size()));
        for (size_t i = 0; i < at.size(); ++i)
            at[i] = int(i * 5 % at.size());
        for (const int one : at)
            titles.append(sorted.at(one).toUtf8());
        while (!titles.sortSome()) { }
        const QList<quint32> places = titles.places();
        for (size_t i = 0; i < at.size(); ++i)
            QVERIFY2(places.at(qsizetype(i)) == quint32(at[i]), qPrintable(sorted.at(at[i])));
    }

    void longTitlesThatBeginAlikeAreToldApartAtTheirEnds()
    {
        ManyTitles titles;
        const QByteArray same(100, 'x');
        for (const QByteArray& title : { same + "b", same, same + "a", same.chopped(1), same, same + "7", same + "10" })
            titles.append(title);
        while (!titles.sortSome()) { }
        QCOMPARE(titles.places(), (QList<quint32> { 6, 1, 5, 0, 1, 3, 4 }));
    }

    void titlesThatAreAlikeHaveOnePlace()
    {
        ManyTitles titles;
        for (const char* title : { "b", "A", "B", "a" })
            titles.append(title);
        while (!titles.sortSome()) { }
        QCOMPARE(titles.places(), (QList<quint32> { 2, 0, 2, 0 }));
    }

    void anyNumberOfTitlesIsPutInOrderPartByPart()
    {
        QRandomGenerator random(3);
        for (const int count : { 0, 1, 8'191, 8'192, 8'193, 16'384, 70'001 }) {
            ManyTitles titles;
            QList<int> numbers;
            for (int i = 0; i < count; ++i) {
                numbers.append(random.bounded(1 + count / 2));
                titles.append("Campaign " + QByteArray::number(numbers.last()));
            }
            int parts = 1;
            while (!titles.sortSome())
                ++parts;
            QVERIFY2(count <= 8'192 || parts > count / 8'192, qPrintable(QString::number(parts)));
            QList<int> sorted = numbers;
            std::sort(sorted.begin(), sorted.end());
            const QList<quint32> places = titles.places();
            QCOMPARE(places.size(), count);
            for (int i = 0; i < count; ++i) {
                const auto first = std::lower_bound(sorted.begin(), sorted.end(), numbers.at(i)) - sorted.begin();
                QCOMPARE(qsizetype(places.at(i)), first);
            }
        }
    }
};

QTEST_APPLESS_MAIN(ListValuesTest)
#include "tst_listvalues.moc"
