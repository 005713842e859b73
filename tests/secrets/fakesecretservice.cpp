#include "secrets/fakesecretservice.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QTimer>

#include <utility>

namespace {

using Attributes = QMap<QString, QString>;

const QString name = QStringLiteral("org.freedesktop.secrets");
const QString root = QStringLiteral("/org/freedesktop/secrets");
const QString keyring = root + QStringLiteral("/collection/login");
const QString prompt = root + QStringLiteral("/prompt/p");
const QDBusObjectPath nothingToAsk { QStringLiteral("/") };
const QDBusObjectPath session { root + QStringLiteral("/session/s") };

/// (oayays): as it travels in a plain session.
struct Secret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};

QDBusArgument& operator<<(QDBusArgument& to, const Secret& secret)
{
    to.beginStructure();
    to << secret.session << secret.parameters << secret.value << secret.type;
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, Secret& secret)
{
    from.beginStructure();
    from >> secret.session >> secret.parameters >> secret.value >> secret.type;
    from.endStructure();
    return from;
}

using Secrets = QMap<QDBusObjectPath, Secret>;

} // namespace

Q_DECLARE_METATYPE(Secret)

FakeSecretService::FakeSecretService()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("fake secret service")))
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<Secret>();
    qDBusRegisterMetaType<Secrets>();
    if (!m_bus.registerVirtualObject(root, this, QDBusConnection::SubPath) || !m_bus.registerService(name))
        qFatal("The bus of this test has another Secret Service, or there is no bus.");
}

