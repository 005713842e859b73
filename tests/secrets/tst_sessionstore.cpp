#include "secrets/sessionstore.h"

#include <QTest>

#include <optional>

using namespace pushbrake;

class SessionStoreTest : public QObject
{
    Q_OBJECT

    static Account sample(QByteArray secret)
    {
        Account account;
        account.profile.id = QStringLiteral("a");
        account.enter(Secret(std::move(secret)));
        return account;
    }

    // The secret, or nothing and why.
    std::pair<QByteArray, std::optional<StoreFault>> loaded(SessionStore& store, const QString& id)
    {
        std::pair<QByteArray, std::optional<StoreFault>> got;
        int calls = 0;
        store.load(id, this, [&](std::expected<Account, StoreFault> account) {
            ++calls;
            if (account)
                got.first = QByteArray(account->secret().reveal().constData(), account->secret().reveal().size());
            else
                got.second = account.error();
        });
        const bool early = calls > 0;
        const bool once = QTest::qWaitFor([&] { return calls > 0; }) && calls == 1;
        return once && !early ? got
                              : std::pair<QByteArray, std::optional<StoreFault>> { "not answered once, later", {} };
    }

    std::optional<StoreFault> removed(SessionStore& store, const QString& id)
    {
        std::optional<std::expected<void, StoreFault>> result;
        store.remove(id, this, [&](std::expected<void, StoreFault> r) { result = r; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }))
            return StoreFault::Unavailable;
        return *result ? std::nullopt : std::optional(result->error());
    }

    bool saved(SessionStore& store, QByteArray secret)
    {
        bool ok = false;
        store.save(sample(std::move(secret)), this, [&](std::expected<void, StoreFault> r) { ok = r.has_value(); });
        return QTest::qWaitFor([&] { return ok; });
    }

private Q_SLOTS:
    void givesBackWhatWasSavedLast()
    {
        SessionStore store;
        QVERIFY(saved(store, "one"));
        QVERIFY(saved(store, "two"));
        QCOMPARE(loaded(store, QStringLiteral("a")).first, QByteArray("two"));
        QCOMPARE(loaded(store, QStringLiteral("a")).first, QByteArray("two"));
    }

    void saysMissingOfWhatItNeverHadOrHasNoMore()
    {
        SessionStore store;
        QVERIFY(saved(store, "one"));
        QCOMPARE(loaded(store, QStringLiteral("b")).second, std::optional(StoreFault::Missing));
        QVERIFY(!removed(store, QStringLiteral("a")));
        QCOMPARE(loaded(store, QStringLiteral("a")).second, std::optional(StoreFault::Missing));
        QCOMPARE(removed(store, QStringLiteral("a")), std::optional(StoreFault::Missing));
    }

    void saysNothingToACallerThatIsGone()
    {
        SessionStore store;
        bool called = false;
        auto caller = std::make_unique<QObject>();
        store.load(QStringLiteral("a"), caller.get(), [&](std::expected<Account, StoreFault>) { called = true; });
        caller.reset();
        QCOMPARE(loaded(store, QStringLiteral("a")).second, std::optional(StoreFault::Missing)); // queued after it
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(SessionStoreTest)
#include "tst_sessionstore.moc"
