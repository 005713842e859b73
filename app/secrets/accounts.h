// The apps that a person set up and their accounts. The one place that knows where an account is: in this session's
// memory, else in the keychain; the index says what is there without asking either. Owned by Program; borrows
// everything. What was begun is finished even when the one who asked is gone; then nobody is answered.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "secrets/accountstore.h"
#include "secrets/profileindex.h"

#include <QList>
#include <QObject>

#include <expected>
#include <functional>
#include <optional>

namespace pushbrake {

/// True when every other entry would be answered with this too, so that one question is enough.
constexpr bool isOfTheWholeKeychain(StoreFault fault)
{
    return fault == StoreFault::Locked || fault == StoreFault::Unavailable;
}

struct LoadedAccount
{
    /// Without a secret when it was imported and the secret is still to be entered, and when the saved one was entered
    /// for another.
    Account account;
    bool isSessionOnly = false; ///< gone when the program ends
};

struct SavedAccount
{
    Account account; ///< with its id and its secret
    bool isNew = false; ///< the index did not have it before
};

/// An entry of ours in the keychain that no app here owns.
struct Orphan
{
    QString id;
    std::optional<Profile> profile; ///< nothing when it cannot be read
};

/// Import stopped here: this app and what follows it was not added.
struct NotAdded
{
    QString name;
    StoreFault fault;
};

class Accounts : public QObject
{
    Q_OBJECT
public:
    using Loaded = std::function<void(std::expected<LoadedAccount, StoreFault>)>;
    using LoadedOne = std::function<void(const QString& id, std::expected<LoadedAccount, StoreFault>)>;
    using Saved = std::function<void(std::expected<SavedAccount, StoreFault>)>;
    using Copied = std::function<void(std::expected<QString, StoreFault>)>;
    using Added = std::function<void(std::expected<void, NotAdded>)>;
    using Finished = AccountStore::Finished;
    using Found = std::function<void(const QList<Orphan>&)>;

    Accounts(AccountStore& keychain, AccountStore& sessionOnly, ProfileIndex& index, const Clock& clock,
        QObject* parent = nullptr);

    // --- what is known without the keychain; answered at once ---

    QList<ProfileEntry> entries() const { return m_index.entries(); }
    std::optional<ProfileEntry> entry(const QString& id) const { return m_index.entry(id); }
    /// Id, name, colour and mark; its SDKAppID is 0, and its region is not known.
    Profile outline(const QString& id) const;
    /// A mark for a further app: one that no other has, as long as there is one.
    ProfileColour unusedColour() const;
    /// Up by one (-1) or down (1); where there is no more room it stays.
    void move(const QString& id, int by) { m_index.move(id, by); }
    QString lastUsed() const { return m_index.lastUsed(); }
    void setLastUsed(const QString& id) { m_index.setLastUsed(id); }

    // --- the rest; each is answered exactly once, from the event loop, unless `context` is gone by then ---

    void load(const QString& id, QObject* context, Loaded done);
    /// One after the other, in the order of the index: a keychain that has to be unlocked asks the person once. One
    /// that is locked or not there is asked once. `read` is called once for each app.
    void loadEach(QObject* context, LoadedOne read);
    /// In the keychain. An empty secret: the saved one stays, unless it was entered for another host, SDKAppID or
    /// identifier (SecretOfAnother). An empty id: a new app. Takes the place of what was kept for the session. What a
    /// newer version saved is not replaced (Newer).
    void save(Account account, QObject* context, Saved done);
    /// In memory, without asking the keychain. Missing without a secret: the saved one cannot be read now.
    void keepForSession(Account account, QObject* context, Saved done);
    /// On a fault nothing was removed, from nowhere.
    void remove(const QString& id, QObject* context, Finished done);
    /// Another profile with the same account and a mark of its own, beside it in the list and kept where it is kept.
    /// Answers with its id.
    void duplicate(const QString& id, const QString& name, QObject* context, Copied done);
    /// One after the other, in the keychain, each waiting for its secret. A mark that is taken here becomes one that is
    /// not. The index names none that the keychain has not.
    void addImported(const QList<Profile>& profiles, QObject* context, Added done);
    /// What an interrupted save or removal left in the keychain, as far as the platform can list it. Nothing of a newer
    /// version: that is not for this one to judge.
    void findOrphans(QObject* context, Found done);
    /// One after the other; what an app owns by then stays.
    void removeOrphans(const QStringList& ids, QObject* context, Finished done);
    /// Whether the keychain can be used now. Asks nobody for a password and reads no secret.
    void askKeychain(QObject* context, Finished done);
    /// Asks the system to have the person unlock the keychain. True when it is open now.
    void unlock(QObject* context, std::function<void(bool)> done);

private:
    Profile reconciled(Profile profile);
    void loadNext(QStringList ids, std::optional<StoreFault> keychainFault, QObject* context, const LoadedOne& read);
    void loadUnless(std::optional<StoreFault> keychainFault, const QString& id, Loaded done);
    void saveWithSecret(Account account, Saved done);
    void write(Account account, Saved done);
    void toKeychain(Account account, const Finished& done);
    void onSavedLate(const QString& id);
    void readOrphans(QStringList ids, QList<Orphan> known, const Found& done);
    void removeNext(QStringList ids, const Finished& done);
    enum class Kept { InKeychain, ForSession };
    SavedAccount noted(Account account, Kept where);
    void placeBehind(const QString& copy, const QString& original);

    AccountStore& m_keychain;
    AccountStore& m_sessionOnly;
    ProfileIndex& m_index;
    const Clock& m_clock;
    QStringList m_saving; ///< the keychain has not answered yet
};

} // namespace pushbrake
