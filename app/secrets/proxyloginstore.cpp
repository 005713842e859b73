#include "secrets/proxyloginstore.h"

#include "secrets/accountentry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace pushbrake {

namespace {

const QString userWord = QStringLiteral("user");
const QString passwordWord = QStringLiteral("password");

QString keyOf(const QString& proxy)
{
    return QStringLiteral("proxy/") + proxy;
}

std::expected<ProxyLogin, StoreFault> loginOf(const QByteArray& entry)
{
    const QJsonObject object = QJsonDocument::fromJson(entry).object();
    if (!object[userWord].isString() || !object[passwordWord].isString())
        return std::unexpected { StoreFault::Damaged };
    return ProxyLogin { object[userWord].toString(), Secret(object[passwordWord].toString().toUtf8()) };
}

} // namespace

void ProxyLoginStore::load(const QString& proxy, QObject* context, Loaded done)
{
    m_keychain.read(keyOf(proxy), context, [done = std::move(done)](std::expected<QByteArray, StoreFault> read) {
        if (!read) {
            done(std::unexpected { read.error() });
            return;
        }
        QByteArray entry = std::move(read).value();
        auto login = loginOf(entry);
        wipe(entry);
        done(std::move(login));
    });
}

void ProxyLoginStore::save(const QString& proxy, ProxyLogin login, QObject* context, AccountStore::Finished done)
{
    const QJsonObject object { { userWord, login.user }, { passwordWord, QString::fromUtf8(login.password.reveal()) } };
    QByteArray entry = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (entry.size() <= mostEntryBytes) {
        m_keychain.write(keyOf(proxy), std::move(entry), context, std::move(done));
        return;
    }
    wipe(entry);
    QTimer::singleShot(0, context, [done = std::move(done)] { done(std::unexpected { StoreFault::TooLarge }); });
}

} // namespace pushbrake
