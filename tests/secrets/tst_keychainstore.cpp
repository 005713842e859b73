// Runs against a real keyring that with-keyring.sh made; see there.
#include "secrets/keychainstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
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
    account.secret = Secret(std::move(secret));
    return account;
}

QDBusMessage secrets(const QString& path, const QString& interface, const QString& method, const QVariantList& arguments)
{
    auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 5'000);
}

// How an operation ended: nothing for "never answered".
using Ending = std::optional<Result<void, StoreFault>>;

QString told(const Ending& ending)
{
    return !ending ? QStringLiteral("no answer") : *ending ? QStringLiteral("done") : QString::number(int(ending->error()));
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
        m_store.load(which, this, [this, ending](Result<Account, StoreFault> account) {
            if (account)
                m_secret = QByteArray(account->secret.reveal().constData(), account->secret.reveal().size());
            *ending = account ? Result<void, StoreFault>() : Result<void, StoreFault>(Unexpected { account.error() });
        });
        (void)QTest::qWaitFor([&] { return ending->has_value(); }, patience);
        return told(*ending);
    }

    QString save(QByteArray secret)
    {
        auto ending = std::make_shared<Ending>();
        m_store.save(sample(std::move(secret)), this, [ending](Result<void, StoreFault> result) { *ending = result; });
        (void)QTest::qWaitFor([&] { return ending->has_value(); }, patience);
        return told(*ending);
    }

    QString remove()
    {
        auto ending = std::make_shared<Ending>();
        m_store.remove(id, this, [ending](Result<void, StoreFault> result) { *ending = result; });
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

    // Last but one: the keyring stops for a while.
    void givesUpOnAKeyringThatHangs()
    {
        const pid_t keyring = pid_t(qEnvironmentVariableIntValue("KEYRING_PID"));
        QVERIFY(keyring > 1);
        QCOMPARE(::kill(keyring, SIGSTOP), 0);
        QElapsedTimer elapsed;
        elapsed.start();
        const QString ending = load();
        const qint64 took = elapsed.elapsed();
        ::kill(keyring, SIGCONT);
        QCOMPARE(ending, fault(StoreFault::Unavailable));
        QVERIFY2(took >= 9'000 && took <= 12'000, qPrintable(QString::number(took)));
    }

    // Last: nobody can unlock it again without a prompt.
    void tellsALockedKeyringFromAnEmptyOne()
    {
        QCOMPARE(save("one"), QStringLiteral("done"));
        const QDBusObjectPath keyring(QStringLiteral("/org/freedesktop/secrets/aliases/default"));
        const auto reply = secrets(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("Lock"), { QVariant::fromValue(QList<QDBusObjectPath> { keyring }) });
        QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
        QCOMPARE(load(), fault(StoreFault::Locked));
        const QString removal = remove();
        QVERIFY2(removal != QStringLiteral("done") && removal != QStringLiteral("no answer"), qPrintable(removal));
        const QString saving = save("two");
        QVERIFY2(saving != QStringLiteral("done") && saving != QStringLiteral("no answer"), qPrintable(saving));
        QCOMPARE(load(), fault(StoreFault::Locked));
    }
};

/// The same store where there is no session bus at all.
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
        store.load(id, this, [ending](Result<Account, StoreFault> account) {
            *ending = account ? Result<void, StoreFault>() : Result<void, StoreFault>(Unexpected { account.error() });
        });
        QVERIFY(QTest::qWaitFor([&] { return ending->has_value(); }, patience));
        QCOMPARE(told(*ending), fault(StoreFault::Unavailable));
        QVERIFY2(elapsed.elapsed() < 2'000, qPrintable(QString::number(elapsed.elapsed())));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("KEYRING_PID")) {
        KeychainStoreTest test;
        return QTest::qExec(&test, argc, argv);
    }
    NoKeychainTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainstore.moc"
