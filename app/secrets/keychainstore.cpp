#include "secrets/keychainstore.h"

#include "secrets/accountentry.h"
#include "secrets/secretservice.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <memory>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s; // a keyring that hangs is given up by QtKeychain only after 50 s
#ifdef Q_OS_LINUX
constexpr bool secretServiceExpected = true;
#else
constexpr bool secretServiceExpected = false;
#endif
const QString serviceName = QStringLiteral("pushbrake");

QString entryKey(const QString& profileId)
{
    return QStringLiteral("pushbrake/v1/") + profileId;
}

StoreFault faultOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return StoreFault::Missing;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return StoreFault::Refused;
    default:
        return StoreFault::Unavailable;
    }
}

// Runs a job and answers once: with the job when it ends, with null when patience does. The job is never deleted by us;
// deleting one that runs is a use after free inside QtKeychain, so it is left to delete itself.
template<typename Job>
void run(Job* job, QObject* context, std::function<void(Job*)> ended)
{
    auto* deadline = new QTimer(context);
    auto once = std::make_shared<std::function<void(Job*)>>(std::move(ended));
    const auto answer = [once, deadline](Job* with) {
        if (!*once)
            return;
        const auto then = std::exchange(*once, nullptr);
        deadline->stop();
        deadline->deleteLater();
        then(with);
    };
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, context, [answer, job] { answer(job); });
    QObject::connect(deadline, &QTimer::timeout, context, [answer] { answer(nullptr); });
    deadline->setSingleShot(true);
    deadline->start(patience);
    job->start();
}

// QtKeychain says "not found" and "denied" of a locked keyring; the Secret Service itself tells the difference.
void explain(const QString& profileId, StoreFault fault, QObject* context, std::function<void(StoreFault)> done)
{
    if (fault != StoreFault::Missing && fault != StoreFault::Refused) {
        done(fault);
        return;
    }
    findSecretServiceEntry(serviceName, entryKey(profileId), context, [fault, done = std::move(done)](EntryPlace place) {
        // Without the service's word a "not found" proves nothing: it must never look like an empty program.
        const bool unproven = place == EntryPlace::Unknown && fault == StoreFault::Missing && secretServiceExpected;
        done(place == EntryPlace::Locked ? StoreFault::Locked : unproven ? StoreFault::Unavailable : fault);
    });
}

} // namespace

void KeychainStore::load(const QString& profileId, QObject* context, Loaded done)
{
    auto* job = new QKeychain::ReadPasswordJob(serviceName);
    job->setKey(entryKey(profileId));
    run<QKeychain::ReadPasswordJob>(job, context, [profileId, context, done = std::move(done)](QKeychain::ReadPasswordJob* ended) {
        if (ended && ended->error() == QKeychain::NoError) {
            QByteArray entry = ended->binaryData();
            auto account = accountFromEntry(profileId, entry);
            wipe(entry);
            done(std::move(account));
            return;
        }
        const StoreFault fault = ended ? faultOf(ended->error()) : StoreFault::Unavailable;
        explain(profileId, fault, context, [done](StoreFault told) { done(Unexpected { told }); });
    });
}

void KeychainStore::save(Account account, QObject* context, Finished done)
{
    auto entry = accountToEntry(account);
    if (!entry) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(Unexpected { StoreFault::TooLarge }); });
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(serviceName);
    job->setKey(entryKey(account.profile.id));
    QByteArray bytes = std::move(entry).value();
    job->setBinaryData(bytes);
    auto kept = std::make_shared<Account>(std::move(account));
    run<QKeychain::WritePasswordJob>(job, context, [this, kept, context, done = std::move(done)](QKeychain::WritePasswordJob* ended) {
        if (!ended || ended->error() != QKeychain::NoError) {
            const StoreFault fault = ended ? faultOf(ended->error()) : StoreFault::Unavailable;
            explain(kept->profile.id, fault, context, [done](StoreFault told) { done(Unexpected { told }); });
            return;
        }
        load(kept->profile.id, context, [kept, done](Result<Account, StoreFault> read) {
            if (!read) {
                done(Unexpected { read.error() == StoreFault::Missing ? StoreFault::NotKept : read.error() });
                return;
            }
            const bool same = read->profile == kept->profile && read->secret.reveal() == kept->secret.reveal();
            done(same ? Result<void, StoreFault>() : Unexpected { StoreFault::NotKept });
        });
    });
}

void KeychainStore::remove(const QString& profileId, QObject* context, Finished done)
{
    auto* job = new QKeychain::DeletePasswordJob(serviceName);
    job->setKey(entryKey(profileId));
    run<QKeychain::DeletePasswordJob>(job, context, [this, profileId, context, done = std::move(done)](QKeychain::DeletePasswordJob* ended) {
        const bool failed = !ended || (ended->error() != QKeychain::NoError && ended->error() != QKeychain::EntryNotFound);
        if (failed) {
            const StoreFault fault = ended ? faultOf(ended->error()) : StoreFault::Unavailable;
            explain(profileId, fault, context, [done](StoreFault told) { done(Unexpected { told }); });
            return;
        }
        // A locked keyring answers "removed" and keeps the entry.
        load(profileId, context, [done](Result<Account, StoreFault> read) {
            if (read)
                done(Unexpected { StoreFault::NotKept });
            else if (read.error() == StoreFault::Missing)
                done({});
            else
                done(Unexpected { read.error() });
        });
    });
}

} // namespace pushbrake
