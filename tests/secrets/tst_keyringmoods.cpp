// What a real keyring does once in years: keeps other bytes, forgets, refuses without a word, is changed by somebody
// else between two calls. The store never says saved or removed of what is not so, and never writes behind a no.
#include "secrets/fakesecretservice.h"

#include "secrets/accountentry.h"
#include "secrets/keychainstore.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace pushbrake;
using namespace std::chrono_literals;
using Mood = FakeSecretService::Mood;

namespace {

constexpr int patience = 15'000;
const QString id = QStringLiteral("tst-1");

Account sample(QByteArray secret)
{
    Account account;
    account.profile.id = id;
    account.profile.name = QStringLiteral("Shop");
    account.profile.sdkAppId = 1'400'000'000;
    account.profile.identifier = QStringLiteral("administrator");
    account.enter(Secret(std::move(secret)));
    return account;
}

// Nothing for "never answered". Shared: what comes too late must not write into a frame that is gone.
using Ending = std::shared_ptr<std::optional<std::expected<QByteArray, StoreFault>>>;

QString told(const Ending& ending)
{
    if (!*ending)
        return QStringLiteral("no answer");
    const auto& result = **ending;
    return result ? QStringLiteral("done") : QStringLiteral("fault %1").arg(int(result.error()));
}

QString fault(StoreFault which)
{
    return QStringLiteral("fault %1").arg(int(which));
}

} // namespace

class KeyringMoodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isAKeyringToTheStore();
    void neverCallsSavedWhatReadsBackOtherwise();
    void neverCallsSavedWhatWasForgotten();
    void neverCallsRemovedWhatIsStillThere();
    void aDismissedQuestionWritesNothing();
    void aDismissedQuestionRemovesNothing();
    void aDismissedQuestionUnlocksNothing();
    void aNewKeyringThatNobodyWantsKeepsNothing();
    void waitsForASlowPersonAndSaysWhatCameOfIt();
    void saysMissingOfWhatSomebodyElseTookAway();
    void givesNoSecretOfAnEntryThatSomebodyElseTurnedElsewhere();
    void callsAnEntryDamagedThatSomebodyElseSpoiled();
    void keepsAndSaysAnEntryOfANewerVersion();

private:
    Ending load();
    Ending save(const QByteArray& secret);
    Ending remove();
    bool isAnswered(const Ending& ending) const
    {
        return QTest::qWaitFor([&] { return ending->has_value(); }, patience);
    }
    Ending ended(Ending ending) const
    {
        (void)isAnswered(ending);
        return ending;
    }

    std::unique_ptr<FakeSecretService> m_keyring;
    std::unique_ptr<KeychainStore> m_store;
};

void KeyringMoodsTest::init()
{
    m_store.reset();
    m_keyring.reset();
    m_keyring = std::make_unique<FakeSecretService>();
    m_store = std::make_unique<KeychainStore>();
}

Ending KeyringMoodsTest::load()
{
    auto ending = std::make_shared<Ending::element_type>();
    m_store->load(id, this, [ending](std::expected<Account, StoreFault> account) {
        if (account)
            *ending = QByteArray(account->secret().reveal().constData(), account->secret().reveal().size());
        else
            *ending = std::unexpected { account.error() };
    });
    return ended(ending);
}

Ending KeyringMoodsTest::save(const QByteArray& secret)
{
    auto ending = std::make_shared<Ending::element_type>();
    m_store->save(sample(secret), this, [ending](std::expected<void, StoreFault> result) {
        *ending = result ? std::expected<QByteArray, StoreFault>(QByteArray()) : std::unexpected { result.error() };
    });
    return ending;
}

Ending KeyringMoodsTest::remove()
{
    auto ending = std::make_shared<Ending::element_type>();
    m_store->remove(id, this, [ending](std::expected<void, StoreFault> result) {
        *ending = result ? std::expected<QByteArray, StoreFault>(QByteArray()) : std::unexpected { result.error() };
    });
    return ended(ending);
}

// Without this the rest would prove nothing.
void KeyringMoodsTest::isAKeyringToTheStore()
{
    QCOMPARE(told(load()), fault(StoreFault::Missing));
    QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
    QCOMPARE(m_keyring->entries(), 1);
    const Ending loaded = load();
    QCOMPARE(told(loaded), QStringLiteral("done"));
    QCOMPARE(**loaded, QByteArray("one"));
    QCOMPARE(told(ended(save("two"))), QStringLiteral("done"));
    QCOMPARE(m_keyring->entries(), 1);
    QCOMPARE(told(remove()), QStringLiteral("done"));
    QCOMPARE(m_keyring->entries(), 0);
}

void KeyringMoodsTest::neverCallsSavedWhatReadsBackOtherwise()
{
    m_keyring->mood = Mood::KeepsOtherBytes;
    QCOMPARE(told(ended(save("one"))), fault(StoreFault::NotKept));
    m_keyring->mood = Mood::Honest;
    QCOMPARE(told(load()), fault(StoreFault::Damaged));
}

void KeyringMoodsTest::neverCallsSavedWhatWasForgotten()
{
    m_keyring->mood = Mood::Forgets;
    QCOMPARE(told(ended(save("one"))), fault(StoreFault::NotKept));
    QCOMPARE(told(load()), fault(StoreFault::Missing));
}

