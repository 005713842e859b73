#include "start/program.h"

#include "domain/serviceclock.h"
#include "net/httptransport.h"
#include "net/proxylogins.h"
#include "net/sharedgates.h"
#include "practice/practicethread.h"
#include "secrets/accounts.h"
#include "secrets/keychainstore.h"
#include "secrets/profileindex.h"
#include "secrets/proxyloginstore.h"
#include "secrets/sessionstore.h"
#include "start/oneinstance.h"
#include "store/database.h"
#include "store/datafolder.h"
#include "store/journal.h"
#include "store/pagecheck.h"
#include "store/profileapps.h"
#include "store/tasklist.h"
#include "ui/apps/proxydesk.h"
#include "ui/console.h"
#include "ui/parts/notices.h"
#include "ui/window/shell.h"
#include "ui/words/problems.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <utility>

namespace pushbrake {

namespace {
constexpr auto afterPainting = std::chrono::milliseconds(50);

struct Opened
{
    std::unique_ptr<Database> database; ///< null when another Pushbrake holds the file
    std::optional<DatabaseFault> fault;
    QString keptAside; ///< where a damaged file is now
};

Opened openAfresh(const QString& damaged)
{
    const QString aside = Database::keepAside(damaged);
    if (auto fresh = Database::open(damaged); !aside.isEmpty() && fresh)
        return { std::move(fresh).value(), DatabaseFault::Damaged, aside };
    return { Database::inPlaceOfFile(DatabaseFault::Damaged), DatabaseFault::Damaged, {} };
}

// A database that cannot be used never keeps the window shut, and is never overwritten.
Opened openDatabase(const QString& folder)
{
    const QString path = databasePath(folder);
    auto database = Database::open(path);
    if (database)
        return { std::move(database).value(), {}, {} };
    const DatabaseFault fault = database.error();
    if (fault == DatabaseFault::InUse)
        return { nullptr, fault, {} };
    return fault == DatabaseFault::Damaged ? openAfresh(path) : Opened { Database::inPlaceOfFile(fault), fault, {} };
}
} // namespace

struct Program::Parts
{
    explicit Parts(const Places& places)
        : settings(places.settingsFile, QSettings::IniFormat)
        , opened(openDatabase(places.dataFolder))
        , profiles(settings)
        , instance(places.dataFolder)
    {
    }

    void build()
    {
        tasks = std::make_unique<TaskList>(*opened.database);
        journal = std::make_unique<Journal>(*opened.database);
        apps = std::make_unique<ProfileApps>(*opened.database);
        window = std::make_unique<Shell>(settings);
        console = std::make_unique<Console>(Console::Needs { *window, settings, clock, transport, *tasks, *journal,
            *apps, *opened.database, accounts, gates, [this] { return practiceAccount(); } });
        proxies = std::make_unique<ProxyDesk>(*window, window->notices(), proxyLoginStore,
            [this](const QString& proxy, ProxyLogin login) { proxyLogins.put(proxy, std::move(login)); });
        // Queued: Qt waits for the answer of the one who is asked, and opening a dialog takes longer.
        QObject::connect(&proxyLogins, &ProxyLogins::wanted, proxies.get(), &ProxyDesk::find, Qt::QueuedConnection);
        QObject::connect(proxies.get(), &ProxyDesk::ready, console.get(), &Console::tryAgain);
        QObject::connect(console.get(), &Console::practiceLeft, console.get(), [this] { practice.close(); });
    }

    // The sample tasks are fresh at each start: what the list remembers of older ones would only confuse.
    Account practiceAccount()
    {
        Account account = practice.open();
        if (!std::exchange(hasPractised, true))
            forgetTasksOf(AppKey::of(account.profile));
        return account;
    }

    void forgetTasksOf(const AppKey& app)
    {
        const auto known = tasks->load(app);
        if (!known || known->isEmpty())
            return;
        QList<TaskId> ids;
        for (const Task& task : *known)
            ids.append(task.id);
        if (const auto removed = tasks->remove(app, ids); !removed)
            window->notices().tell(NoticeKind::Severe, sentences::databaseProblem(removed.error()));
    }

