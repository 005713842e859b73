#include "secrets/keychain.h"

#include "secrets/secretservice.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <memory>

namespace pushbrake::keychain {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s; // a keyring that hangs is given up by QtKeychain only after 50 s
#ifdef Q_OS_LINUX
constexpr bool secretServiceExpected = true;
#else
constexpr bool secretServiceExpected = false;
#endif
const QString serviceName = QStringLiteral("pushbrake");

QString fullKey(const QString& key)
{
    return QStringLiteral("pushbrake/v1/") + key;
}

StoreFault faultOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound: return StoreFault::Missing;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return StoreFault::Refused;
    default: return StoreFault::Unavailable;
    }
}

/// One call of a person: what it is about, who asked, and the time that all of its steps share.
struct Call
{
    QString key;
    QObject* context;
    QDeadlineTimer deadline { patience };
};

// Runs a job and answers once: with the job when it ends, with null when the time is up. The job is never deleted by
// us; deleting one that runs is a use after free inside QtKeychain, so it is left to delete itself.
template<typename Job> void run(Job* job, const Call& call, std::function<void(Job*)> ended)
{
    auto* timer = new QTimer(call.context);
    auto once = std::make_shared<std::function<void(Job*)>>(std::move(ended));
    const auto answer = [once, timer](Job* with) {
        if (!*once)
            return;
        const auto then = std::exchange(*once, nullptr);
        timer->stop();
        timer->deleteLater();
        then(with);
    };
    job->setAutoDelete(true);
    job->setKey(fullKey(call.key));
    QObject::connect(job, &QKeychain::Job::finished, call.context, [answer, job] { answer(job); });
    QObject::connect(timer, &QTimer::timeout, call.context, [answer] { answer(nullptr); });
    timer->setSingleShot(true);
    timer->start(std::chrono::milliseconds(call.deadline.remainingTime()));
    job->start();
}

// QtKeychain says "not found" and "denied" of a locked keyring; the Secret Service itself tells the difference.
void explain(const Call& call, const QKeychain::Job* ended, std::function<void(StoreFault)> done)
{
    const StoreFault fault = ended ? faultOf(ended->error()) : StoreFault::Unavailable;
    if (fault != StoreFault::Missing && fault != StoreFault::Refused) {
        done(fault);
        return;
    }
    const auto told = [fault, done = std::move(done)](EntryPlace place) {
        // Without the service's word a "not found" proves nothing: it must never look like an empty program.
        const bool unproven = (place == EntryPlace::Unknown || place == EntryPlace::Silent)
            && fault == StoreFault::Missing && secretServiceExpected;
        done(place == EntryPlace::Locked ? StoreFault::Locked : unproven ? StoreFault::Unavailable : fault);
    };
    findSecretServiceEntry(serviceName, fullKey(call.key), int(call.deadline.remainingTime()), call.context, told);
}

void read(const Call& call, Read done)
{
    auto* job = new QKeychain::ReadPasswordJob(serviceName);
    run<QKeychain::ReadPasswordJob>(job, call, [call, done = std::move(done)](QKeychain::ReadPasswordJob* ended) {
        if (!ended || ended->error() != QKeychain::NoError) {
            explain(call, ended, [done](StoreFault fault) { done(std::unexpected { fault }); });
            return;
        }
        // The job keeps these very bytes until it deletes itself: they are overwritten when nobody else has them.
        auto kept = std::make_shared<QByteArray>(ended->binaryData());
        QObject::connect(ended, &QObject::destroyed, ended, [kept] { wipe(*kept); });
        done(QByteArray(kept->constData(), kept->size()));
    });
}

// The Secret Service is asked before QtKeychain is: a locked keyring would ask for its password on its own and answer
// when nobody waits any more, and what is handed to one that hangs is done long after it was said to have failed.
void whenOpen(const Call& call, std::function<void()> go, std::function<void(StoreFault)> refused)
{
    if (!secretServiceExpected) {
        go();
        return;
    }
    const auto told = [call, go = std::move(go), refused = std::move(refused)](EntryPlace place) {
        if (place == EntryPlace::Locked)
            refused(StoreFault::Locked);
        else if (place == EntryPlace::Silent)
            refused(StoreFault::Unavailable);
        else
            go(); // without a Secret Service there may still be another keychain
    };
    findSecretServiceEntry(serviceName, fullKey(call.key), int(call.deadline.remainingTime()), call.context, told);
}

void write(const Call& call, const std::shared_ptr<QByteArray>& kept, Finished done)
{
    auto* job = new QKeychain::WritePasswordJob(serviceName);
    job->setBinaryData(*kept);
    // A job that outlives the answer still needs them; it is the last to have them.
    QObject::connect(job, &QObject::destroyed, job, [kept] { wipe(*kept); });
    run<QKeychain::WritePasswordJob>(
        job, call, [call, kept, done = std::move(done)](QKeychain::WritePasswordJob* ended) {
            if (!ended || ended->error() != QKeychain::NoError) {
                explain(call, ended, [done](StoreFault fault) { done(std::unexpected { fault }); });
                return;
            }
            auto written = std::make_shared<Secret>(QByteArray(kept->constData(), kept->size()));
            read(call, [written, done](std::expected<QByteArray, StoreFault> found) {
                if (!found) {
                    done(
                        std::unexpected { found.error() == StoreFault::Missing ? StoreFault::NotKept : found.error() });
                    return;
                }
                QByteArray back = std::move(found).value();
                const bool same = back == written->reveal();
                wipe(back);
                done(same ? std::expected<void, StoreFault>() : std::unexpected { StoreFault::NotKept });
            });
        });
}

void remove(const Call& call, Finished done)
{
    auto* job = new QKeychain::DeletePasswordJob(serviceName);
    run<QKeychain::DeletePasswordJob>(job, call, [call, done = std::move(done)](QKeychain::DeletePasswordJob* ended) {
        if (!ended || (ended->error() != QKeychain::NoError && ended->error() != QKeychain::EntryNotFound)) {
            explain(call, ended, [done](StoreFault fault) { done(std::unexpected { fault }); });
            return;
        }
        // A locked keyring answers "removed" and keeps the entry.
        read(call, [done](std::expected<QByteArray, StoreFault> found) {
            if (found)
                done(std::unexpected { StoreFault::NotKept });
            else if (found.error() == StoreFault::Missing)
                done({});
            else
                done(std::unexpected { found.error() });
        });
    });
}

} // namespace

void read(const QString& key, QObject* context, Read done)
{
    const Call call { key, context };
    whenOpen(
        call, [call, done] { read(call, done); }, [done](StoreFault fault) { done(std::unexpected { fault }); });
}

void write(const QString& key, QByteArray&& bytes, QObject* context, Finished done)
{
    const Call call { key, context };
    const std::shared_ptr<QByteArray> kept(new QByteArray(std::exchange(bytes, {})), [](QByteArray* secret) {
        wipe(*secret);
        delete secret;
    });
    whenOpen(
        call, [call, kept, done] { write(call, kept, done); },
        [done](StoreFault fault) { done(std::unexpected { fault }); });
}

void remove(const QString& key, QObject* context, Finished done)
{
    const Call call { key, context };
    whenOpen(
        call, [call, done] { remove(call, done); }, [done](StoreFault fault) { done(std::unexpected { fault }); });
}

void unlock(QObject* context, std::function<void(bool)> done)
{
    unlockSecretService(context, std::move(done));
}

} // namespace pushbrake::keychain
