// No key and no mnemonic is given twice in any window, and none belongs to a button without words. Each window is
// opened as a person opens it, in the console with all its rooms, in practice and in an app with real users; then every
// window on the screen is looked at, with letters a fifth larger than usual. Each one also fits a small screen.
#include "net/httptransport.h"
#include "practice/practiceservice.h"
#include "secrets/proxyloginstore.h"
#include "support/actions.h"
#include "support/consoleparts.h"
#include "support/mnemonics.h"
#include "support/smallscreen.h"
#include "support/tlsidentity.h"
#include "ui/apps/profileswitcher.h"
#include "ui/apps/proxydesk.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/runs/resultdialog.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QSqlQuery>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 10'000; // ms
constexpr int hasty = 450; // ms that the question waits for a considered answer
const QString shopId = QStringLiteral("shop");

enum class App { Practice, Shop };
enum class Past { Clean, Crashed };

class NoLogins final : public ProxyLoginStore
{
public:
    void load(const QString&, QObject*, Loaded done) override { done(std::unexpected { StoreFault::Missing }); }
    void save(const QString&, ProxyLogin, QObject*, AccountStore::Finished done) override { done({}); }
};

struct Around
{
    SystemClock computersClock;
    ServiceClock clock { computersClock };
    TlsIdentity identity = makeTlsIdentity("localhost");
    PracticeService practice { clock };
    PracticeService shop { clock };
    HttpTransport transport { HttpOptions { { identity.certificate }, QNetworkProxy(QNetworkProxy::NoProxy) } };
};

struct Stage : Around, ConsoleParts
{
    explicit Stage(App app, Past past = Past::Clean)
        : ConsoleParts(clock, transport, [this] { return practice.account(); })
    {
        practice.listen();
        practice.addSampleTasks();
        if (app == App::Shop)
            openShop(past);
        console.start();
        window.show();
        QVERIFY(QTest::qWaitFor([this] { return page().model().rowCount() >= 12; }, patience));
    }