    void tellOfDatabase()
    {
        if (const auto why = opened.database->whyNoFile())
            window->standingNotice().tell(
                NoticeKind::Severe, sentences::noRecordNow(*why), sentences::whatWorksWithoutRecord());
        else if (!opened.keptAside.isEmpty())
            window->standingNotice().tell(NoticeKind::Severe, sentences::databaseSetAside(), opened.keptAside);
    }

    // What nobody has to wait for: a large file was opened before all of it was looked through.
    void lookThroughFile()
    {
        if (!opened.database->mustBeLookedThrough())
            return;
        QObject::connect(&pageCheck, &PageCheck::foundDamage, window.get(), [this] {
            opened.database->noteDamage();
            window->standingNotice().tell(
                NoticeKind::Severe, sentences::noRecordNow(DatabaseFault::Damaged), sentences::damageWasFoundLater());
        });
        QObject::connect(&pageCheck, &PageCheck::ended, window.get(), [this] { opened.database->waitLonger(false); });
        opened.database->waitLonger(true);
        pageCheck.start(opened.database->path());
    }

    // A second start raises the window of the first; a system's window manager may only let it blink.
    void showAgain(const QString& file)
    {
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->show();
        // An open question keeps the keyboard: nobody can work in the window behind it.
        QWidget* front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : window.get();
        front->raise();
        front->activateWindow();
        if (!file.isEmpty())
            console->openFile(file);
    }

    SystemClock computersClock;
    ServiceClock clock { computersClock };
    QSettings settings;
    Opened opened;
    ProfileIndex profiles;
    OneInstance instance;
    SharedGates gates { clock };
    ProxyLogins proxyLogins;
    ProxyLoginStore proxyLoginStore;
    HttpTransport transport { HttpOptions { {}, {}, &proxyLogins } };
    KeychainStore keychain;
    SessionStore sessionOnly;
    Accounts accounts { keychain, sessionOnly, profiles, clock };
    PracticeThread practice { computersClock };
    bool hasPractised = false;
    PageCheck pageCheck;
    std::unique_ptr<TaskList> tasks;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<ProfileApps> apps;
    std::unique_ptr<Shell> window;
    std::unique_ptr<Console> console;
    std::unique_ptr<ProxyDesk> proxies;
};

Program::Places Program::usualPlaces()
{
    const QString settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QString data = userDataFolder();
    const QString file = QDir(settings).filePath(QStringLiteral("pushbrake.ini"));
    // The folders are the program's own; older ones may have been made with wider rights.
    closeToOthers(data);
    makePrivateFolder(settings);
    closeToOthers(settings);
    makePrivateFile(file); // QSettings would go by the umask, and keeps the rights of a file that is there
    return { data, file };
}

Program::Program(const Places& places)
{
    d = std::make_unique<Parts>(places);
    if (canStart())
        d->build();
}

Program::~Program()
{
    // A thread that still looks through the fonts needs Qt's platform, which goes with QApplication.
    QThreadPool::globalInstance()->waitForDone();
}

bool Program::canStart() const
{
    return d->opened.database != nullptr;
}

void Program::handOver(const QString& file, std::function<void(bool)> done)
{
    d->instance.handOver(file, std::move(done));
}

void Program::start(const QString& file)
{
    QObject::connect(
        &d->instance, &OneInstance::called, d->window.get(), [this](const QString& path) { d->showAgain(path); });
    d->window->show();
    d->console->start();
    d->tellOfDatabase();
    if (!file.isEmpty())
        d->console->openFile(file);
    // What nobody waits for comes when the window has been painted. A second start tries for longer than this.
    QTimer::singleShot(afterPainting, d->window.get(), [this] {
        QApplication::setWindowIcon(QIcon(QStringLiteral(":/pushbrake.svg")));
        d->instance.listen();
        d->lookThroughFile();
    });
}

void Program::end()
{
    d->window->remember();
    d->console->endRun([] { QCoreApplication::exit(0); });
}

Shell& Program::window()
{
    return *d->window;
}

Console& Program::console()
{
    return *d->console;
}

} // namespace pushbrake
