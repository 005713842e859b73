#include "api/requests.h"

#include "domain/region.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pushbrake {

namespace {

struct HostAndPort
{
    QString name;
    int port = -1;
};

// "[::1]:8080" has colons of its own; only one behind the bracket, or the only one, begins a port.
HostAndPort split(const QString& host)
{
    const qsizetype colon = host.lastIndexOf(u':');
    const bool isPort = host.startsWith(u'[') ? colon > host.indexOf(u']') : host.count(u':') == 1;
    if (colon < 0 || !isPort)
        return { host };
    bool ok = false;
    const int port = QStringView(host).mid(colon + 1).toUShort(&ok);
    return { host.left(colon), ok ? port : 0 };
}

QString queryOf(const Caller& caller, quint32 random)
{
    const auto encoded = [](const QString& value) { return QString::fromLatin1(QUrl::toPercentEncoding(value)); };
    // Joined by hand: QUrlQuery leaves "+" and "/" as they are, and "+" reaches the service as a blank.
    return QStringLiteral("usersig=")
        + encoded(caller.userSig ? QString::fromUtf8(caller.userSig->reveal()) : QString())
        + QStringLiteral("&identifier=") + encoded(caller.identifier) + QStringLiteral("&sdkappid=")
        + QString::number(caller.sdkAppId) + QStringLiteral("&random=") + QString::number(random)
        + QStringLiteral("&contenttype=json");
}

QByteArray compact(const QJsonObject& body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

QUrl requestUrl(const Caller& caller, Command command, quint32 random)
{
    const HostAndPort host = split(caller.host);
    QUrl url;
    url.setScheme(caller.plainHttp && isLoopback(host.name) ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(host.name, QUrl::StrictMode);
    url.setPort(host.port);
    url.setPath((caller.practiceToken.isEmpty() ? QString() : u'/' + caller.practiceToken) + commandPath(command));
    url.setQuery(queryOf(caller, random), QUrl::StrictMode);
    return host.port == 0 ? QUrl() : url;
}

QByteArray deleteBody(quint32 sdkAppId, TaskId task, Audience audience)
{
    return compact(
        { { u"Sdkappid"_qs, qint64(sdkAppId) }, { u"TaskID"_qs, task }, { u"Type"_qs, audienceWord(audience) } });
}

QByteArray getBody(quint32 sdkAppId, TaskId task)
{
    return compact({ { u"Sdkappid"_qs, qint64(sdkAppId) }, { u"TaskID"_qs, task } });
}

QByteArray listBody(quint32 sdkAppId, const ListQuery& query)
{
    const bool lowerCase = query.spelling == ListQuery::Spelling::LowerCase;
    return compact({ { u"Sdkappid"_qs, qint64(sdkAppId) }, { u"Offset"_qs, query.offset }, { u"Want"_qs, query.want },
        { u"OrderBy"_qs, lowerCase ? u"schedat"_qs : u"schedAt"_qs },
        { u"Asc"_qs, query.order == ListQuery::Order::SoonestFirst }, { u"BeginTime"_qs, serviceTime(query.from) },
        { u"EndTime"_qs, serviceTime(query.until) } });
}

QString serviceTime(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss");
}

// Date and time are read apart: read together they would be local time first, and an hour of spring does not exist
// there.
QDateTime fromServiceTime(const QString& text)
{
    static const QRegularExpression shape(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\\z"_qs);
    if (!shape.match(text).hasMatch())
        return {};
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    const QTime time
        = QTime::fromString(text.mid(11), u"HH:mm:ss"_qs); // the ISO reader takes 24:00 for midnight before
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace pushbrake
