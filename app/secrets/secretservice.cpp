#include "secrets/secretservice.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QMap>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pushbrake {

namespace {

using Attributes = QMap<QString, QString>;
using Done = std::function<void(EntryPlace)>;

constexpr int oneCall = 5'000; // ms
constexpr std::chrono::minutes forAPassword { 2 };
const QString service = QStringLiteral("org.freedesktop.secrets");

void call(
    const QDBusMessage& message, int patience, QObject* context, std::function<void(const QDBusPendingCall&)> then)
{
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then = std::move(then)] {
        then(*watcher);
        watcher->deleteLater();
    });
}

bool hasNotAnswered(const QDBusError& error)
{
    return error.type() == QDBusError::NoReply || error.type() == QDBusError::Timeout
        || error.type() == QDBusError::TimedOut;
}

void askWhetherTheKeyringIsLocked(int patience, QObject* context, Done done)
{
    QDBusMessage ask
        = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets/aliases/default"),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    ask << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call(ask, patience, context, [done = std::move(done)](const QDBusPendingCall& answer) {
        const QDBusPendingReply<QDBusVariant> locked = answer;
        if (locked.isError())
            done(hasNotAnswered(locked.error()) ? EntryPlace::Silent : EntryPlace::NoKeyring);
        else
            done(locked.value().variant().toBool() ? EntryPlace::Locked : EntryPlace::Nowhere);
    });
}

/// Asks each item in turn which key it has.
class KeyList : public QObject
{
public:
    KeyList(QList<QDBusObjectPath> items, int patience, QObject* context, std::function<void(QStringList)> done)
        : QObject(context)
        , m_items(std::move(items))
        , m_patience(patience)
        , m_done(std::move(done))
    {
        next();
    }

private:
    void next()
    {
        if (m_items.isEmpty() || m_elapsed.hasExpired(m_patience)) {
            deleteLater();
            m_done(m_keys);
            return;
        }
        QDBusMessage ask = QDBusMessage::createMethodCall(service, m_items.takeFirst().path(),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        ask << QStringLiteral("org.freedesktop.Secret.Item") << QStringLiteral("Attributes");
        call(ask, oneCall, this, [this](const QDBusPendingCall& answer) {
            const QDBusPendingReply<QDBusVariant> found = answer;
            const Attributes attributes
                = found.isError() ? Attributes() : qdbus_cast<Attributes>(found.value().variant());
            if (const QString key = attributes.value(QStringLiteral("user")); !key.isEmpty())
                m_keys.append(key);
            next();
        });
    }

    QList<QDBusObjectPath> m_items;
    int m_patience;
    std::function<void(QStringList)> m_done;
    QStringList m_keys;
    QElapsedTimer m_elapsed = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
};

/// The system's question for a password: shown, then waited for. Deletes itself.
class KeyringPrompt : public QObject
{
    Q_OBJECT
public:
    KeyringPrompt(const QString& path, QObject* context, std::function<void(bool)> done)
        : QObject(context)
        , m_done(std::move(done))
    {
        const QString prompt = QStringLiteral("org.freedesktop.Secret.Prompt");
        QDBusConnection::sessionBus().connect(
            service, path, prompt, QStringLiteral("Completed"), this, SLOT(completed(bool, QDBusVariant)));
        QDBusMessage show = QDBusMessage::createMethodCall(service, path, prompt, QStringLiteral("Prompt"));
        show << QString();
        call(show, oneCall, this, [this](const QDBusPendingCall& answer) {
            if (answer.isError())
                completed(true, {});
        });
        QTimer::singleShot(forAPassword, this, [this] { completed(true, {}); });
    }

private Q_SLOTS:
    void completed(bool dismissed, const QDBusVariant&)
    {
        deleteLater();
        if (m_done)
            std::exchange(m_done, nullptr)(!dismissed);
    }

private:
    std::function<void(bool)> m_done;
};

} // namespace

void findSecretServiceEntry(const QString& serviceName, const QString& key, int patience, QObject* context, Done done)
{
    QElapsedTimer elapsed;
    elapsed.start();
    qDBusRegisterMetaType<Attributes>();
    if (!QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(EntryPlace::Unknown); });
        return;
    }
    QDBusMessage search = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    search << QVariant::fromValue(
        Attributes { { QStringLiteral("server"), serviceName }, { QStringLiteral("user"), key } });
    call(search, patience, context, [=, done = std::move(done)](const QDBusPendingCall& answer) {
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> found = answer;
        if (found.isError())
            done(hasNotAnswered(found.error()) ? EntryPlace::Silent : EntryPlace::Unknown);
        else if (!found.argumentAt<0>().isEmpty())
            done(EntryPlace::Unlocked);
        else if (!found.argumentAt<1>().isEmpty())
            done(EntryPlace::Locked);
        else
            askWhetherTheKeyringIsLocked(std::clamp(patience - int(elapsed.elapsed()), 1, oneCall), context, done);
    });
}

void listSecretServiceKeys(
    const QString& serviceName, int patience, QObject* context, std::function<void(QStringList)> done)
{
    qDBusRegisterMetaType<Attributes>();
    if (!QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done({}); });
        return;
    }
    QDBusMessage search = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    search << QVariant::fromValue(Attributes { { QStringLiteral("server"), serviceName } });
    call(search, patience, context, [=, done = std::move(done)](const QDBusPendingCall& answer) {
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> found = answer;
        new KeyList(found.isError() ? QList<QDBusObjectPath>() : found.argumentAt<0>(), patience, context, done);
    });
}

void unlockSecretService(QObject* context, std::function<void(bool)> done)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(false); });
        return;
    }
    QDBusMessage unlock = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Unlock"));
    const QDBusObjectPath keyring(QStringLiteral("/org/freedesktop/secrets/aliases/default"));
    unlock << QVariant::fromValue(QList<QDBusObjectPath> { keyring });
    call(unlock, oneCall, context, [context, done = std::move(done)](const QDBusPendingCall& answer) {
        const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> reply = answer;
        if (reply.isError())
            done(false);
        else if (const QString path = reply.argumentAt<1>().path(); path == QLatin1String("/"))
            done(true); // nothing to ask
        else
            new KeyringPrompt(path, context, done);
    });
}

} // namespace pushbrake

#include "secretservice.moc"