void KeyringMoodsTest::neverCallsRemovedWhatIsStillThere()
{
    QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
    m_keyring->mood = Mood::KeepsWhatItRemoves;
    QCOMPARE(told(remove()), fault(StoreFault::NotKept));
    QCOMPARE(told(load()), QStringLiteral("done"));
}

void KeyringMoodsTest::aDismissedQuestionWritesNothing()
{
    m_keyring->mood = Mood::PersonDismisses;
    const QString saving = told(ended(save("one")));
    QVERIFY2(saving != QStringLiteral("done") && saving != QStringLiteral("no answer"), qPrintable(saving));
    QCOMPARE(m_keyring->prompts(), 1);
    QTest::qWait(300);
    QCOMPARE(m_keyring->entries(), 0);
    QCOMPARE(told(load()), fault(StoreFault::Missing));
}

void KeyringMoodsTest::aDismissedQuestionRemovesNothing()
{
    QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
    m_keyring->mood = Mood::PersonDismisses;
    const QString removing = told(remove());
    QVERIFY2(removing != QStringLiteral("done") && removing != QStringLiteral("no answer"), qPrintable(removing));
    m_keyring->mood = Mood::Honest;
    QCOMPARE(told(load()), QStringLiteral("done"));
}

void KeyringMoodsTest::aDismissedQuestionUnlocksNothing()
{
    QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
    m_keyring->isLocked = true;
    QCOMPARE(told(load()), fault(StoreFault::Locked));
    QCOMPARE(m_keyring->prompts(), 0); // nobody is asked who did not want to be
    m_keyring->mood = Mood::PersonDismisses;
    const auto open = std::make_shared<std::optional<bool>>();
    m_store->unlock(this, [open](bool is) { *open = is; });
    QTRY_VERIFY(open->has_value());
    QVERIFY(!**open);
    QCOMPARE(told(load()), fault(StoreFault::Locked));
    m_keyring->mood = Mood::Honest;
    const auto again = std::make_shared<std::optional<bool>>();
    m_store->unlock(this, [again](bool is) { *again = is; });
    QTRY_VERIFY(again->has_value());
    QVERIFY(**again);
    QCOMPARE(told(load()), QStringLiteral("done"));
}

void KeyringMoodsTest::aNewKeyringThatNobodyWantsKeepsNothing()
{
    m_keyring->hasKeyring = false;
    m_keyring->mood = Mood::PersonDismisses;
    const QString saving = told(ended(save("one")));
    QVERIFY2(saving != QStringLiteral("done") && saving != QStringLiteral("no answer"), qPrintable(saving));
    QVERIFY(!m_keyring->hasKeyring);
    QCOMPARE(m_keyring->entries(), 0);
}

void KeyringMoodsTest::waitsForASlowPersonAndSaysWhatCameOfIt()
{
    m_store = std::make_unique<KeychainStore>(Keychain::Patience { 1s, 1min });
    m_keyring->mood = Mood::PersonIsSlow;
    QSignalSpy late(m_store.get(), &KeychainStore::savedLate);
    const Ending saving = save("one");
    QVERIFY(isAnswered(saving));
    QVERIFY2(told(saving) != QStringLiteral("done"), qPrintable(told(saving)));
    QCOMPARE(m_keyring->entries(), 0);
    QVERIFY(m_keyring->isAsking());
    m_keyring->answer();
    QTRY_COMPARE(late.count(), 1);
    QCOMPARE(late.first().first().toString(), id);
    QCOMPARE(m_keyring->entries(), 1);
}

void KeyringMoodsTest::saysMissingOfWhatSomebodyElseTookAway()
{
    QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
    m_keyring->removeEntries();
    QCOMPARE(told(load()), fault(StoreFault::Missing));
    QCOMPARE(told(remove()), QStringLiteral("done"));
}

void KeyringMoodsTest::givesNoSecretOfAnEntryThatSomebodyElseTurnedElsewhere()
{
    for (const auto& [from, to] : { std::pair<QByteArray, QByteArray> { "\"singapore\"", "\"seoul\"" },
             { "1400000000,", "1400000001," }, { "\"administrator\",", "\"somebody\"," } }) {
        QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
        m_keyring->changeEntries(from, to);
        const Ending loaded = load();
        QVERIFY2(!**loaded || (**loaded)->isEmpty(), from.constData());
    }
}

void KeyringMoodsTest::callsAnEntryDamagedThatSomebodyElseSpoiled()
{
    QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
    m_keyring->changeEntries("{", "[");
    QCOMPARE(told(load()), fault(StoreFault::Damaged));
}

void KeyringMoodsTest::keepsAndSaysAnEntryOfANewerVersion()
{
    QCOMPARE(told(ended(save("one"))), QStringLiteral("done"));
    m_keyring->changeEntries("\"v\":1", "\"v\":99");
    QCOMPARE(told(load()), fault(StoreFault::Newer));
    QCOMPARE(m_keyring->entries(), 1);
}

QTEST_GUILESS_MAIN(KeyringMoodsTest)
#include "tst_keyringmoods.moc"
