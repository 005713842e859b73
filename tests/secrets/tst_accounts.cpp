// Where an account is looked for, what an empty secret means, who has the last word on what, and that nothing is named
// or forgotten that the keychain does not confirm.
#include "secrets/accounts.h"
#include "support/fakeclock.h"
#include "support/moodystore.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

namespace {

Profile shop(const QString& id = QStringLiteral("a"))
{
    Profile made;
    made.id = id;
    made.name = QStringLiteral("Shop ") + id;
    made.region = Region::Frankfurt;
    made.sdkAppId = 1'400'000'001;
    made.identifier = QStringLiteral("administrator");
    made.colour = ProfileColour::Pink;
    return made;
}

/// Takes one answer, and counts how often it came.
template<typename Answer> struct Once
{
    std::function<void(Answer)> taker()
    {
        return [this](Answer given) {
            ++count;
            answer.emplace(std::move(given));
        };
    }
    const Answer& wait()
    {
        [this] { QTRY_COMPARE(count, 1); }();
        QTest::qWait(20); // a second answer would come by now
        [this] { QCOMPARE(count, 1); }();
        return *answer;
    }

    int count = 0;
    std::optional<Answer> answer;
};

using Loaded = Once<std::expected<LoadedAccount, StoreFault>>;
using Saved = Once<std::expected<SavedAccount, StoreFault>>;
using Finished = Once<std::expected<void, StoreFault>>;
using Copied = Once<std::expected<QString, StoreFault>>;
using Added = Once<std::expected<void, NotAdded>>;

struct Stage
{
    void keep(const Profile& profile, const QByteArray& secret)
    {
        put(keychain.kept, profile, secret);
        index.put({ profile.id, profile.name, clock.utcNow(), profile.colour, profile.realUsers });
    }
    void put(AccountStore& store, const Profile& profile, const QByteArray& secret)
    {
        store.save({ profile, Secret(QByteArray(secret)) }, &context, [](std::expected<void, StoreFault>) {});
    }
    /// The secret of `id` in this store; "none" when there is no entry.
    QByteArray in(AccountStore& store, const QString& id)
    {
        std::optional<QByteArray> secret;
        store.load(id, &context, [&secret](std::expected<Account, StoreFault> account) {
            secret = account ? account->secret().reveal() : QByteArray("none");
        });
        [&secret] { QTRY_VERIFY(secret); }();
        return secret.value_or(QByteArray("no answer"));
    }
    QString order() const
    {
        QStringList names;
        for (const ProfileEntry& entry : accounts.entries())
            names.append(entry.name);
        return names.join(u'|');
    }

    QObject context;
    QTemporaryDir folder;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    FakeClock clock;
    MoodyStore keychain;
    SessionStore sessionOnly;
    ProfileIndex index { settings };
    Accounts accounts { keychain, sessionOnly, index, clock };
};

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksInTheSessionBeforeTheKeychain()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.put(stage.sessionOnly, shop(), "session");
        Loaded both;
        stage.accounts.load(QStringLiteral("a"), &stage.context, both.taker());
        QVERIFY(both.wait() && both.wait()->isSessionOnly);
        QCOMPARE(both.wait()->account.secret().reveal(), QByteArray("session"));
        QCOMPARE(stage.keychain.loads, 0);

