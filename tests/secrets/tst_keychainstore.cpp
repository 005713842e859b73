// Runs against a real keyring that with-keyring.sh made; see there.
#include "secrets/accountentry.h"
#include "secrets/keychain.h"
#include "secrets/keychainstore.h"
#include "secrets/proxyloginstore.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>

using namespace pushbrake;

namespace {

constexpr int patience = 20'000; // above what the store promises
const QString id = QStringLiteral("tst-1");

Account sample(QByteArray secret)
{
    Account account;
    account.profile.id = id;
    account.profile.name = QStringLiteral("商店");
    account.profile.sdkAppId = 1'400'000'000;
    account.profile.identifier = QStringLiteral("administrator");
    account.enter(Secret(std::move(secret)));
    return account;
}

QDBusMessage secrets(
    const QString& path, const QString& interface, const QString& method, const QVariantList& arguments)
{
    auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 5'000);
}

void removeBehindOurBack()
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QMap<QString, QString> attributes { { QStringLiteral("user"), QStringLiteral("pushbrake/v1/") + id } };
    const auto found
        = secrets(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("SearchItems"), { QVariant::fromValue(attributes) });
    const auto items = qdbus_cast<QList<QDBusObjectPath>>(found.arguments().value(0));
    QCOMPARE(items.size(), 1);
    const auto gone
        = secrets(items.first().path(), QStringLiteral("org.freedesktop.Secret.Item"), QStringLiteral("Delete"), {});
    QCOMPARE(gone.type(), QDBusMessage::ReplyMessage);
}

void lockTheKeyring()
{
    const QDBusObjectPath keyring(QStringLiteral("/org/freedesktop/secrets/aliases/default"));
    const auto reply
        = secrets(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("Lock"), { QVariant::fromValue(QList<QDBusObjectPath> { keyring }) });
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
}

