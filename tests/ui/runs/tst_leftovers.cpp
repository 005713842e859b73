// After a crash: what the journal left is offered in the opened app, a look settles it, and nothing is sent by itself.
// The service is the practice service over real TLS; the crash is a journal that another object takes up.
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "support/actions.h"
#include "support/consoleparts.h"
#include "support/recorder.h"
#include "support/tlsidentity.h"
#include "ui/apps/profileswitcher.h"
#include "ui/runs/leftoversdialog.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"

#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSqlQuery>
#include <QTest>

using namespace pushbrake;

namespace {

constexpr TaskId stillThere = 7'000'000'001;
constexpr TaskId wasCancelled = 7'000'000'002;
constexpr TaskId neverSent = 7'000'000'003;
const QString profileId = QStringLiteral("shop");
constexpr int longEnough = 40'000; ///< for handshakes and looks on a computer that does much else; in milliseconds

Task pendingTask(TaskId id, const QDateTime& goesOutAt)
{
    Task task;
    task.id = id;
    task.audience = Audience::Tag;
    task.title = QStringLiteral("Push %1").arg(id % 10);
    task.goesOutAt = goesOutAt;
    task.status = TaskStatus::Pending;
    task.readFromService = true;
    return task;
}

enum class MadeBy { ThisVersion, AnEarlierOne };

void crashInTheMiddle(Database& database, const AppKey& app, const QDateTime& later, MadeBy madeBy)
{
    Journal before(database);
    QList<Task> planned;
    for (const TaskId id : { stillThere, wasCancelled, neverSent })
        planned.append(pendingTask(id, later));
    const auto run = before.begin(app, DeedKind::Delete, planned);
    const QDateTime sent = QDateTime::currentDateTimeUtc().addSecs(-60);
    if (!run || !before.attempt(*run, stillThere, 1, 1, sent) || !before.attempt(*run, wasCancelled, 1, 2, sent))
        qFatal("The journal could not be written.");
    QSqlQuery query(database.connection());
    if (madeBy == MadeBy::AnEarlierOne
        && !query.exec(QStringLiteral("UPDATE runs SET app = 'profile/shop', app_recorded = 0")))
        qFatal("The journal could not be made older.");
}

struct Around
{
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    TlsIdentity identity = makeTlsIdentity("localhost");
    PracticeService service { clock };
    HttpTransport transport { HttpOptions { { identity.certificate }, QNetworkProxy(QNetworkProxy::NoProxy) } };
};

struct Crashed : Around, ConsoleParts
{
    explicit Crashed(MadeBy madeBy = MadeBy::ThisVersion)
        : ConsoleParts(clock, transport, [this] { return service.account(); })
    {
        write(QStringLiteral("cert.pem"), identity.certificate.toPem());
        write(QStringLiteral("key.pem"), identity.key.toPem());
        port = service.listenTls(
            { folder.filePath(QStringLiteral("cert.pem")), folder.filePath(QStringLiteral("key.pem")) });
        for (const TaskId id : { stillThere, neverSent })
            service.addTask(pendingTask(id, later));
        crashInTheMiddle(*database, AppKey::of(shop().profile), later, madeBy);
        profiles.put({ profileId, QStringLiteral("Shop"), clock.utcNow() });
        profiles.setLastUsed(profileId);
        save(shop());
        console.start();
    }

    Account shop() const
    {
        Profile profile = service.account().profile;
        profile.id = profileId;
        profile.name = QStringLiteral("Shop");
        profile.region = Region::OtherHost;
        profile.otherHost = QStringLiteral("localhost:%1").arg(port);
        return { profile, service.account().secret().duplicate() };
    }

    /// In the keychain, as another Pushbrake or an import might have: nobody here was asked.
    void save(Account account)
    {
        keychain.save(std::move(account), &window, [](std::expected<void, StoreFault>) {});
    }

    void choose(const QString& id)
    {
        Q_EMIT find<ProfileSwitcher>("profileSwitcher")->chosen(id);
        QVERIFY(QTest::qWaitFor([this, id] { return console.session() && console.session()->profile().id == id; }));
    }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The certificate could not be written.");
    }

    SettledResult resultOf(TaskId id)
    {
        const auto rows = journal.rows(1);
        for (const JournalRow& row : *rows) {
            if (row.taskId == id)
                return row.result;
        }
        return {};
    }

    QDateTime later = clock.utcNow().addSecs(3600);
    quint16 port = 0;
};

