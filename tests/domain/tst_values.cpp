#include "domain/appkey.h"
#include "domain/outcome.h"
#include "domain/profile.h"
#include "domain/region.h"
#include "domain/task.h"
#include "net/command.h"

#include <QTest>

using namespace pushbrake;

class ValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWordOfBeforeTheCancellationIsOlderThanItsResult()
    {
        const QDateTime asked = QDateTime::fromSecsSinceEpoch(1'900'000'000, Qt::UTC);
        Task known;
        Task read;
        read.status = TaskStatus::Pending;
        QVERIFY(!isOlderThanResult(known, read, asked));
        known.lastOutcome = Outcome::Cancelled;
        known.lastResultAt = asked.addSecs(1);
        QVERIFY(isOlderThanResult(known, read, asked));
        QVERIFY(!isOlderThanResult(known, read, asked.addSecs(2))); // scheduled again since
        QVERIFY(!isOlderThanResult(known, read, {})); // nobody knows when it was asked
        read.status = TaskStatus::Dispatched;
        QVERIFY(!isOlderThanResult(known, read, asked)); // that must be told whatever came before
        read.status = TaskStatus::Pending;
        known.lastOutcome = Outcome::NotSent;
        QVERIFY(!isOlderThanResult(known, read, asked));
    }

    void everyOutcomeHasAWordThatReadsBack()
    {
        const QMap<Outcome, QString> words { { Outcome::Cancelled, u"cancelled"_qs },
            { Outcome::TooLate, u"too_late"_qs }, { Outcome::Rejected, u"rejected"_qs },
            { Outcome::Unknown, u"unknown"_qs }, { Outcome::NotSent, u"not_sent"_qs },
            { Outcome::Withdrawn, u"withdrawn"_qs } };
        for (auto it = words.begin(); it != words.end(); ++it) {
            QCOMPARE(outcomeWord(it.key()), it.value());
            QCOMPARE(outcomeFromWord(it.value()), it.key());
        }
    }

    void aStrangeOutcomeWordIsNeverSuccess()
    {
        for (const QString& word : { u""_qs, u"Cancelled"_qs, u"cancelled "_qs, u"ok"_qs })
            QCOMPARE(outcomeFromWord(word), Outcome::Unknown);
    }

    void theNextMarkIsTheFirstThatNobodyHas()
    {
        QList<ProfileColour> used;
        for (const ProfileColour colour : profileColours) {
            QCOMPARE(unusedColour(used), colour);
            used.append(colour);
        }
        used.removeOne(ProfileColour::Pink);
        QCOMPARE(unusedColour(used), ProfileColour::Pink);
        used += { ProfileColour::Pink, ProfileColour::Blue };
        QCOMPARE(unusedColour(used), ProfileColour::Orange); // all are taken: the least often
    }

    void anAppIsItsHostAndNumberWhateverItsProfileIsCalled()
    {
        Profile shop;
        shop.id = u"shop"_qs;
        shop.sdkAppId = 1400000001;
        const AppKey singapore = AppKey::of(shop);
        QCOMPARE(singapore.text, u"adminapisgp.im.qcloud.com/1400000001"_qs);
        Profile renamed = shop;
        renamed.id = u"second"_qs;
        renamed.name = u"Shop SG"_qs;
        renamed.identifier = u"ann"_qs;
        renamed.colour = ProfileColour::Red;
        QVERIFY(AppKey::of(renamed) == singapore);
        renamed.region = Region::OtherHost;
        for (const QString& host : { u"AdminApiSgp.im.qcloud.com"_qs, u"adminapisgp.im.qcloud.com:443"_qs }) {
            renamed.otherHost = host;
            QVERIFY(AppKey::of(renamed) == singapore);
        }
        renamed.otherHost = u"adminapisgp.im.qcloud.com:8443"_qs;
        QVERIFY(AppKey::of(renamed) != singapore);
        Profile another = shop;
        another.sdkAppId = 1400000002;
        QVERIFY(AppKey::of(another) != singapore);
        another = shop;
        another.region = Region::Frankfurt;
        QVERIFY(AppKey::of(another) != singapore);
        Profile practice;
        practice.region = Region::Practice;
        practice.otherHost = u"127.0.0.1:40000"_qs; // another port at each start
        QVERIFY(AppKey::of(practice) == AppKey::notRecorded(practiceId));
        QVERIFY(AppKey::of(practice) != AppKey::notRecorded(u"shop"_qs));
    }

    void audienceWordsAreCaseSensitive()
    {
        for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
            QCOMPARE(audienceFromWord(audienceWord(audience)), std::optional(audience));
        QCOMPARE(audienceWord(Audience::All), u"All"_qs);
        for (const QString& word : { u"all"_qs, u"TAG"_qs, u"User "_qs, u""_qs, u"Single"_qs })
            QVERIFY(!audienceFromWord(word));
    }

    void statusWordsIgnoreCase()
    {
        QCOMPARE(taskStatusFromWord(u"pending"_qs), TaskStatus::Pending);
        QCOMPARE(taskStatusFromWord(u"Pending"_qs), TaskStatus::Pending);
        QCOMPARE(taskStatusFromWord(u"DISPATCHING"_qs), TaskStatus::Dispatching);
        QCOMPARE(taskStatusFromWord(u"dispatched"_qs), TaskStatus::Dispatched);
        for (const QString& word : { u""_qs, u"pending "_qs, u"deleted"_qs, u"failed"_qs })
            QCOMPARE(taskStatusFromWord(word), TaskStatus::Other);
    }

    void onlyWhatMayStillBePendingIsCancellable_data()
    {
        QTest::addColumn<TaskStatus>("status");
        QTest::addColumn<bool>("cancellable");
        QTest::newRow("not read") << TaskStatus::NotRead << true;
        QTest::newRow("pending") << TaskStatus::Pending << true;
        QTest::newRow("dispatching") << TaskStatus::Dispatching << false;
        QTest::newRow("dispatched") << TaskStatus::Dispatched << false;
        QTest::newRow("gone") << TaskStatus::Gone << false;
        QTest::newRow("unknown word") << TaskStatus::Other << false;
    }
    void onlyWhatMayStillBePendingIsCancellable()
    {
        QFETCH(TaskStatus, status);
        QFETCH(bool, cancellable);
        Task task;
        task.id = 7;
        task.status = status;
        QVERIFY(!isCancellable(task)); // its audience is not known
        task.audience = Audience::Tag;
        QCOMPARE(isCancellable(task), cancellable);
    }

    void everyRegionHasAWordThatReadsBack()
    {
        QStringList words;
        for (int i = 0; i <= int(Region::Practice); ++i) {
            const auto region = Region(i);
            words.append(regionWord(region));
            QCOMPARE(regionFromWord(regionWord(region)), std::optional(region));
        }
        QCOMPARE(words.removeDuplicates(), 0);
        QVERIFY(!regionFromWord(u"Singapore"_qs));
        QVERIFY(!regionFromWord(QString()));
    }

    void theListedRegionsHaveTheDocumentedHosts()
    {
        QCOMPARE(regionHost(Region::China), u"console.tim.qq.com"_qs);
        QCOMPARE(regionHost(Region::Singapore), u"adminapisgp.im.qcloud.com"_qs);
        QCOMPARE(regionHost(Region::Seoul), u"adminapikr.im.qcloud.com"_qs);
        QCOMPARE(regionHost(Region::Frankfurt), u"adminapiger.im.qcloud.com"_qs);
        QCOMPARE(regionHost(Region::SiliconValley), u"adminapiusa.im.qcloud.com"_qs);
        QCOMPARE(regionHost(Region::Jakarta), u"adminapiidn.im.qcloud.com"_qs);
        QCOMPARE(regionHost(Region::Riyadh), u"adminapiksa.im.qcloud.com"_qs);
        QVERIFY(regionHost(Region::OtherHost).isEmpty());
        QVERIFY(regionHost(Region::Practice).isEmpty());
        for (const Region region : serviceRegions)
            QVERIFY(isAcceptableHost(regionHost(region)));
    }

    void acceptsNamesWithAnOptionalPort()
    {
        for (const QString& host :
            { u"adminapijpn.im.qcloud.com"_qs, u"a.b:1"_qs, u"a.b:65535"_qs, u"x-1.EXAMPLE.org"_qs, u"1.2.example"_qs })
            QVERIFY2(isAcceptableHost(host), qPrintable(host));
    }

    void refusesWhatIsNoHostName()
    {
        const QStringList refused { u""_qs, u" "_qs, u"example"_qs, u"localhost"_qs, u"LOCALHOST"_qs,
            u"localhost:8080"_qs, u"a.localhost"_qs, u"localhost.localdomain"_qs, u"127.0.0.1"_qs, u"10.0.0.1:443"_qs,
            u"0x7f.1"_qs, u"1.0x7f000001"_qs, u"[::1]"_qs, u"::1"_qs, u"https://a.example"_qs, u"a.example/"_qs,
            u"a.example/path"_qs, u"user@a.example"_qs, u"a.example?x"_qs, u"a.example#x"_qs, u"a.example:"_qs,
            u"a.example:0"_qs, u"a.example:65536"_qs, u"a.example:080"_qs, u"a.example:+80"_qs, u"a.example:80:80"_qs,
            u"a..example"_qs, u".a.example"_qs, u"a.example."_qs, u"-a.example"_qs, u"a-.example"_qs, u"a b.example"_qs,
            u"a.example\n"_qs, u"а.example"_qs, u"a。example"_qs, u"a_b.example"_qs, u"%61.example"_qs,
            QString(64, u'a') + u".example"_qs,
            QString(130, u'a').replace(u"aa"_qs, u"a."_qs).repeated(2) + u"example"_qs };
        for (const QString& host : refused)
            QVERIFY2(!isAcceptableHost(host), qPrintable(host));
    }

    void trustsOnlyWhatIsCertainlyThisComputer()
    {
        for (const QString& host : { u"localhost"_qs, u"127.0.0.1"_qs, u"127.8.8.8"_qs, u"::1"_qs, u"[::1]"_qs })
            QVERIFY2(isLoopback(host), qPrintable(host));
        for (const QString& host : { u""_qs, u"["_qs, u"[]"_qs, u"a.localhost"_qs, u"localhost.example"_qs,
                 u"localhost.localdomain"_qs, u"127.0.0.1.example"_qs, u"10.0.0.1"_qs, u"::2"_qs })
            QVERIFY2(!isLoopback(host), qPrintable(host));
    }

    void commandsHaveTheDocumentedPathsAndLimits()
    {
        QCOMPARE(commandPath(Command::Delete), QLatin1String("/v4/timpush/delete_sched_task"));
        QCOMPARE(commandPath(Command::Get), QLatin1String("/v4/timpush/get_sched_task"));
        QCOMPARE(commandPath(Command::List), QLatin1String("/v4/timpush/list_sched_task"));
        QCOMPARE(commandPath(Command::Revoke), QLatin1String("/v4/timpush/revoke"));
        for (const Command command : { Command::Delete, Command::Get, Command::List })
            QCOMPARE(commandRate(command), 5);
        QCOMPARE(commandRate(Command::Revoke), 1);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "tst_values.moc"
