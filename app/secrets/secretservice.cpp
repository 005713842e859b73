#include "secrets/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>
#include <QTimer>

namespace pushbrake {

namespace {

using Attributes = QMap<QString, QString>;
using Done = std::function<void(EntryPlace)>;

constexpr int patience = 5'000; // ms
const QString service = QStringLiteral("org.freedesktop.secrets");

void call(const QDBusMessage& message, QObject* context, std::function<void(const QDBusPendingCall&)> then)
{
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then = std::move(then)] {
        then(*watcher);
        watcher->deleteLater();
    });
}

void askWhetherTheKeyringIsLocked(QObject* context, Done done)
{
    QDBusMessage ask = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    ask << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call(ask, context, [done = std::move(done)](const QDBusPendingCall& answer) {
        const QDBusPendingReply<QDBusVariant> locked = answer;
        const bool isLocked = !locked.isError() && locked.value().variant().toBool();
        done(isLocked ? EntryPlace::Locked : EntryPlace::Nowhere);
    });
}

} // namespace

void findSecretServiceEntry(const QString& serviceName, const QString& key, QObject* context, Done done)
{
    qDBusRegisterMetaType<Attributes>();
    if (!QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(EntryPlace::Unknown); });
        return;
    }
    QDBusMessage search = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    search << QVariant::fromValue(Attributes { { QStringLiteral("server"), serviceName }, { QStringLiteral("user"), key } });
    call(search, context, [context, done = std::move(done)](const QDBusPendingCall& answer) {
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> found = answer;
        if (found.isError())
            done(EntryPlace::Unknown);
        else if (!found.argumentAt<0>().isEmpty())
            done(EntryPlace::Unlocked);
        else if (!found.argumentAt<1>().isEmpty())
            done(EntryPlace::Locked);
        else
            askWhetherTheKeyringIsLocked(context, done);
    });
}

} // namespace pushbrake