struct OfflineAround
{
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    Recorder transport;
};

/// At a region of the service, which the account's form takes, and without a network.
struct CrashedOffline : OfflineAround, ConsoleParts
{
    CrashedOffline()
        : ConsoleParts(clock, transport, [] { return Account(); })
    {
        Profile shop;
        shop.id = profileId;
        shop.name = QStringLiteral("Shop");
        shop.sdkAppId = 1'400'000'001;
        shop.identifier = QStringLiteral("administrator");
        crashInTheMiddle(*database, AppKey::of(shop), clock.utcNow().addSecs(3600), MadeBy::ThisVersion);
        profiles.put({ profileId, shop.name, clock.utcNow() });
        profiles.setLastUsed(profileId);
        keychain.save({ shop, Secret(QByteArray(32, 'a')) }, &window, [](std::expected<void, StoreFault>) {});
        console.start();
    }
};

} // namespace

class TestLeftovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLookSettlesWhatWasNotKnownAndNothingIsSent()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        const QString said = crashed.find<QLabel>("leftoversExplained")->text();
        QVERIFY2(said.contains(u'2') && said.contains(u'1'), qPrintable(said));
        crashed.find<QPushButton>("checkLeftoversButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(crashed.resultOf(wasCancelled).outcome, Outcome::Cancelled, longEnough);
        QVERIFY(crashed.resultOf(wasCancelled).checked);
        QTRY_COMPARE_WITH_TIMEOUT(crashed.resultOf(stillThere).outcome, Outcome::NotSent, longEnough);
        QTRY_VERIFY(!crashed.find<QPushButton>("checkLeftoversButton")->isVisible());
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

    void whatIsLeftScheduledIsNotOfferedAgain()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        crashed.find<QPushButton>("leaveLeftoversButton")->click();
        QCOMPARE(crashed.resultOf(neverSent).outcome, Outcome::Withdrawn);
        QCOMPARE(crashed.resultOf(stillThere).outcome, Outcome::Unknown);
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

    void itIsNeverOfferedInAnotherAppThatThisProfileHasBecome_data()
    {
        QTest::addColumn<bool>("isOtherHost");
        QTest::newRow("another SDKAppID") << false;
        QTest::newRow("another host") << true;
    }

    void itIsNeverOfferedInAnotherAppThatThisProfileHasBecome()
    {
        QFETCH(bool, isOtherHost);
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        QTRY_COMPARE_WITH_TIMEOUT(crashed.console.list().page().model().tasks().size(), 2, longEnough);
        Profile another = crashed.shop().profile;
        if (isOtherHost)
            another.otherHost = QStringLiteral("127.0.0.1:%1").arg(crashed.port);
        else
            ++another.sdkAppId;
        crashed.save({ another, crashed.shop().secret().duplicate() });
        crashed.choose(practiceId);
        crashed.choose(profileId);
        QVERIFY(crashed.console.list().page().model().tasks().isEmpty()); // the old app's list is not this one's
        QTest::qWait(200);
        QVERIFY(!crashed.find<LeftoversDialog>("leftoversDialog"));
        QCOMPARE(crashed.resultOf(neverSent).outcome, Outcome::Unknown); // still there for the app it was for

        crashed.choose(practiceId);
        crashed.save(crashed.shop());
        crashed.choose(profileId);
        QTRY_VERIFY(crashed.find<LeftoversDialog>("leftoversDialog"));
        QVERIFY(crashed.find<QPushButton>("cancelLeftoversButton")->isVisible());
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

    void whatNobodyAnsweredIsOfferedAgainWhenTheAppIsOpenedAgain()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        crashed.choose(practiceId);
        QVERIFY(!crashed.find<LeftoversDialog>("leftoversDialog")); // what is clicked there would be asked of practice
        crashed.choose(profileId);
        QTRY_VERIFY(crashed.find<LeftoversDialog>("leftoversDialog"));
        crashed.find<QPushButton>("leaveLeftoversButton")->click();
        crashed.choose(practiceId);
        crashed.choose(profileId);
        QTRY_VERIFY(crashed.find<LeftoversDialog>("leftoversDialog"));
        QVERIFY(!crashed.find<QPushButton>("cancelLeftoversButton")->isVisible()); // that was answered
    }

    void whoHasDealtWithItIsNotAskedAgain()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        crashed.find<QPushButton>("seenToLeftoversButton")->click();
        QVERIFY(crashed.find<LeftoversDialog>("leftoversDialog")->isVisible()); // one is still to be answered
        QVERIFY(!crashed.find<QPushButton>("seenToLeftoversButton")->isVisible());
        QVERIFY(!crashed.find<QPushButton>("checkLeftoversButton")->isVisible());
        crashed.choose(practiceId);
        crashed.choose(profileId);
        QTRY_VERIFY(crashed.find<LeftoversDialog>("leftoversDialog"));
        QVERIFY(!crashed.find<QPushButton>("checkLeftoversButton")->isVisible());
        crashed.find<QPushButton>("leaveLeftoversButton")->click();
        crashed.choose(practiceId);
        crashed.choose(profileId);
        QTest::qWait(200);
        QVERIFY(!crashed.find<LeftoversDialog>("leftoversDialog"));
        QCOMPARE(crashed.resultOf(stillThere).outcome, Outcome::Unknown); // the record keeps it
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

    void savingTheOpenedAppKeepsTheQuestionAndAsksNobodyAgainWhoClosedIt()
    {
        CrashedOffline crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        saveTheOpenedApp(crashed);
        QVERIFY(crashed.find<LeftoversDialog>("leftoversDialog"));
        crashed.find<QPushButton>("laterButton")->click();
        QTRY_VERIFY(!crashed.find<LeftoversDialog>("leftoversDialog"));
        saveTheOpenedApp(crashed);
        QVERIFY(!crashed.find<LeftoversDialog>("leftoversDialog"));
    }

    void whatIsAskedForInTheListIsNotOfferedBesides()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        QVERIFY(crashed.find<QPushButton>("cancelLeftoversButton")->isVisible());
        const auto started = crashed.console.session()->startRun(
            { pendingTask(neverSent, crashed.later) }, { std::chrono::milliseconds(0), false });
        QVERIFY(started);
        QTRY_VERIFY_WITH_TIMEOUT(!crashed.find<QPushButton>("cancelLeftoversButton")->isVisible(), longEnough);
        QVERIFY(crashed.find<QPushButton>("checkLeftoversButton")->isVisible());
    }

    void namesTheAppItWasFor()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        QStringList said;
        for (const QLabel* label : crashed.find<LeftoversDialog>("leftoversDialog")->findChildren<QLabel*>())
            said << label->text();
        const QString all = said.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QStringLiteral("Shop")), qPrintable(all));
        QVERIFY2(all.contains(QString::number(crashed.shop().profile.sdkAppId)), qPrintable(all));
    }

    void whatAnEarlierVersionLeftIsForLookingAndDroppingOnly()
    {
        Crashed crashed { MadeBy::AnEarlierOne };
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        QVERIFY(!crashed.find<QPushButton>("cancelLeftoversButton")->isVisible());
        QVERIFY(crashed.find<QPushButton>("leaveLeftoversButton")->isVisible());
        crashed.find<QPushButton>("checkLeftoversButton")->click();
        // Here it is scheduled, but that a missing one was cancelled here nobody can say.
        QTRY_COMPARE_WITH_TIMEOUT(crashed.resultOf(stillThere).outcome, Outcome::NotSent, longEnough);
        QTRY_VERIFY(crashed.console.list().page().model().task(neverSent)); // looked at, too
        QCOMPARE(crashed.resultOf(wasCancelled).outcome, Outcome::Unknown);
        crashed.find<QPushButton>("leaveLeftoversButton")->click();
        QCOMPARE(crashed.resultOf(neverSent).outcome, Outcome::Withdrawn);
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

    void cancellingTheRestAsksTheUsualQuestion()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), longEnough);
        crashed.find<QPushButton>("cancelLeftoversButton")->click();
        QTRY_VERIFY(crashed.find<QDialog>("cancelQuestion"));
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

private:
    static void saveTheOpenedApp(CrashedOffline& crashed)
    {
        const QPointer<AppSession> before = crashed.console.session();
        actionOf(crashed.window, "editAppAction")->trigger();
        QTRY_VERIFY(crashed.find<QDialog>("profileDialog"));
        auto* save = crashed.find<QDialog>("profileDialog")->findChild<QPushButton*>(QStringLiteral("saveButton"));
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_VERIFY(!before && crashed.console.session());
        QTest::qWait(100);
    }
};

QTEST_MAIN(TestLeftovers)
#include "tst_leftovers.moc"
