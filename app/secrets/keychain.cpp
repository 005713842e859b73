#include "secrets/keychain.h"

#include "secrets/secretservice.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

namespace pushbrake {

/// An entry is in use for as long as somebody has its turn: what was asked of it may still come to pass.
struct Keychain::Turn
{
    Turn(Keychain& of, QString which)
        : keychain(&of)
        , key(std::move(which))
    {
    }
    ~Turn()
    {
        if (keychain)
            QTimer::singleShot(0, keychain, [it = keychain.data(), which = key] { it->pass(which); });
    }
    Q_DISABLE_COPY_MOVE(Turn)

    QPointer<Keychain> keychain;
    QString key;
};

/// One call of a person: what it is about, who asked, and the time that all of its steps share.
struct Keychain::Call
{
    QString key;
    QObject* context;
    QDeadlineTimer deadline;
    std::shared_ptr<Turn> turn;
};

namespace {

#ifdef Q_OS_LINUX
constexpr bool secretServiceExpected = true;
#else
constexpr bool secretServiceExpected = false;
#endif
const QString serviceName = QStringLiteral("pushbrake");
const QString keyPrefix = QStringLiteral("pushbrake/v1/");

QString fullKey(const QString& key)
{
    return keyPrefix + key;
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

// Runs a job and answers once: with the job when it ends, with null when the time is up. The job is never deleted by
// us; deleting one that runs is a use after free inside QtKeychain, so it is left to delete itself. Until then it has
// the entry's turn.
template<typename Job, typename Call> void run(Job* job, const Call& call, std::function<void(Job*)> ended)
{
    QObject::connect(job, &QObject::destroyed, job, [turn = call.turn] {});
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
template<typename Call>
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

template<typename Call> void readNow(const Call& call, Keychain::Read done)
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
template<typename Call>
void whenOpen(const Call& call, std::function<void(EntryPlace)> go, const std::function<void(StoreFault)>& refused)
{
    if (!secretServiceExpected) {
        go(EntryPlace::Unknown);
        return;
    }
    const auto told = [turn = call.turn, go = std::move(go), refused](EntryPlace place) {
        if (place == EntryPlace::Locked)
            refused(StoreFault::Locked);
        else if (place == EntryPlace::Silent)
            refused(StoreFault::Unavailable);
        else
            go(place); // without a Secret Service there may still be another keychain
    };
    findSecretServiceEntry(serviceName, fullKey(call.key), int(call.deadline.remainingTime()), call.context, told);
}

template<typename Call> void removeNow(const Call& call, Keychain::Finished done)
{
    auto* job = new QKeychain::DeletePasswordJob(serviceName);
    run<QKeychain::DeletePasswordJob>(job, call, [call, done = std::move(done)](QKeychain::DeletePasswordJob* ended) {
        if (!ended || (ended->error() != QKeychain::NoError && ended->error() != QKeychain::EntryNotFound)) {
            explain(call, ended, [done](StoreFault fault) { done(std::unexpected { fault }); });
            return;
        }
        // A locked keyring answers "removed" and keeps the entry.
        readNow(call, [done](std::expected<QByteArray, StoreFault> found) {
            if (found)
                done(std::unexpected { StoreFault::NotKept });
            else if (found.error() == StoreFault::Missing)
                done({});
            else
                done(std::unexpected { found.error() });
        });
    });
}

/// What reading back says of what was written.
std::expected<void, StoreFault> compared(std::expected<QByteArray, StoreFault> found, const Secret& written)
{
    if (!found)
        return std::unexpected { found.error() == StoreFault::Missing ? StoreFault::NotKept : found.error() };
    QByteArray back = std::move(found).value();
    const bool isSame = back == written.reveal();
    wipe(back);
    return isSame ? std::expected<void, StoreFault>() : std::unexpected { StoreFault::NotKept };
}

} // namespace

Keychain::Keychain(Patience patience, QObject* parent)
    : QObject(parent)
    , m_patience(patience)
{
}

Keychain::~Keychain() = default;

// --- in turn ---

void Keychain::inTurn(Call call, Work work, const Refused& refused)
{
    if (!m_waiting.contains(call.key)) {
        m_waiting.insert(call.key, {});
        call.turn = std::make_shared<Turn>(*this, call.key);
        work(std::move(call));
        return;
    }
    auto* timer = new QTimer(call.context);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, timer, [timer, refused] {
        timer->deleteLater();
        refused(StoreFault::Unavailable);
    });
    timer->start(std::chrono::milliseconds(call.deadline.remainingTime()));
    m_waiting[call.key].append(
        [call, work = std::move(work), waits = QPointer(timer)](std::shared_ptr<Turn> turn) mutable {
            if (!waits || !waits->isActive())
                return; // it was given up, or nobody is there any more
            delete waits;
            call.turn = std::move(turn);
            work(std::move(call));
        });
}

void Keychain::pass(const QString& key)
{
    if (m_waiting.value(key).isEmpty()) {
        m_waiting.remove(key);
        return;
    }
    const auto next = m_waiting[key].takeFirst();
    next(std::make_shared<Turn>(*this, key));
}

// --- what is asked ---

void Keychain::read(const QString& key, QObject* context, Read done)
{
    const auto refused = [done](StoreFault fault) { done(std::unexpected { fault }); };
    const auto work = [done, refused](const Call& call) {
        whenOpen(
            call, [call, done](EntryPlace) { readNow(call, done); }, refused);
    };
    inTurn({ key, context, QDeadlineTimer(m_patience.forTheSystem), {} }, work, refused);
}

void Keychain::write(const QString& key, QByteArray&& bytes, QObject* context, Finished done)
{
    const std::shared_ptr<QByteArray> kept(new QByteArray(std::exchange(bytes, {})), [](QByteArray* secret) {
        wipe(*secret);
        delete secret;
    });
    const auto refused = [done](StoreFault fault) { done(std::unexpected { fault }); };
    const auto work = [this, kept, done, refused](const Call& call) {
        whenOpen(
            call,
            [this, call, kept, done](EntryPlace place) {
                Call written = call;
                // The system asks a person for the password of a new one, and writes when it has been given.
                if (place == EntryPlace::NoKeyring)
                    written.deadline.setRemainingTime(m_patience.forAPerson);
                write(written, kept, done);
            },
            refused);
    };
    inTurn({ key, context, QDeadlineTimer(m_patience.forTheSystem), {} }, work, refused);
}

void Keychain::write(const Call& call, const std::shared_ptr<QByteArray>& kept, const Finished& done)
{
    auto* job = new QKeychain::WritePasswordJob(serviceName);
    job->setBinaryData(*kept);
    // A job that outlives the answer still needs them; it is the last to have them.
    connect(job, &QObject::destroyed, job, [kept] { wipe(*kept); });
    const auto isGivenUp = std::make_shared<bool>(false);
    connect(job, &QKeychain::Job::finished, this, [this, key = call.key, job, isGivenUp] {
        if (*isGivenUp && job->error() == QKeychain::NoError)
            Q_EMIT writtenLate(key);
    });
    run<QKeychain::WritePasswordJob>(
        job, call, [this, call, kept, done, isGivenUp](QKeychain::WritePasswordJob* ended) {
            *isGivenUp = !ended;
            if (!ended || ended->error() != QKeychain::NoError) {
                explain(call, ended, [done](StoreFault fault) { done(std::unexpected { fault }); });
                return;
            }
            auto written = std::make_shared<Secret>(QByteArray(kept->constData(), kept->size()));
            readNow(call, [this, key = call.key, written, done](std::expected<QByteArray, StoreFault> found) {
                const auto kept = compared(std::move(found), *written);
                done(kept);
                if (!kept) // it was written, whatever looking at it came to
                    Q_EMIT writtenLate(key);
            });
        });
}

void Keychain::remove(const QString& key, QObject* context, Finished done)
{
    const auto refused = [done](StoreFault fault) { done(std::unexpected { fault }); };
    const auto work = [done, refused](const Call& call) {
        whenOpen(
            call, [call, done](EntryPlace) { removeNow(call, done); }, refused);
    };
    inTurn({ key, context, QDeadlineTimer(m_patience.forTheSystem), {} }, work, refused);
}

void Keychain::unlock(QObject* context, std::function<void(bool)> done)
{
    unlockSecretService(context, std::move(done));
}

void Keychain::list(QObject* context, AccountStore::Listed done)
{
    const auto told = [done = std::move(done)](const QStringList& keys) {
        QStringList ours;
        for (const QString& key : keys) {
            if (key.startsWith(keyPrefix))
                ours.append(key.sliced(keyPrefix.size()));
        }
        done(ours);
    };
    listSecretServiceKeys(serviceName, int(m_patience.forTheSystem.count()), context, told);
}

} // namespace pushbrake