        stage.keep(shop(QStringLiteral("b")), "kept");
        Loaded one;
        stage.accounts.load(QStringLiteral("b"), &stage.context, one.taker());
        QVERIFY(one.wait() && !one.wait()->isSessionOnly);
        QCOMPARE(one.wait()->account.secret().reveal(), QByteArray("kept"));
    }

    void saysWhatTheKeychainSays()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.keychain.fault = StoreFault::Refused;
        Loaded refused;
        stage.accounts.load(QStringLiteral("a"), &stage.context, refused.taker());
        QVERIFY(!refused.wait());
        QCOMPARE(refused.wait().error(), StoreFault::Refused);
    }

    void takesNameAndColourFromTheIndexAndTheRestFromTheKeychain()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.index.put({ QStringLiteral("a"), QStringLiteral("Renamed"), {}, ProfileColour::Green, false });
        Loaded loaded;
        stage.accounts.load(QStringLiteral("a"), &stage.context, loaded.taker());
        QVERIFY(loaded.wait());
        const Profile& profile = loaded.wait()->account.profile;
        QCOMPARE(profile.name, QStringLiteral("Renamed"));
        QCOMPARE(profile.colour, ProfileColour::Green);
        QCOMPARE(profile.region, Region::Frankfurt);
        QVERIFY(profile.realUsers);
        QVERIFY(stage.accounts.entry(QStringLiteral("a"))->realUsers); // and the index has learnt it
    }

    void tellsAnOutlineWithoutAskingAnybody()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        const Profile outline = stage.accounts.outline(QStringLiteral("a"));
        QCOMPARE(outline.name, QStringLiteral("Shop a"));
        QCOMPARE(outline.colour, ProfileColour::Pink);
        QCOMPARE(outline.sdkAppId, 0u);
        QCOMPARE(stage.keychain.loads, 0);
    }

    void asksALockedKeychainOnceForAllButStillFindsWhatTheSessionHas()
    {
        Stage stage;
        for (const char16_t* id : { u"a", u"b", u"c" })
            stage.keep(shop(QString::fromUtf16(id)), "kept");
        stage.put(stage.sessionOnly, shop(QStringLiteral("c")), "session");
        stage.keychain.fault = StoreFault::Locked;
        QStringList said;
        stage.accounts.loadEach(&stage.context, [&](const QString& id, const auto& account) {
            const bool isLocked = !account && account.error() == StoreFault::Locked;
            said.append(id + QLatin1Char(account ? '+' : isLocked ? '-' : '?'));
        });
        QTRY_COMPARE(said.join(QString()), QStringLiteral("a-b-c+"));
        QCOMPARE(stage.keychain.loads, 1);
    }

    void readsNoFurtherWhenTheOneWhoAskedIsGone()
    {
        Stage stage;
        for (const char16_t* id : { u"a", u"b", u"c" })
            stage.keep(shop(QString::fromUtf16(id)), "kept");
        auto asker = std::make_unique<QObject>();
        int read = 0;
        stage.accounts.loadEach(asker.get(), [&](const QString&, const auto&) {
            ++read;
            asker.reset();
        });
        QTRY_COMPARE(read, 1);
        QTest::qWait(30);
        QCOMPARE(read, 1);
        QCOMPARE(stage.keychain.loads, 1);
    }

    void givesANewAppAnIdAndAPlaceInTheIndex()
    {
        Stage stage;
        Saved saved;
        stage.accounts.save({ shop({}), Secret(QByteArray("typed")) }, &stage.context, saved.taker());
        QVERIFY(saved.wait() && saved.wait()->isNew);
        const Account& account = saved.wait()->account;
        QVERIFY(!account.profile.id.isEmpty());
        QCOMPARE(account.secret().reveal(), QByteArray("typed"));
        QCOMPARE(stage.in(stage.keychain, account.profile.id), QByteArray("typed"));
        const auto entry = stage.accounts.entry(account.profile.id);
        QVERIFY(entry && entry->savedAt == stage.clock.utcNow() && entry->colour == ProfileColour::Pink);
    }

    void keepsTheSavedSecretWhereNoneIsGiven()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        Profile renamed = shop();
        renamed.realUsers = false;
        renamed.name = QStringLiteral("Renamed");
        Saved saved;
        stage.accounts.save({ renamed, {} }, &stage.context, saved.taker());
        QVERIFY(saved.wait() && !saved.wait()->isNew);
        QCOMPARE(saved.wait()->account.secret().reveal(), QByteArray("kept"));
        QVERIFY(saved.wait()->account.profile == renamed);
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("a")), QByteArray("kept"));
        QCOMPARE(stage.order(), QStringLiteral("Renamed"));
    }

    void movesTheSavedSecretToNobodyElse_data()
    {
        QTest::addColumn<Profile>("moved");
        Profile profile = shop();
        profile.region = Region::Singapore;
        QTest::newRow("another region") << profile;
        profile.region = Region::OtherHost;
        profile.otherHost = QStringLiteral("push.example.com");
        QTest::newRow("another host") << profile;
        profile = shop();
        ++profile.sdkAppId;
        QTest::newRow("another SDKAppID") << profile;
        profile = shop();
        profile.identifier = QStringLiteral("root");
        QTest::newRow("another account") << profile;
    }
    void movesTheSavedSecretToNobodyElse()
    {
        QFETCH(Profile, moved);
        for (const bool isSessionOnly : { false, true }) {
            Stage stage;
            stage.keep(shop(), "kept");
            if (isSessionOnly)
                stage.put(stage.sessionOnly, shop(), "session");
            Saved saved;
            stage.accounts.save({ moved, {} }, &stage.context, saved.taker());
            QVERIFY(!saved.wait());
            QCOMPARE(saved.wait().error(), StoreFault::SecretOfAnother);
            Loaded there;
            stage.accounts.load(QStringLiteral("a"), &stage.context, there.taker());
            QVERIFY(there.wait());
            QCOMPARE(there.wait()->account.profile.secretScope(), shop().secretScope());
            QVERIFY(!there.wait()->account.secret().isEmpty());
        }
    }

    void duplicatesNoSecretThatWasEnteredForAnother()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.keychain.kept.save(
            { shop(), Secret(QByteArray("kept")), { QStringLiteral("elsewhere.example/1/admin") } }, &stage.context,
            [](std::expected<void, StoreFault>) {});
        Copied copied;
        stage.accounts.duplicate(QStringLiteral("a"), QStringLiteral("Copy"), &stage.context, copied.taker());
        QVERIFY(copied.wait());
        QCOMPARE(stage.in(stage.keychain, *copied.wait()), QByteArray());
    }

    void replacesNothingThatANewerVersionWrote()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.keychain.loadFault = StoreFault::Newer;
        Saved saved;
        stage.accounts.save({ shop(), Secret(QByteArray("typed")) }, &stage.context, saved.taker());
        QVERIFY(!saved.wait());
        QCOMPARE(saved.wait().error(), StoreFault::Newer);
        QCOMPARE(stage.in(stage.keychain.kept, QStringLiteral("a")), QByteArray("kept"));
    }

    void takesAwayWhatArrivesLateAndBelongsToNoApp()
    {
        Stage stage;
        stage.put(stage.keychain.kept, shop(QStringLiteral("late")), "typed");
        Q_EMIT stage.keychain.savedLate(QStringLiteral("late"));
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("late")), QByteArray("none"));
        QVERIFY(stage.accounts.entries().isEmpty());
    }

    void keepsWhatArrivesLateForAnAppThatIsListed()
    {
        Stage stage;
        Saved forNow;
        stage.accounts.keepForSession({ shop(), Secret(QByteArray("typed")) }, &stage.context, forNow.taker());
        QVERIFY(forNow.wait());
        stage.put(stage.keychain.kept, shop(), "typed");
        Q_EMIT stage.keychain.savedLate(QStringLiteral("a"));
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("a")), QByteArray("typed"));
        QVERIFY(!stage.index.entry(QStringLiteral("a"))->neverInKeychain);
    }

    void keepsWhatArrivesLateWhileItIsSavedAgain()
    {
        Stage stage;
        Saved again;
        stage.accounts.save({ shop(), Secret(QByteArray("again")) }, &stage.context, again.taker());
        Q_EMIT stage.keychain.savedLate(QStringLiteral("a"));
        QVERIFY(again.wait());
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("a")), QByteArray("again"));
    }

    void findsAndRemovesWhatNoAppOwnsAndNothingElse()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.put(stage.keychain.kept, shop(QStringLiteral("y")), "left");
        stage.put(stage.keychain.kept, shop(QStringLiteral("x")), "left");
        QList<Orphan> found;
        bool isFound = false;
        const auto look = [&] {
            isFound = false;
            stage.accounts.findOrphans(&stage.context, [&](const QList<Orphan>& orphans) {
                found = orphans;
                isFound = true;
            });
        };
        look();
        QTRY_VERIFY(isFound);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().id, QStringLiteral("x"));
        QCOMPARE(found.first().profile->name, QStringLiteral("Shop x"));

        stage.index.put({ QStringLiteral("y"), QStringLiteral("Shop y"), {} }); // owned meanwhile
        Finished removed;
        stage.accounts.removeOrphans(
            { QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("a") }, &stage.context, removed.taker());
        QVERIFY(removed.wait());
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("x")), QByteArray("none"));
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("y")), QByteArray("left"));
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("a")), QByteArray("kept"));
        look();
        QTRY_VERIFY(isFound);
        QVERIFY(found.isEmpty());
    }

    void callsNothingOfANewerVersionAnOrphan()
    {
        Stage stage;
        stage.put(stage.keychain.kept, shop(), "left");
        for (const auto& [fault, count] : { std::pair(StoreFault::Newer, 0), std::pair(StoreFault::Damaged, 1) }) {
            stage.keychain.loadFault = fault;
            std::optional<qsizetype> found;
            stage.accounts.findOrphans(
                &stage.context, [&found](const QList<Orphan>& orphans) { found = orphans.size(); });
            QTRY_VERIFY(found);
            QCOMPARE(*found, qsizetype(count));
        }
    }

    void savesNothingWithoutASecret()
    {
        Stage stage;
        stage.keep(shop(), {});
        Saved saved;
        Profile renamed = shop();
        renamed.name = QStringLiteral("Renamed");
        stage.accounts.save({ renamed, {} }, &stage.context, saved.taker());
        QVERIFY(!saved.wait());
        QCOMPARE(saved.wait().error(), StoreFault::Missing);
        QCOMPARE(stage.order(), QStringLiteral("Shop a"));
    }

    void forgetsTheSessionsCopyOnlyOnceTheKeychainHasIt()
    {
        Stage stage;
        stage.put(stage.sessionOnly, shop(), "session");
        stage.keychain.fault = StoreFault::Locked;
        Saved refused;
        stage.accounts.save({ shop(), Secret(QByteArray("typed")) }, &stage.context, refused.taker());
        QVERIFY(!refused.wait());
        QCOMPARE(stage.in(stage.sessionOnly, QStringLiteral("a")), QByteArray("session"));
        QVERIFY(stage.accounts.entries().isEmpty());

        stage.keychain.fault.reset();
        Saved saved;
        stage.accounts.save({ shop(), {} }, &stage.context, saved.taker());
        QVERIFY(saved.wait());
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("a")), QByteArray("session"));
        QCOMPARE(stage.in(stage.sessionOnly, QStringLiteral("a")), QByteArray("none"));
    }

    void keepsForTheSessionWithoutTouchingTheKeychain()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.keychain.fault = StoreFault::Locked;
        Saved saved;
        stage.accounts.keepForSession({ shop(), Secret(QByteArray("typed")) }, &stage.context, saved.taker());
        QVERIFY(saved.wait() && !saved.wait()->isNew);
        QCOMPARE(stage.in(stage.keychain.kept, QStringLiteral("a")), QByteArray("kept"));
        QCOMPARE(stage.in(stage.sessionOnly, QStringLiteral("a")), QByteArray("typed"));

        Saved empty;
        stage.accounts.keepForSession({ shop(), {} }, &stage.context, empty.taker());
        QVERIFY(!empty.wait());
        QCOMPARE(stage.in(stage.sessionOnly, QStringLiteral("a")), QByteArray("typed"));
    }

    void remembersWhichAppNeverWasInTheKeychain()
    {
        Stage stage;
        Saved first;
        stage.accounts.keepForSession({ shop(), Secret(QByteArray("typed")) }, &stage.context, first.taker());
        QVERIFY(first.wait());
        QVERIFY(stage.index.entry(QStringLiteral("a"))->neverInKeychain);
        Saved kept;
        stage.accounts.save({ shop(), Secret(QByteArray("typed")) }, &stage.context, kept.taker());
        QVERIFY(kept.wait());
        QVERIFY(!stage.index.entry(QStringLiteral("a"))->neverInKeychain);
        Saved again; // the keychain has one, whether it can be read now or not
        stage.accounts.keepForSession({ shop(), Secret(QByteArray("typed")) }, &stage.context, again.taker());
        QVERIFY(again.wait());
        QVERIFY(!stage.index.entry(QStringLiteral("a"))->neverInKeychain);
    }

    void removesFromEverywhereOrFromNowhere()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.put(stage.sessionOnly, shop(), "session");
        stage.accounts.setLastUsed(QStringLiteral("a"));
        stage.keychain.fault = StoreFault::Locked;
        Finished refused;
        stage.accounts.remove(QStringLiteral("a"), &stage.context, refused.taker());
        QVERIFY(!refused.wait());
        QCOMPARE(stage.in(stage.sessionOnly, QStringLiteral("a")), QByteArray("session"));
        QCOMPARE(stage.order(), QStringLiteral("Shop a"));

        stage.keychain.fault.reset();
        Finished removed;
        stage.accounts.remove(QStringLiteral("a"), &stage.context, removed.taker());
        QVERIFY(removed.wait());
        QCOMPARE(stage.in(stage.keychain, QStringLiteral("a")), QByteArray("none"));
        QCOMPARE(stage.in(stage.sessionOnly, QStringLiteral("a")), QByteArray("none"));
        QVERIFY(stage.accounts.entries().isEmpty());
        QVERIFY(stage.accounts.lastUsed().isEmpty());
    }

    void removesWhatOnlyTheSessionHas()
    {
        Stage stage;
        stage.put(stage.sessionOnly, shop(), "session");
        stage.index.put({ QStringLiteral("a"), QStringLiteral("Shop a"), {} });
        Finished removed;
        stage.accounts.remove(QStringLiteral("a"), &stage.context, removed.taker()); // the keychain: Missing
        QVERIFY(removed.wait());
        QVERIFY(stage.accounts.entries().isEmpty());
    }

    void duplicatesBesideTheOriginalAndWhereItIsKept()
    {
        Stage stage;
        stage.keep(shop(), "kept");
        stage.keep(shop(QStringLiteral("b")), "kept");
        stage.put(stage.sessionOnly, shop(QStringLiteral("b")), "session");
        Copied first;
        stage.accounts.duplicate(QStringLiteral("a"), QStringLiteral("Copy"), &stage.context, first.taker());
        QVERIFY(first.wait());
        QCOMPARE(stage.order(), QStringLiteral("Shop a|Copy|Shop b"));
        QCOMPARE(stage.in(stage.keychain, *first.wait()), QByteArray("kept"));
        // An app of its own, so a mark of its own.
        QVERIFY(stage.accounts.entry(*first.wait())->colour != ProfileColour::Pink);

        Copied second;
        stage.accounts.duplicate(QStringLiteral("b"), QStringLiteral("Twin"), &stage.context, second.taker());
        QVERIFY(second.wait());
        QCOMPARE(stage.in(stage.keychain, *second.wait()), QByteArray("none"));
        QCOMPARE(stage.in(stage.sessionOnly, *second.wait()), QByteArray("session"));

        Copied third;
        stage.accounts.duplicate(QStringLiteral("x"), QStringLiteral("No"), &stage.context, third.taker());
        QVERIFY(!third.wait());
        QCOMPARE(stage.order(), QStringLiteral("Shop a|Copy|Shop b|Twin"));
    }

    void namesNoImportedAppThatTheKeychainDoesNotHave()
    {
        Stage stage;
        stage.keychain.savesLeft = 1;
        Added added;
        stage.accounts.addImported({ shop(QStringLiteral("x")), shop(QStringLiteral("y")), shop(QStringLiteral("z")) },
            &stage.context, added.taker());
        QVERIFY(!added.wait());
        QCOMPARE(added.wait().error().name, QStringLiteral("Shop y"));
        QCOMPARE(added.wait().error().fault, StoreFault::Unavailable);
        QCOMPARE(stage.order(), QStringLiteral("Shop x"));
        const QString id = stage.accounts.entries().first().id;
        QVERIFY(id != u"x"); // an id of another computer means nothing here
        QCOMPARE(stage.in(stage.keychain, id), QByteArray());

        Added none;
        stage.accounts.addImported({}, &stage.context, none.taker());
        QVERIFY(none.wait());
    }

    void finishesWhatWasBegunEvenWhenNobodyWaitsForIt()
    {
        Stage stage;
        auto asker = std::make_unique<QObject>();
        int answers = 0;
        stage.accounts.save({ shop(), Secret(QByteArray("typed")) }, asker.get(),
            [&](const std::expected<SavedAccount, StoreFault>&) { ++answers; });
        asker.reset();
        QTRY_COMPARE(stage.order(), QStringLiteral("Shop a"));
        QCOMPARE(answers, 0);
    }

    void passesOnThatSomebodyUnlockedTheKeychain()
    {
        Stage stage;
        Once<bool> open;
        stage.accounts.unlock(&stage.context, open.taker());
        QVERIFY(stage.keychain.unlocked);
        stage.keychain.unlocked(true);
        QVERIFY(open.wait());
    }
};

QTEST_MAIN(AccountsTest)
#include "tst_accounts.moc"