    void openShop(Past past)
    {
        write(QStringLiteral("cert.pem"), identity.certificate.toPem());
        write(QStringLiteral("key.pem"), identity.key.toPem());
        port = shop.listenTls(
            { folder.filePath(QStringLiteral("cert.pem")), folder.filePath(QStringLiteral("key.pem")) });
        for (int i = 0; i < 24; ++i)
            shop.addTask(push(7'000'000'100 + i));
        if (past == Past::Crashed)
            crash();
        Account account = shopAccount();
        profiles.put({ shopId, account.profile.name, clock.utcNow() });
        profiles.setLastUsed(shopId);
        keychain.save(std::move(account), &window, [](std::expected<void, StoreFault>) {});
    }

    Account shopAccount() const
    {
        Profile profile = shop.account().profile;
        profile.id = shopId;
        profile.name = QStringLiteral("Shop");
        profile.region = Region::OtherHost;
        profile.otherHost = QStringLiteral("localhost:%1").arg(port);
        return { profile, shop.account().secret().duplicate() };
    }

    void crash()
    {
        Journal before(*database);
        const auto run = before.begin(
            AppKey::of(shopAccount().profile), DeedKind::Delete, { push(7'000'000'100), push(7'000'000'101) });
        QVERIFY(run && before.attempt(*run, 7'000'000'100, 1, 1, clock.utcNow()));
    }

    Task push(TaskId id) const
    {
        Task made;
        made.id = id;
        made.audience = Audience::Tag;
        made.title = QStringLiteral("Push %1").arg(id % 100);
        made.goesOutAt = clock.utcNow().addSecs(7200);
        made.status = TaskStatus::Pending;
        return made;
    }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    TaskPage& page() const { return console.list().page(); }
    void trigger(const char* action) const { actionOf(window, action)->trigger(); }
    template<typename Widget> Widget* find(const char* name) const
    {
        Widget* found = nullptr;
        const bool came = QTest::qWaitFor(
            [&] {
                for (auto* widget : window.findChildren<Widget*>(QString::fromLatin1(name)))
                    found = widget->isVisible() ? widget : found;
                return found != nullptr;
            },
            patience);
        if (!came)
            qFatal("%s is not on the screen.", name);
        return found;
    }
    void click(const char* button) const { find<QPushButton>(button)->click(); }

    /// Pushes that go out late enough for everything that is done with them here.
    void chooseLater(qsizetype count) const
    {
        auto& table = *find<QTableView>("taskTable");
        table.clearSelection();
        for (const Task& task : page().shownTasks()) {
            if (page().selectedTasks().size() >= count || clock.utcNow().secsTo(task.goesOutAt) < 1800)
                continue;
            const int row = int(page().shownTasks().indexOf(task));
            table.selectionModel()->select(
                table.model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        QCOMPARE(page().cancellableSelection().size(), count);
    }
    void cancelChosen() const
    {
        trigger("cancelAction");
        find<QDialog>("cancelQuestion");
        QTest::qWait(hasty);
        click("confirmButton");
    }

    quint16 port = 0;
};

} // namespace

class WindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(*qApp);
        theme::apply(theme::Scheme::Light);
        QFont larger = QApplication::font();
        larger.setPointSizeF(larger.pointSizeF() * 1.2);
        QApplication::setFont(larger);
    }
    void init()
    {
        m_faults.clear();
        m_seen.clear();
    }

    void noticesAMnemonicThatNobodySees()
    {
        QWidget window;
        auto* button = new QPushButton(QStringLiteral("&Go"), &window);
        auto* tool = new QToolButton(&window);
        QCOMPARE(unseenMnemonics(window).size(), 0);
        tool->setText(QStringLiteral("&More"));
        QCOMPARE(unseenMnemonics(window).size(), 0);
        tool->setIcon(QPixmap(4, 4));
        QCOMPARE(unseenMnemonics(window).size(), 1);
        tool->hide();
        button->setText({});
        button->setShortcut(QKeySequence(Qt::ALT | Qt::Key_G));
        QCOMPARE(unseenMnemonics(window).size(), 1);
    }

    // A window is wider than it was made when its parts need more for a moment.
    void theWindowIsOpenedAsItFitsTheScreen()
    {
        Stage stage { App::Practice };
        stage.window.hide();
        stage.window.resize(smallScreen);
        stage.window.show();
        stage.page().selectAll();
        QTest::qWait(50);
        QCOMPARE(stage.window.width(), smallScreen.width());
        const auto* red = stage.find<QPushButton>("cancelButton");
        QVERIFY(stage.window.rect().contains(QRect(red->mapTo(&stage.window, QPoint()), red->size())));
    }

    void theWindowItself_data()
    {
        QTest::addColumn<int>("app");
        QTest::newRow("in practice") << int(App::Practice);
        QTest::newRow("in an app") << int(App::Shop);
    }

    void theWindowItself()
    {
        QFETCH(int, app);
        const Stage stage { App(app) };
        look("nothing chosen");
        stage.chooseLater(1);
        look("one chosen");
        stage.page().selectAll();
        look("all chosen");
        stage.find<QLineEdit>("searchBox")->setText(QStringLiteral("no such push"));
        look("nothing found");
        stage.find<QLineEdit>("searchBox")->clear();
        stage.window.notices().tell(NoticeKind::Warning, QStringLiteral("Something."), QStringLiteral("More of it."));
        look("with a notice");
        stage.page().model().setTasks({});
        look("empty");
        QVERIFY(stage.find<QWidget>("emptyState"));
        expect({ "mainWindow" });
    }

    void theHistoryAndTheQuestionBeforeAPartOfItGoes()
    {
        Stage stage { App::Practice };
        QSqlQuery old(stage.database->connection());
        QVERIFY(old.exec(QStringLiteral("INSERT INTO runs (app, started_ms, task_count, ending, ended_ms)"
                                        " VALUES ('practice', 1, 3, 'finished', 2)")));
        stage.window.resize(smallScreen);
        stage.trigger("historyAction");
        look("the history of nothing");
        stage.click("runsShownButton");
        stage.click("ownDaysButton");
        look("the history with days of one's own");
        stage.click("anyDayButton");
        QTRY_VERIFY(stage.find<QTreeView>("runHistory")->isVisible());
        look("the history's runs");
        QCOMPARE(stage.window.width(), smallScreen.width());
        stage.click("saveEvidenceButton");
        auto* where = stage.find<QFileDialog>("saveEvidenceDialog");
        Q_EMIT where->fileSelected(stage.folder.filePath(QStringLiteral("evidence.zip")));
        where->close();
        stage.find<QDialog>("evidenceDialog");
        look("evidence that was saved");
        stage.click("closeEvidenceButton");
        for (const QAction* action : stage.window.actions()) {
            if (action->menu() && action->menu()->objectName() == QLatin1String("keepHistoryMenu"))
                action->menu()->actions().last()->trigger();
        }
        stage.find<QDialog>("keepHistoryQuestion");
        look("a part of it may go");
        stage.click("keepAllButton");
        expect({ "mainWindow", "evidenceDialog", "keepHistoryQuestion" });
    }

    void theRangeThatIsReadAndDaysOfOnesOwn()
    {
        const Stage stage { App::Practice };
        stage.click("rangeButton");
        auto* choices = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(choices);
        look("range menu");
        choices->close();
        for (const QAction* action : stage.window.actions()) {
            if (action->menu() && action->menu()->objectName() == QLatin1String("rangeMenu"))
                action->menu()->actions().at(3)->trigger();
        }
        stage.find<QDialog>("ownDaysDialog");
        look("own days");
        stage.find<QDialog>("ownDaysDialog")->reject();
        expect({ "mainWindow", "ownDaysDialog" });
    }

    void theChecksBeforeACampaignAndWhatIsSavedOfThem()
    {
        Stage stage { App::Practice };
        stage.window.resize(smallScreen);
        stage.chooseLater(3);
        stage.trigger("checksAction");
        look("no check yet");
        QCOMPARE(stage.window.width(), smallScreen.width());
        stage.trigger("checkSelectedAction");
        QTRY_VERIFY_WITH_TIMEOUT(stage.find<QTreeView>("checkTable")->model()->rowCount() == 3, patience);
        QTRY_VERIFY(stage.find<QPushButton>("exportCheckButton")->isEnabled());
        look("a check");
        QCOMPARE(stage.window.width(), smallScreen.width());
        stage.click("saveCheckButton");
        auto* name = stage.find<QLineEdit>("checkNameEdit");
        name->setText(QStringLiteral("Morning"));
        look("the name of a check");
        stage.click("giveNameButton");
        QMenu* saved = stage.find<QPushButton>("savedChecksButton")->menu();
        saved->popup(stage.window.mapToGlobal(QPoint(100, 300)));
        look("saved checks");
        QMenu* remove = saved->actions().last()->menu();
        saved->close();
        remove->actions().first()->trigger();
        stage.find<QDialog>("removeCheckQuestion");
        look("a saved check may go");
        stage.click("keepCheckButton");
        stage.click("saveCheckButton");
        stage.click("giveNameButton");
        stage.find<QDialog>("replaceCheckQuestion");
        look("a saved check may be replaced");
        stage.click("keepFormerCheckButton");
        expect({ "mainWindow", "checkNameDialog", "removeCheckQuestion", "replaceCheckQuestion" });
    }

    void theMenuOfARow()
    {
        const Stage stage { App::Practice };
        stage.chooseLater(1);
        Q_EMIT stage.page().menuRequested(stage.window.mapToGlobal(QPoint(200, 300)));
        QVERIFY(stage.find<QMenu>("rowMenu"));
        look("row menu");
        stage.find<QMenu>("rowMenu")->close();
        expect({ "mainWindow" });
    }

    void anAppWhoseAccountCannotBeRead()
    {
        Stage stage { App::Practice };
        stage.profiles.put({ shopId, QStringLiteral("Shop"), stage.clock.utcNow() });
        Q_EMIT stage.find<ProfileSwitcher>("profileSwitcher")->chosen(shopId);
        stage.find<QWidget>("emptyState");
        look("its place in the window");
        stage.trigger("appsAction");
        look("apps without an account");
        expect({ "mainWindow", "profilesDialog" });
    }

    void theQuestionBeforeCancelling_data() { theWindowItself_data(); }
    void theQuestionBeforeCancelling()
    {
        QFETCH(int, app);
        const Stage stage { App(app) };
        for (const qsizetype count : { 1, 3 }) {
            stage.chooseLater(count);
            stage.trigger("cancelAction");
            stage.find<QDialog>("cancelQuestion");
            look("a few");
            stage.click("keepButton");
        }
        stage.page().selectAll();
        stage.trigger("cancelAction");
        auto* question = stage.find<QDialog>("cancelQuestion");
        QCOMPARE(question->findChildren<QLineEdit*>(QStringLiteral("countEdit")).size(), App(app) == App::Shop ? 1 : 0);
        look("all");
        stage.click("keepButton");
        expect({ "mainWindow", "cancelQuestion" });
    }

    void whatGoesOutSoon_data() { theWindowItself_data(); }
    void whatGoesOutSoon()
    {
        QFETCH(int, app);
        const Stage stage { App(app) };
        stage.trigger("stopDueAction");
        stage.find<QDialog>("stopDueWindow");
        look("being read");
        QTRY_VERIFY(stage.find<QLabel>("dueSummary")->isVisible());
        look("the next half hour");
        stage.find<QSpinBox>("minutesEdit")->setValue(1440);
        look("other minutes");
        stage.click("readDueButton");
        QTRY_VERIFY(stage.find<QPushButton>("cancelDueButton")->isEnabled());
        look("the next day");
        stage.click("cancelDueButton");
        QVERIFY(stage.find<QLineEdit>("countEdit"));
        look("asked");
        stage.click("keepButton");
        stage.click("keepDueButton");
        expect({ "mainWindow", "stopDueWindow", "cancelQuestion" });
    }

    void aTableThatIsImported()
    {
        Stage stage { App::Practice };
        QFile table(stage.folder.filePath(QStringLiteral("table.csv")));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("Title,Task ID,Goes out,Who\nSale,7000000201,1/2/2027 10:00,Everybody\nNews,1.2E9,,\n"
                    "Half,7000000202.0,2027-02-01 10:00,Nobody\n");
        table.close();
        stage.console.openFile(table.fileName());
        auto* dialog = stage.find<QDialog>("importDialog");
        QTRY_VERIFY(stage.find<QPushButton>("addButton")->isEnabled());
        look("its rows");
        dialog->reject();
        QVERIFY(table.open(QIODevice::WriteOnly) && table.write("%PDF-1.7") > 0);
        table.close();
        stage.console.openFile(table.fileName());
        QTRY_VERIFY(!stage.find<QDialog>("importDialog")
                         ->findChild<QLabel*>(QStringLiteral("emptyTitle"))
                         ->text()
                         .contains(QStringLiteral("Reading")));
        look("a file that cannot be read");
        stage.find<QDialog>("importDialog")->reject();
        expect({ "importDialog" });
    }

    void aRunFromHoldToResults()
    {
        Stage stage { App::Practice };
        stage.chooseLater(6);
        stage.cancelChosen();
        look("held");
        stage.click("startNowButton");
        look("running");
        stage.click("pauseButton");
        look("paused");
        QVERIFY(!stage.window.close());
        look("asked to close");
        stage.click("goOnButton");
        stage.click("resumeButton");
        stage.find<QDialog>("runSummary");
        stage.find<QPushButton>("resultsButton");
        look("finished");
        Q_EMIT stage.console.list().resultRequested(stage.console.session()->run()->results().first().taskId);
        stage.click("detailsButton");
        look("one result");
        expect({ "mainWindow", "closeQuestion", "runSummary", "resultDialog" });
    }

    void resultsThatNeedAPerson()
    {
        Stage stage { App::Practice };
        stage.practice.setFaults(*Faults::fromText(QStringLiteral("delete_sched_task:code-90104=1")));
        stage.chooseLater(2);
        stage.cancelChosen();
        stage.click("startNowButton");
        stage.find<QCheckBox>("onlyProblemsBox");
        look("refused");
        ResultDialog unknown(stage.practice.account().profile, stage.clock, stage.settings, &stage.window);
        unknown.setResults({ { stage.push(1), {} }, { stage.push(2), {} } }, 0);
        unknown.show();
        QVERIFY(stage.find<QPushButton>("checkAgainButton"));
        look("not known");
        expect({ "mainWindow", "runSummary", "resultDialog" });
    }

    void aRunThatWaitsForTheAccount()
    {
        Stage stage { App::Practice };
        stage.practice.setFaults(*Faults::fromText(QStringLiteral("delete_sched_task:code-60020=1")));
        stage.chooseLater(2);
        stage.cancelChosen();
        stage.click("startNowButton");
        stage.find<QPushButton>("mendAccountButton");
        look("waiting for the account");
        stage.click("stopButton");
        expect({ "mainWindow" });
    }

    void whatACrashLeft()
    {
        const Stage stage { App::Shop, Past::Crashed };
        stage.find<QDialog>("leftoversDialog");
        look("not known and not sent");
        stage.click("leaveLeftoversButton");
        look("not known");
        expect({ "mainWindow", "leftoversDialog" });
    }

    void howPushesAreFound()
    {
        Stage stage { App::Practice };
        const auto choose = [&stage](const char* menu, qsizetype entry) {
            stage.window.findChild<QMenu*>(QLatin1StringView(menu))->actions().at(entry)->trigger();
        };
        choose("statusFilter", 2);
        choose("audienceFilter", 2);
        stage.find<QPushButton>("clearChipsButton");
        look("chips");
        choose("timeFilter", 8);
        look("a stretch of time");
        stage.find<QDialog>("timeRangeDialog")->reject();
        for (int file = 0; file < 14; ++file)
            QVERIFY(stage.tasks.add(AppKey { QStringLiteral("practice") }, { stage.push(8'000'000'000 + file) },
                QStringLiteral("campaign %1.csv").arg(file)));
        Q_EMIT stage.window.findChild<QMenu*>(QStringLiteral("originFilter"))->aboutToShow();
        stage.window.findChild<QAction*>(QStringLiteral("anotherFileAction"))->trigger();
        look("a file");
        stage.click("showFileButton");
        look("its chip");
        const auto save = [&] {
            for (QAction* one : stage.window.findChild<QMenu*>(QStringLiteral("viewsMenu"))->actions()) {
                if (one->objectName() == QStringLiteral("saveViewAction"))
                    one->trigger();
            }
            stage.find<QLineEdit>("viewNameEdit")->setText(QStringLiteral("Mornings"));
        };
        save();
        look("a name");
        stage.click("saveViewButton");
        save();
        stage.click("saveViewButton");
        look("the same name");
        stage.click("replaceViewButton");
        choose("removeViewMenu", 0);
        look("remove");
        stage.click("keepViewButton");
        expect({ "mainWindow", "timeRangeDialog", "importedFileDialog", "viewNameDialog", "replaceViewQuestion",
            "removeViewQuestion" });
    }

    void whatIsTyped()
    {
        const Stage stage { App::Practice };
        stage.trigger("pasteAction");
        look("paste");
        stage.find<QPlainTextEdit>("pasteEdit")->setPlainText(QStringLiteral("7000000001 12 12a4"));
        stage.find<QWidget>("unlikeBox");
        look("pasted");
        stage.find<QDialog>("pasteDialog")->reject();
        look("discard");
        stage.click("discardButton");
        stage.trigger("addAction");
        look("add");
        stage.find<QCheckBox>("timeKnownBox")->setChecked(true);
        look("add with a time");
        stage.find<QDialog>("taskDialog")->reject();
        stage.click("discardButton");
        stage.chooseLater(1);
        stage.trigger("editAction");
        look("edit");
        stage.find<QDialog>("taskDialog")->reject();
        stage.trigger("removeAction");
        look("remove");
        stage.click("keepOnListButton");
        expect({ "pasteDialog", "discardQuestion", "taskDialog", "removeQuestion" });
    }

    void help()
    {
        const Stage stage { App::Practice };
        for (const char* action : { "promisesAction", "aboutAction", "keysAction" })
            stage.trigger(action);
        look("help");
        expect({ "mainWindow", "promisesDialog", "aboutDialog", "keySheet" });
    }

    void apps()
    {
        Stage stage { App::Shop };
        stage.trigger("editAppAction");
        stage.find<QDialog>("profileDialog");
        look("edit");
        stage.find<QDialog>("profileDialog")->close();
        stage.trigger("removeAppAction");
        stage.find<QDialog>("removeProfileQuestion");
        look("remove");
        stage.click("keepProfileButton");
        stage.trigger("newAppAction");
        look("new");
        stage.find<QDialog>("profileDialog")->close();
        Profile left = stage.shopAccount().profile;
        left.id = QStringLiteral("left");
        stage.keychain.save({ left, {} }, &stage.window, [](std::expected<void, StoreFault>) {});
        stage.trigger("appsAction");
        stage.find<QPushButton>("removeOrphansButton");
        look("all");
        stage.click("removeOrphansButton");
        stage.find<QDialog>("removeOrphansQuestion");
        look("what no app owns");
        stage.click("keepOrphansButton");
        stage.find<QDialog>("profilesDialog")->close();
        NoLogins none;
        ProxyDesk proxies(stage.window, stage.window.notices(), none, [](const QString&, ProxyLogin) {});
        proxies.find(QStringLiteral("proxy.example:3128"), false);
        look("proxy");
        expect({ "profileDialog", "removeProfileQuestion", "profilesDialog", "removeOrphansQuestion",
            "proxyLoginDialog" });
    }

private:
    // Menus belong to the window that they stand over.
    void look(const char* when)
    {
        QList<QPointer<QWidget>> tops; // one may go while another is looked at
        for (QWidget* top : QApplication::topLevelWidgets())
            tops.append(top);
        for (const QPointer<QWidget>& top : tops) {
            if (!top || !top->isVisible() || (top->windowType() != Qt::Window && top->windowType() != Qt::Dialog))
                continue;
            m_seen.insert(top->objectName());
            for (const QString& fault : doubledKeys(*top) + unseenMnemonics(*top) + unreachableParts(*top))
                m_faults.insert(fault, QLatin1StringView(when));
        }
    }

    void expect(std::initializer_list<const char*> windows) const
    {
        for (const char* window : windows)
            QVERIFY2(m_seen.contains(QLatin1StringView(window)), window);
        for (auto fault = m_faults.cbegin(); fault != m_faults.cend(); ++fault)
            qWarning("%s (%s)", qPrintable(fault.key()), qPrintable(fault.value()));
        QVERIFY2(m_faults.isEmpty(), "Keys are given twice, or to nobody, or something is out of reach; see above.");
    }

    QMap<QString, QString> m_faults; ///< each with when it was seen last
    QSet<QString> m_seen;
};

QTEST_MAIN(WindowsTest)
#include "tst_windows.moc"
