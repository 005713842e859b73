// After a crash: what the journal left is offered in the opened app, a look settles it, and nothing is sent by itself.
// The service is the practice service over real TLS; the crash is a journal that another object takes up.
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "secrets/accounts.h"
#include "secrets/sessionstore.h"
#include "store/database.h"
#include "store/tasklist.h"
#include "support/tlsidentity.h"
#include "ui/console.h"
#include "ui/runs/leftoversdialog.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

namespace {

constexpr TaskId stillThere = 7'000'000'001;
constexpr TaskId wasCancelled = 7'000'000'002;
constexpr TaskId neverSent = 7'000'000'003;
const QString profileId = QStringLiteral("shop");

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

struct Crashed
{
    Crashed()
    {
        write(QStringLiteral("cert.pem"), identity.certificate.toPem());
        write(QStringLiteral("key.pem"), identity.key.toPem());
        port = service.listenTls(
            { folder.filePath(QStringLiteral("cert.pem")), folder.filePath(QStringLiteral("key.pem")) });
        for (const TaskId id : { stillThere, neverSent })
            service.addTask(pendingTask(id, later));
        crashInTheMiddle();
        Account account = service.account();
        account.profile.id = profileId;
        account.profile.name = QStringLiteral("Shop");
        account.profile.region = Region::OtherHost;
        account.profile.otherHost = QStringLiteral("localhost:%1").arg(port);
        profiles.put({ profileId, account.profile.name, clock.utcNow() });
        profiles.setLastUsed(profileId);
        keychain.save(std::move(account), &window, [](std::expected<void, StoreFault>) {});
        console.start();
    }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The certificate could not be written.");
    }

    void crashInTheMiddle()
    {
        Journal before(*database);
        QList<Task> planned;
        for (const TaskId id : { stillThere, wasCancelled, neverSent })
            planned.append(pendingTask(id, later));
        const auto run = before.begin(profileId, DeedKind::Delete, planned);
        const QDateTime sent = clock.utcNow().addSecs(-60);
        if (!run || !before.attempt(*run, stillThere, 1, 1, sent) || !before.attempt(*run, wasCancelled, 1, 2, sent))
            qFatal("The journal could not be written.");
    }

    template<typename Widget> Widget* find(const char* name) const
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
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

    QTemporaryDir folder;
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    QDateTime later = clock.utcNow().addSecs(3600);
    TlsIdentity identity = makeTlsIdentity("localhost");
    PracticeService service { clock };
    quint16 port = 0;
    HttpTransport transport { HttpOptions { { identity.certificate }, QNetworkProxy(QNetworkProxy::NoProxy) } };
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<Database> database = Database::inMemory();
    TaskList tasks { *database };
    Journal journal { *database };
    SessionStore keychain;
    SessionStore sessionOnly;
    ProfileIndex profiles { settings };
    SharedGates gates { clock };
    Accounts accounts { keychain, sessionOnly, profiles, clock };
    Shell window { settings };
    Console console { { window, settings, clock, transport, tasks, journal, accounts, gates,
        [this] { return service.account(); } } };
};

} // namespace

class TestLeftovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLookSettlesWhatWasNotKnownAndNothingIsSent()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), 5'000);
        const QString said = crashed.find<QLabel>("leftoversExplained")->text();
        QVERIFY2(said.contains(u'2') && said.contains(u'1'), qPrintable(said));
        crashed.find<QPushButton>("checkLeftoversButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(crashed.resultOf(wasCancelled).outcome, Outcome::Cancelled, 10'000);
        QVERIFY(crashed.resultOf(wasCancelled).checked);
        QTRY_COMPARE_WITH_TIMEOUT(crashed.resultOf(stillThere).outcome, Outcome::NotSent, 10'000);
        QTRY_VERIFY(!crashed.find<QPushButton>("checkLeftoversButton")->isVisible());
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

    void whatIsLeftScheduledIsNotOfferedAgain()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), 5'000);
        crashed.find<QPushButton>("leaveLeftoversButton")->click();
        QCOMPARE(crashed.resultOf(neverSent).outcome, Outcome::Withdrawn);
        QCOMPARE(crashed.resultOf(stillThere).outcome, Outcome::Unknown);
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }

    void cancellingTheRestAsksTheUsualQuestion()
    {
        Crashed crashed;
        QTRY_VERIFY_WITH_TIMEOUT(crashed.find<LeftoversDialog>("leftoversDialog"), 5'000);
        crashed.find<QPushButton>("cancelLeftoversButton")->click();
        QTRY_VERIFY(crashed.find<QDialog>("cancelQuestion"));
        QCOMPARE(crashed.service.deletionsReceived(), 0);
    }
};

QTEST_MAIN(TestLeftovers)
#include "tst_leftovers.moc"
