#include "secrets/accounts.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace pushbrake {

namespace {

/// `done`, for as long as there is somebody to answer.
template<typename... Arguments>
std::function<void(Arguments...)> whileThere(QObject* context, std::function<void(Arguments...)> done)
{
    return [guard = QPointer(context), done = std::move(done)](Arguments... arguments) {
        if (guard)
            done(std::forward<Arguments>(arguments)...);
    };
}

} // namespace

Accounts::Accounts(
    AccountStore& keychain, AccountStore& sessionOnly, ProfileIndex& index, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_sessionOnly(sessionOnly)
    , m_index(index)
    , m_clock(clock)
{
    connect(&keychain, &AccountStore::savedLate, this, &Accounts::onSavedLate);
}

Profile Accounts::outline(const QString& id) const
{
    Profile profile;
    profile.id = id;
    if (const auto known = m_index.entry(id)) {
        profile.name = known->name;
        profile.colour = known->colour;
        profile.realUsers = known->realUsers;
    }
    return profile;
}

ProfileColour Accounts::unusedColour() const
{
    QList<ProfileColour> used;
    for (const ProfileEntry& known : m_index.entries())
        used.append(known.colour);
    return pushbrake::unusedColour(used);
}

// Name and colour are at home in the index: they are a person's own, and entries from before there were colours have
// none. Whether real users are reached is at home with the account; the index repeats it for as long as that cannot be
// read.
Profile Accounts::reconciled(Profile profile)
{
    auto known = m_index.entry(profile.id);
    if (!known)
        return profile;
    profile.name = known->name;
    profile.colour = known->colour;
    if (known->realUsers != profile.realUsers) {
        known->realUsers = profile.realUsers;
        m_index.put(*known);
    }
    return profile;
}

// --- reading ---

void Accounts::load(const QString& id, QObject* context, Loaded done)
{
    loadUnless(std::nullopt, id, whileThere(context, std::move(done)));
}

// What was kept for this session only is looked for first: it is there because the keychain would not take it.
void Accounts::loadUnless(std::optional<StoreFault> keychainFault, const QString& id, Loaded done)
{
    const auto answer = [this, done = std::move(done)](bool isSessionOnly, std::expected<Account, StoreFault> account) {
        if (!account) {
            done(std::unexpected { account.error() });
            return;
        }
        account->profile = reconciled(account->profile);
        done(LoadedAccount { std::move(account).value(), isSessionOnly });
    };
    m_sessionOnly.load(id, this, [this, id, keychainFault, answer](std::expected<Account, StoreFault> account) {
        if (account)
            answer(true, std::move(account));
        else if (keychainFault)
            answer(false, std::unexpected { *keychainFault });
        else
            m_keychain.load(
                id, this, [answer](std::expected<Account, StoreFault> kept) { answer(false, std::move(kept)); });
    });
}

void Accounts::loadEach(QObject* context, LoadedOne read)
{
    QStringList ids;
    for (const ProfileEntry& known : m_index.entries())
        ids.append(known.id);
    loadNext(std::move(ids), std::nullopt, context, read);
}

void Accounts::loadNext(
    QStringList ids, std::optional<StoreFault> keychainFault, QObject* context, const LoadedOne& read)
{
    if (ids.isEmpty())
        return;
    const QString id = ids.takeFirst();
    loadUnless(keychainFault, id,
        [this, id, ids = std::move(ids), keychainFault, guard = QPointer(context), read](
            std::expected<LoadedAccount, StoreFault> account) {
            if (!guard)
                return;
            const auto fault = !account && isOfTheWholeKeychain(account.error()) ? account.error() : keychainFault;
            read(id, std::move(account));
            if (guard)
                loadNext(ids, fault, guard, read);
        });
}

// --- keeping ---

void Accounts::save(Account account, QObject* context, Saved done)
{
    done = whileThere(context, std::move(done));
    if (account.profile.id.isEmpty())
        account.profile.id = newProfileId();
    if (!account.secret().isEmpty()) {
        saveWithSecret(std::move(account), std::move(done));
        return;
    }
    loadUnless(std::nullopt, account.profile.id,
        [this, profile = account.profile, done](std::expected<LoadedAccount, StoreFault> known) {
            if (!known) {
                done(std::unexpected { known.error() });
                return;
            }
            // The saved secret stays with whom it was entered for; with another it is hidden.
            Account kept = std::move(known->account);
            kept.profile = profile;
            if (kept.isSecretOfAnother())
                done(std::unexpected { StoreFault::SecretOfAnother });
            else if (kept.secret().isEmpty())
                done(std::unexpected { StoreFault::Missing });
            else
                saveWithSecret(std::move(kept), done);
        });
}

// What a later version wrote is not for this one to replace; and a keychain that does not open now is not waited for
// twice.
void Accounts::saveWithSecret(Account account, Saved done)
{
    if (!m_index.entry(account.profile.id)) {
        write(std::move(account), std::move(done));
        return;
    }
    const QString id = account.profile.id;
    auto kept = std::make_shared<Account>(std::move(account));
    m_keychain.load(id, this, [this, kept, done = std::move(done)](std::expected<Account, StoreFault> there) {
        if (!there && (there.error() == StoreFault::Newer || isOfTheWholeKeychain(there.error())))
            done(std::unexpected { there.error() });
        else
            write(std::move(*kept), done);
    });
}

void Accounts::write(Account account, Saved done)
{
    auto kept = std::make_shared<Account>(account.duplicate());
    toKeychain(std::move(account), [this, kept, done](std::expected<void, StoreFault> saved) {
        if (!saved) {
            done(std::unexpected { saved.error() });
            return;
        }
        // What was kept for the session would hide what the keychain has now.
        m_sessionOnly.remove(kept->profile.id, this,
            [this, kept, done](std::expected<void, StoreFault>) { done(noted(std::move(*kept), Kept::InKeychain)); });
    });
}

void Accounts::toKeychain(Account account, const Finished& done)
{
    const QString id = account.profile.id;
    m_saving.append(id);
    m_keychain.save(std::move(account), this, [this, id, done](std::expected<void, StoreFault> saved) {
        m_saving.removeOne(id);
        done(saved);
    });
}

// An entry that nobody counts with any more would keep its secret for ever. Of an app that is listed it is the account
// that was wanted; one that is being saved once more is replaced by that.
void Accounts::onSavedLate(const QString& id)
{
    if (m_saving.contains(id))
        return;
    if (auto known = m_index.entry(id)) {
        known->neverInKeychain = false;
        m_index.put(*known);
        return;
    }
    m_keychain.remove(id, this, [](std::expected<void, StoreFault>) {});
}

void Accounts::keepForSession(Account account, QObject* context, Saved done)
{
    done = whileThere(context, std::move(done));
    if (account.secret().isEmpty()) {
        QTimer::singleShot(0, this, [done] { done(std::unexpected { StoreFault::Missing }); });
        return;
    }
    if (account.profile.id.isEmpty())
        account.profile.id = newProfileId();
    auto kept = std::make_shared<Account>(account.duplicate());
    m_sessionOnly.save(std::move(account), this, [this, kept, done](std::expected<void, StoreFault> saved) {
        if (saved)
            done(noted(std::move(*kept), Kept::ForSession));
        else
            done(std::unexpected { saved.error() });
    });
}

// Writes into the index what was kept.
SavedAccount Accounts::noted(Account account, Kept where)
{
    const Profile& profile = account.profile;
    const auto known = m_index.entry(profile.id);
    const bool wasNeverInKeychain = !known || known->neverInKeychain;
    m_index.put({ profile.id, profile.name, m_clock.utcNow(), profile.colour, profile.realUsers,
        where == Kept::ForSession && wasNeverInKeychain });
    return { std::move(account), !known };
}

void Accounts::remove(const QString& id, QObject* context, Finished done)
{
    done = whileThere(context, std::move(done));
    m_keychain.remove(id, this, [this, id, done](std::expected<void, StoreFault> removed) {
        if (!removed && removed.error() != StoreFault::Missing) {
            done(removed);
            return;
        }
        // The session's copy not before: it may be all there is.
        m_sessionOnly.remove(id, this, [this, id, done](std::expected<void, StoreFault>) {
            m_index.remove(id);
            done({});
        });
    });
}

void Accounts::duplicate(const QString& id, const QString& name, QObject* context, Copied done)
{
    done = whileThere(context, std::move(done));
    loadUnless(std::nullopt, id, [this, id, name, done](std::expected<LoadedAccount, StoreFault> original) {
        if (!original) {
            done(std::unexpected { original.error() });
            return;
        }
        Account copy = std::move(original->account);
        copy.profile.id = newProfileId();
        copy.profile.name = name;
        copy.profile.colour = unusedColour();
        const Kept where = original->isSessionOnly ? Kept::ForSession : Kept::InKeychain;
        const auto saved = [this, id, kept = copy.profile, where, done](std::expected<void, StoreFault> result) {
            if (!result) {
                done(std::unexpected { result.error() });
                return;
            }
            noted({ kept, {} }, where);
            placeBehind(kept.id, id);
            done(kept.id);
        };
        if (original->isSessionOnly)
            m_sessionOnly.save(std::move(copy), this, saved);
        else
            toKeychain(std::move(copy), saved);
    });
}

void Accounts::placeBehind(const QString& copy, const QString& original)
{
    QStringList order;
    for (const ProfileEntry& known : m_index.entries())
        order.append(known.id);
    for (qsizetype place = order.indexOf(copy); place > order.indexOf(original) + 1; --place)
        m_index.move(copy, -1);
}

void Accounts::addImported(const QList<Profile>& profiles, QObject* context, Added done)
{
    done = whileThere(context, std::move(done));
    if (profiles.isEmpty()) {
        QTimer::singleShot(0, this, [done] { done({}); });
        return;
    }
    Profile first = profiles.first();
    first.id = newProfileId();
    const QList<ProfileEntry> here = m_index.entries();
    if (std::any_of(here.begin(), here.end(), [&first](const ProfileEntry& e) { return e.colour == first.colour; }))
        first.colour = unusedColour();
    toKeychain({ first, {} }, [this, first, rest = profiles.mid(1), done](std::expected<void, StoreFault> saved) {
        if (!saved) {
            done(std::unexpected { NotAdded { first.name, saved.error() } });
            return;
        }
        noted({ first, {} }, Kept::InKeychain);
        addImported(rest, this, done);
    });
}

// --- what no app owns ---

void Accounts::findOrphans(QObject* context, Found done)
{
    m_keychain.list(this, [this, done = whileThere(context, std::move(done))](QStringList ids) {
        ids.removeIf([this](const QString& id) { return m_index.entry(id) || m_saving.contains(id); });
        ids.sort(); // the keychain has no order of its own
        readOrphans(std::move(ids), {}, done);
    });
}

void Accounts::readOrphans(QStringList ids, QList<Orphan> known, const Found& done)
{
    if (ids.isEmpty()) {
        done(known);
        return;
    }
    const QString id = ids.takeFirst();
    m_keychain.load(id, this, [this, id, ids, known, done](const std::expected<Account, StoreFault>& read) mutable {
        if (read)
            known.append({ id, read->profile });
        else if (read.error() == StoreFault::Damaged)
            known.append({ id, std::nullopt });
        readOrphans(std::move(ids), std::move(known), done);
    });
}

void Accounts::removeOrphans(const QStringList& ids, QObject* context, Finished done)
{
    removeNext(ids, whileThere(context, std::move(done)));
}

void Accounts::removeNext(QStringList ids, const Finished& done)
{
    ids.removeIf([this](const QString& id) { return m_index.entry(id) || m_saving.contains(id); });
    if (ids.isEmpty()) {
        QTimer::singleShot(0, this, [done] { done({}); });
        return;
    }
    const QString id = ids.takeFirst();
    m_keychain.remove(id, this, [this, ids, done](std::expected<void, StoreFault> removed) {
        if (removed || removed.error() == StoreFault::Missing)
            removeNext(ids, done);
        else
            done(removed);
    });
}

// An entry that nobody ever made: a keychain that says so is there and open.
void Accounts::askKeychain(QObject* context, Finished done)
{
    const auto answer = whileThere(context, std::move(done));
    m_keychain.load(QStringLiteral("no-app"), this, [answer](std::expected<Account, StoreFault> found) {
        if (found || found.error() == StoreFault::Missing)
            answer({});
        else
            answer(std::unexpected { found.error() });
    });
}

void Accounts::unlock(QObject* context, std::function<void(bool)> done)
{
    m_keychain.unlock(this, whileThere(context, std::move(done)));
}

} // namespace pushbrake