FakeSecretService::~FakeSecretService()
{
    m_bus.unregisterService(name);
    m_bus.unregisterObject(root, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(QStringLiteral("fake secret service"));
}

QString FakeSecretService::introspect(const QString&) const
{
    return {};
}

void FakeSecretService::changeEntries(const QByteArray& from, const QByteArray& to)
{
    for (Item& item : m_items) {
        const bool isCoded = item.type == "base64";
        QByteArray plain = isCoded ? QByteArray::fromBase64(item.secret) : item.secret;
        plain.replace(from, to);
        item.secret = isCoded ? plain.toBase64() : plain;
    }
}

bool FakeSecretService::handleMessage(const QDBusMessage& message, const QDBusConnection& connection)
{
    const QString member = message.member();
    if (member == QLatin1String("OpenSession") && message.arguments().value(0).toString() != QLatin1String("plain")) {
        connection.send(message.createErrorReply(QDBusError::NotSupported, QStringLiteral("plain only")));
        return true;
    }
    const bool isOfKeyring = message.path().startsWith(root + QStringLiteral("/aliases")) || message.path() == keyring;
    if (isOfKeyring && !hasKeyring) {
        connection.send(message.createErrorReply(QDBusError::UnknownObject, QStringLiteral("no keyring")));
        return true;
    }
    if (isOfKeyring && isLocked && member == QLatin1String("CreateItem")) {
        connection.send(message.createErrorReply(
            QStringLiteral("org.freedesktop.Secret.Error.IsLocked"), QStringLiteral("it is locked")));
        return true;
    }
    connection.send(message.createReply(serve(message)));
    return true;
}

QVariantList FakeSecretService::serve(const QDBusMessage& message)
{
    const QString member = message.member();
    const QVariantList asked = message.arguments();
    if (member == QLatin1String("OpenSession"))
        return { QVariant::fromValue(QDBusVariant(QString())), QVariant::fromValue(session) };
    if (member == QLatin1String("SearchItems"))
        return search(qdbus_cast<Attributes>(asked.value(0)));
    if (member == QLatin1String("GetSecrets"))
        return secretsOf(message);
    if (member == QLatin1String("CreateItem"))
        return create(message);
    if (member == QLatin1String("Get"))
        return property(message.path(), asked.value(1).toString());
    if (member == QLatin1String("GetAll"))
        return { QVariantMap() };
    if (member == QLatin1String("ReadAlias"))
        return { QVariant::fromValue(hasKeyring ? QDBusObjectPath(keyring) : nothingToAsk) };
    if (member == QLatin1String("CreateCollection"))
        return { QVariant::fromValue(nothingToAsk), QVariant::fromValue(ask([this] { hasKeyring = true; })) };
    if (member == QLatin1String("Unlock")) {
        const QDBusObjectPath question = isLocked ? ask([this] { isLocked = false; }) : nothingToAsk;
        return { QVariant::fromValue(QList<QDBusObjectPath>()), QVariant::fromValue(question) };
    }
    if (member == QLatin1String("Delete")) {
        const Work remove = [this, path = message.path()] { m_items.remove(path); };
        if (mood == Mood::PersonDismisses)
            return { QVariant::fromValue(ask(remove)) };
        if (mood != Mood::KeepsWhatItRemoves)
            remove();
        return { QVariant::fromValue(nothingToAsk) };
    }
    if (member == QLatin1String("Prompt")) {
        ++m_prompts;
        if (mood == Mood::PersonDismisses)
            QTimer::singleShot(50, this, [this] { complete(true); });
        else if (mood != Mood::PersonIsSlow)
            QTimer::singleShot(50, this, [this] { complete(false); });
    }
    return {};
}

QVariantList FakeSecretService::search(const Attributes& attributes) const
{
    QList<QDBusObjectPath> found;
    for (auto item = m_items.cbegin(); item != m_items.cend(); ++item) {
        bool isMeant = true;
        for (auto attribute = attributes.cbegin(); attribute != attributes.cend(); ++attribute)
            isMeant = isMeant && item->attributes.value(attribute.key()) == *attribute;
        if (isMeant)
            found.append(QDBusObjectPath(item.key()));
    }
    const QList<QDBusObjectPath> none;
    return { QVariant::fromValue(isLocked ? none : found), QVariant::fromValue(isLocked ? found : none) };
}

QVariantList FakeSecretService::create(const QDBusMessage& message)
{
    const auto properties = qdbus_cast<QVariantMap>(message.arguments().value(0));
    const auto secret = qdbus_cast<Secret>(message.arguments().value(1));
    Item item;
    item.attributes
        = qdbus_cast<Attributes>(properties.value(QStringLiteral("org.freedesktop.Secret.Item.Attributes")));
    item.secret = secret.value;
    item.type = item.attributes.value(QStringLiteral("type")).toLatin1();
    QString path = keyring + QStringLiteral("/%1").arg(++m_made);
    for (auto known = m_items.cbegin(); known != m_items.cend(); ++known) {
        if (known->attributes == item.attributes)
            path = known.key();
    }
    const Work keep = [this, path, item] { m_items.insert(path, item); };
    if (mood == Mood::PersonDismisses || mood == Mood::PersonIsSlow)
        return { QVariant::fromValue(nothingToAsk), QVariant::fromValue(ask(keep)) };
    if (mood != Mood::Forgets)
        keep();
    if (mood == Mood::KeepsOtherBytes)
        m_items[path].secret = QByteArray("{\"other\":1}").toBase64();
    return { QVariant::fromValue(QDBusObjectPath(path)), QVariant::fromValue(nothingToAsk) };
}

QVariantList FakeSecretService::secretsOf(const QDBusMessage& message) const
{
    Secrets secrets;
    const auto paths = qdbus_cast<QList<QDBusObjectPath>>(message.arguments().value(0));
    for (const QDBusObjectPath& path : paths) {
        if (m_items.contains(path.path()) && !isLocked)
            secrets.insert(path, { session, {}, m_items.value(path.path()).secret, QStringLiteral("text/plain") });
    }
    return { QVariant::fromValue(secrets) };
}

QVariantList FakeSecretService::property(const QString& path, const QString& asked) const
{
    if (asked == QLatin1String("Locked"))
        return { QVariant::fromValue(QDBusVariant(isLocked)) };
    if (asked == QLatin1String("Attributes"))
        return { QVariant::fromValue(QDBusVariant(QVariant::fromValue(m_items.value(path).attributes))) };
    return { QVariant::fromValue(QDBusVariant(QString())) };
}

QDBusObjectPath FakeSecretService::ask(Work work)
{
    m_answered = std::move(work);
    return QDBusObjectPath(prompt);
}

void FakeSecretService::answer()
{
    complete(false);
}

void FakeSecretService::complete(bool isDismissed)
{
    if (const Work work = std::exchange(m_answered, nullptr); work && !isDismissed)
        work();
    auto done = QDBusMessage::createSignal(
        prompt, QStringLiteral("org.freedesktop.Secret.Prompt"), QStringLiteral("Completed"));
    done << isDismissed << QVariant::fromValue(QDBusVariant(QVariant::fromValue(nothingToAsk)));
    m_bus.send(done);
}