/// Deletes the default keyring, as on a computer where nobody has made one yet.
void deleteTheDefaultKeyring()
{
    const auto found = secrets(QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"), { QStringLiteral("default") });
    const QString keyring = found.arguments().value(0).value<QDBusObjectPath>().path();
    QVERIFY2(keyring.size() > 1, qPrintable(found.errorMessage()));
    const auto gone
        = secrets(keyring, QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Delete"), {});
    QVERIFY2(gone.type() == QDBusMessage::ReplyMessage, qPrintable(gone.errorMessage()));
}

// How an operation ended: nothing for "never answered".
using Ending = std::optional<std::expected<void, StoreFault>>;

QString told(const Ending& ending)
{
    return !ending ? QStringLiteral("no answer")
        : *ending  ? QStringLiteral("done")
                   : QString::number(int(ending->error()));
}

QString fault(StoreFault fault)
{
    return QString::number(int(fault));
}

} // namespace

class KeychainStoreTest : public QObject
{
    Q_OBJECT

    KeychainStore m_store;
    QByteArray m_secret; ///< of the last load

    // The endings are shared: an answer that comes too late must not write to a frame that is gone.
    QString load(const QString& which = id)
    {
        auto ending = std::make_shared<Ending>();
        m_secret.clear();
        m_store.load(which, this, [this, ending](std::expected<Account, StoreFault> account) {
            if (account)
                m_secret = QByteArray(account->secret().reveal().constData(), account->secret().reveal().size());
            *ending = account ? std::expected<void, StoreFault>()
                              : std::expected<void, StoreFault>(std::unexpected { account.error() });
        });
        (void)QTest::qWaitFor([&] { return ending->has_value(); }, patience);
        return told(*ending);
    }

    QString save(QByteArray secret)
    {
        auto ending = std::make_shared<Ending>();
        m_store.save(
            sample(std::move(secret)), this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
        (void)QTest::qWaitFor([&] { return ending->has_value(); }, patience);
        return told(*ending);
    }

    bool unlock()
    {
        auto open = std::make_shared<std::optional<bool>>();
        m_store.unlock(this, [open](bool is) { *open = is; });
        return QTest::qWaitFor([&] { return open->has_value(); }, patience) && **open;
    }

    QString remove()
    {
        auto ending = std::make_shared<Ending>();
        m_store.remove(id, this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
        (void)QTest::qWaitFor([&] { return ending->has_value(); }, patience);
        return told(*ending);
    }

private Q_SLOTS:
    void keepsReplacesAndRemoves()
    {
        QCOMPARE(save("one"), QStringLiteral("done"));
        QCOMPARE(load(), QStringLiteral("done"));
        QCOMPARE(m_secret, QByteArray("one"));
        QCOMPARE(save("two"), QStringLiteral("done"));
        QCOMPARE(load(), QStringLiteral("done"));
        QCOMPARE(m_secret, QByteArray("two"));
        QCOMPARE(remove(), QStringLiteral("done"));
        QCOMPARE(load(), fault(StoreFault::Missing));
    }

    void saysMissingOfWhatWasNeverThere() { QCOMPARE(load(QStringLiteral("nobody")), fault(StoreFault::Missing)); }

    void refusesWhatIsTooLarge()
    {
        QCOMPARE(save(QByteArray(2400, 's')), fault(StoreFault::TooLarge));
        QCOMPARE(load(), fault(StoreFault::Missing));
    }

    void keepsTheLargestEntryThatFits()
    {
        const auto small = accountToEntry(sample("s"));
        QVERIFY(small);
        const QByteArray secret(mostEntryBytes - small->size() + 1, 's');
        QCOMPARE(save(secret), QStringLiteral("done"));
        QCOMPARE(load(), QStringLiteral("done"));
        QCOMPARE(m_secret, secret);
        QCOMPARE(save(secret + 's'), fault(StoreFault::TooLarge));
        QCOMPARE(load(), QStringLiteral("done")); // the one before is still there
        QCOMPARE(remove(), QStringLiteral("done"));
    }

    void keepsTwoThatAreSavedAtOnce()
    {
        const QStringList ids { QStringLiteral("tst-2"), QStringLiteral("tst-3") };
        QList<std::shared_ptr<Ending>> endings;
        for (const QString& each : ids) {
            Account account = sample(each.toUtf8());
            account.profile.id = each;
            const auto ending = endings.emplaceBack(std::make_shared<Ending>());
            m_store.save(
                std::move(account), this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
        }
        QVERIFY(QTest::qWaitFor([&] { return *endings[0] && *endings[1]; }, patience));
        for (const auto& ending : endings)
            QCOMPARE(told(*ending), QStringLiteral("done"));
        for (const QString& each : ids) {
            QCOMPARE(load(each), QStringLiteral("done"));
            QCOMPARE(m_secret, each.toUtf8());
        }
    }

    void saysMissingOfWhatSomebodyElseRemoved()
    {
        QCOMPARE(save("one"), QStringLiteral("done"));
        removeBehindOurBack();
        QCOMPARE(load(), fault(StoreFault::Missing));
        QCOMPARE(remove(), QStringLiteral("done"));
    }

    void keepsTheLoginOfAProxy()
    {
        ProxyLoginStore logins;
        const QString proxy = QStringLiteral("proxy.example:3128");
        const auto ending = std::make_shared<Ending>();
        logins.save(proxy, { QStringLiteral("anna"), Secret(QByteArray("p\"\xc3\xa4ss")) }, this,
            [ending](std::expected<void, StoreFault> result) { *ending = result; });
        QVERIFY(QTest::qWaitFor([&] { return ending->has_value(); }, patience));
        QCOMPARE(told(*ending), QStringLiteral("done"));
        const auto read = std::make_shared<QString>();
        logins.load(proxy, this, [read](std::expected<ProxyLogin, StoreFault> login) {
            *read = login ? login->user + QLatin1Char('/') + QString::fromUtf8(login->password.reveal())
                          : QStringLiteral("fault");
        });
        QTRY_COMPARE(*read, QStringLiteral("anna/p\"\u00e4ss"));
        logins.load(QStringLiteral("other.example:3128"), this, [read](std::expected<ProxyLogin, StoreFault> login) {
            *read = login ? QStringLiteral("login") : fault(login.error());
        });
        QTRY_COMPARE(*read, fault(StoreFault::Missing));
    }

    void doesInTurnWhatIsAskedOfOneEntry()
    {
        QList<std::shared_ptr<Ending>> endings;
        for (const char* secret : { "one", "two", "three" }) {
            const auto ending = endings.emplaceBack(std::make_shared<Ending>());
            m_store.save(sample(secret), this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
        }
        QCOMPARE(load(), QStringLiteral("done"));
        QCOMPARE(m_secret, QByteArray("three"));
        for (const auto& ending : endings)
            QCOMPARE(told(*ending), QStringLiteral("done")); // each found what it had written
        QCOMPARE(remove(), QStringLiteral("done"));
    }

    void listsTheAccountsThatAreThere()
    {
        QCOMPARE(save("one"), QStringLiteral("done"));
        QStringList ids;
        bool isListed = false;
        m_store.list(this, [&](const QStringList& found) {
            ids = found;
            isListed = true;
        });
        QTRY_VERIFY(isListed);
        ids.sort();
        // Two of a test before, and not the login of a proxy.
        QCOMPARE(ids, (QStringList { id, QStringLiteral("tst-2"), QStringLiteral("tst-3") }));
        QCOMPARE(remove(), QStringLiteral("done"));
    }

    void takesAnEntryFromBeforeForWhomItNamesOnce()
    {
        Keychain keychain { Keychain::Patience() };
        const auto write = [&](QByteArray entry) {
            auto ending = std::make_shared<Ending>();
            keychain.write(
                id, std::move(entry), this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
            (void)QTest::qWaitFor([&] { return ending->has_value(); }, patience);
            return told(*ending);
        };
        const auto read = [&] {
            auto entry = std::make_shared<std::optional<QByteArray>>();
            keychain.read(id, this,
                [entry](std::expected<QByteArray, StoreFault> found) { *entry = found.value_or(QByteArray()); });
            (void)QTest::qWaitFor([&] { return entry->has_value(); }, patience);
            return entry->value_or(QByteArray());
        };
        QByteArray old = *accountToEntry(sample("one"));
        old.replace("\"for\":\"adminapisgp.im.qcloud.com/1400000000/administrator\",", "");
        QVERIFY(!saysWhomItsSecretIsFor(old));
        QCOMPARE(write(old), QStringLiteral("done"));
        QCOMPARE(load(), QStringLiteral("done"));
        QCOMPARE(m_secret, QByteArray("one"));
        QTRY_VERIFY(saysWhomItsSecretIsFor(read()));
        // From now on a change of the host is noticed.
        QCOMPARE(write(read().replace("\"singapore\"", "\"seoul\"")), QStringLiteral("done"));
        QCOMPARE(load(), QStringLiteral("done"));
        QCOMPARE(m_secret, QByteArray());
        QCOMPARE(remove(), QStringLiteral("done"));
    }

    void anOpenKeyringNeedsNoUnlocking() { QVERIFY(unlock()); }

    // Last but one: the keyring stops for a while.
    void givesUpOnAKeyringThatHangs()
    {
        const pid_t keyring = pid_t(qEnvironmentVariableIntValue("KEYRING_PID"));
        QVERIFY(keyring > 1);
        const QString before = load();
        QCOMPARE(::kill(keyring, SIGSTOP), 0);
        QElapsedTimer elapsed;
        elapsed.start();
        const auto saving = std::make_shared<Ending>();
        m_store.save(sample("never"), this, [saving](std::expected<void, StoreFault> result) { *saving = result; });
        const auto removing = std::make_shared<Ending>();
        m_store.remove(
            QStringLiteral("tst-9"), this, [removing](std::expected<void, StoreFault> result) { *removing = result; });
        const QString loading = load();
        const bool all = QTest::qWaitFor([&] { return *saving && *removing; }, 2'000);
        const qint64 took = elapsed.elapsed();
        ::kill(keyring, SIGCONT);
        QVERIFY(all);
        for (const QString& ending : { loading, told(*saving), told(*removing) })
            QCOMPARE(ending, fault(StoreFault::Unavailable));
        QVERIFY2(took >= 9'000 && took <= 12'000, qPrintable(QString::number(took)));
        QTest::qWait(1'500);
        QCOMPARE(load(), before); // what was said to have failed is not done later
    }

    // Last: nobody can unlock it again without a prompt.
    void tellsALockedKeyringFromAnEmptyOne()
    {
        QCOMPARE(save("one"), QStringLiteral("done"));
        lockTheKeyring();
        QCOMPARE(load(), fault(StoreFault::Locked));
        QVERIFY(!unlock()); // there is nobody here who could show the question
        const QString removal = remove();
        QVERIFY2(removal != QStringLiteral("done") && removal != QStringLiteral("no answer"), qPrintable(removal));
        const QString saving = save("two");
        QVERIFY2(saving != QStringLiteral("done") && saving != QStringLiteral("no answer"), qPrintable(saving));
        QCOMPARE(load(), fault(StoreFault::Locked));
    }
};

/// The keyring is killed while it is asked. Whatever answers then, nothing false may be said.
class KilledKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverSaysSavedOrMissing()
    {
        const pid_t keyring = pid_t(qEnvironmentVariableIntValue("KEYRING_PID"));
        QVERIFY(keyring > 1);
        KeychainStore store;
        QCOMPARE(save(store, "one"), QStringLiteral("done"));
        QCOMPARE(::kill(keyring, SIGSTOP), 0); // so that the request is certainly on its way
        const auto ending = std::make_shared<Ending>();
        store.save(sample("two"), this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
        QTest::qWait(300);
        QCOMPARE(::kill(keyring, SIGKILL), 0);
        QVERIFY(QTest::qWaitFor([&] { return ending->has_value(); }, patience));
        QVERIFY2(told(*ending) != QStringLiteral("done"), qPrintable(told(*ending)));
        // The bus may have started another keyring meanwhile, which is locked.
        const auto after = std::make_shared<Ending>();
        store.load(id, this, [after](std::expected<Account, StoreFault> account) {
            *after = account ? std::expected<void, StoreFault>()
                             : std::expected<void, StoreFault>(std::unexpected { account.error() });
        });
        QVERIFY(QTest::qWaitFor([&] { return after->has_value(); }, patience));
        QVERIFY2(told(*after) != fault(StoreFault::Missing), qPrintable(told(*after)));
    }

private:
    QString save(KeychainStore& store, QByteArray secret)
    {
        const auto ending = std::make_shared<Ending>();
        store.save(
            sample(std::move(secret)), this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
        (void)QTest::qWaitFor([&] { return ending->has_value(); }, patience);
        return told(*ending);
    }
};

/// No keyring has been made yet: the system asks the person for a password, and writes when it has one. On a display.
class NewKeyringTest : public QObject
{
    Q_OBJECT

    // The question takes the keyboard: the password twice.
    static void answer()
    {
        for (const QStringList& keys : { QStringList { QStringLiteral("type"), QStringLiteral("word") },
                 QStringList { QStringLiteral("key"), QStringLiteral("Tab") },
                 QStringList { QStringLiteral("type"), QStringLiteral("word") },
                 QStringList { QStringLiteral("key"), QStringLiteral("Return") } }) {
            QProcess::execute(QStringLiteral("xdotool"), keys);
            QTest::qWait(200);
        }
    }

private Q_SLOTS:
    void waitsForThePersonWhoIsAsked()
    {
        deleteTheDefaultKeyring();
        KeychainStore store;
        QElapsedTimer elapsed;
        elapsed.start();
        const auto ending = std::make_shared<Ending>();
        store.save(sample("one"), this, [ending](std::expected<void, StoreFault> result) { *ending = result; });
        QTest::qWait(12'000); // longer than anything that no person is asked for may take
        QVERIFY2(!*ending, qPrintable(told(*ending)));
        answer();
        QVERIFY(QTest::qWaitFor([&] { return ending->has_value(); }, patience));
        QCOMPARE(told(*ending), QStringLiteral("done"));
    }

    void saysThatWhatItGaveUpWasWrittenAfterAll()
    {
        deleteTheDefaultKeyring();
        KeychainStore store({ std::chrono::seconds(10), std::chrono::seconds(2) });
        QSignalSpy late(&store, &KeychainStore::savedLate);
        const auto first = std::make_shared<Ending>();
        store.save(sample("one"), this, [first](std::expected<void, StoreFault> result) { *first = result; });
        QVERIFY(QTest::qWaitFor([&] { return first->has_value(); }, patience));
        QCOMPARE(told(*first), fault(StoreFault::Unavailable));
        // What is asked next of this entry waits until the first is over, so that the last one has the last word.
        const auto second = std::make_shared<Ending>();
        store.save(sample("two"), this, [second](std::expected<void, StoreFault> result) { *second = result; });
        QTest::qWait(1'000);
        QVERIFY(!*second);
        QCOMPARE(late.count(), 0);
        answer();
        QVERIFY(QTest::qWaitFor([&] { return second->has_value(); }, patience));
        QCOMPARE(told(*second), QStringLiteral("done"));
        QCOMPARE(late.count(), 1);
        QCOMPARE(late.first().first().toString(), id);
        QByteArray kept;
        store.load(id, this, [&kept](std::expected<Account, StoreFault> account) {
            kept = account ? QByteArray(account->secret().reveal()) : QByteArray("none");
        });
        QTRY_COMPARE(kept, QByteArray("two"));
    }
};

/// The same store where there is no session bus at all, or nobody on it who keeps secrets.
class NoKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysUnavailableQuickly()
    {
        KeychainStore store;
        QElapsedTimer elapsed;
        elapsed.start();
        auto ending = std::make_shared<Ending>();
        store.load(id, this, [ending](std::expected<Account, StoreFault> account) {
            *ending = account ? std::expected<void, StoreFault>()
                              : std::expected<void, StoreFault>(std::unexpected { account.error() });
        });
        QVERIFY(QTest::qWaitFor([&] { return ending->has_value(); }, patience));
        QCOMPARE(told(*ending), fault(StoreFault::Unavailable));
        QVERIFY2(elapsed.elapsed() < 2'000, qPrintable(QString::number(elapsed.elapsed())));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariable("KEYRING_TEST") == QLatin1String("killed")) {
        KilledKeyringTest test;
        return QTest::qExec(&test, argc, argv);
    }
    if (qEnvironmentVariable("KEYRING_TEST") == QLatin1String("new")) {
        NewKeyringTest test;
        return QTest::qExec(&test, argc, argv);
    }
    if (qEnvironmentVariableIsSet("KEYRING_PID")) {
        KeychainStoreTest test;
        return QTest::qExec(&test, argc, argv);
    }
    NoKeychainTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainstore.moc"
