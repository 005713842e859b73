#include "domain/region.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QStringView>

#include <algorithm>

namespace pushbrake {

namespace {

struct RegionRow
{
    Region region;
    QLatin1String word;
    QLatin1String host;
};

constexpr std::array regions {
    RegionRow { Region::China, QLatin1String("china"), QLatin1String("console.tim.qq.com") },
    RegionRow { Region::Singapore, QLatin1String("singapore"), QLatin1String("adminapisgp.im.qcloud.com") },
    RegionRow { Region::Seoul, QLatin1String("seoul"), QLatin1String("adminapikr.im.qcloud.com") },
    RegionRow { Region::Frankfurt, QLatin1String("frankfurt"), QLatin1String("adminapiger.im.qcloud.com") },
    RegionRow { Region::SiliconValley, QLatin1String("siliconvalley"), QLatin1String("adminapiusa.im.qcloud.com") },
    RegionRow { Region::Jakarta, QLatin1String("jakarta"), QLatin1String("adminapiidn.im.qcloud.com") },
    RegionRow { Region::Riyadh, QLatin1String("riyadh"), QLatin1String("adminapiksa.im.qcloud.com") },
    RegionRow { Region::OtherHost, QLatin1String("other"), QLatin1String() },
    RegionRow { Region::Practice, QLatin1String("practice"), QLatin1String() },
};

const RegionRow& rowOf(Region region)
{
    const auto row
        = std::find_if(regions.begin(), regions.end(), [region](const RegionRow& r) { return r.region == region; });
    Q_ASSERT(row != regions.end());
    return *row;
}

bool isPort(QStringView text)
{
    bool ok = false;
    const int port = text.toInt(&ok);
    return ok && port >= 1 && port <= 65535 && text == QString::number(port);
}

// Wider than isLoopback(): what some resolver may take for this computer is refused, but never trusted.
bool mayBeLoopback(QStringView name)
{
    const QStringView last = name.mid(name.lastIndexOf(u'.') + 1);
    return last.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0
        || name.startsWith(QLatin1String("localhost."), Qt::CaseInsensitive);
}

// Resolvers read 0x7f.1 and 2130706433 as addresses, so a last label that is a number makes the whole an IP literal.
bool endsInNumber(QStringView name)
{
    static const QRegularExpression number(QStringLiteral("\\A(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\z"));
    return number.match(name.mid(name.lastIndexOf(u'.') + 1).toString()).hasMatch();
}

} // namespace

QString regionHost(Region region)
{
    return rowOf(region).host;
}

QString regionWord(Region region)
{
    return rowOf(region).word;
}

std::optional<Region> regionFromWord(const QString& word)
{
    const auto row
        = std::find_if(regions.begin(), regions.end(), [&word](const RegionRow& r) { return word == r.word; });
    return row == regions.end() ? std::nullopt : std::optional(row->region);
}

bool isServiceHost(const QString& host)
{
    const QString compared = comparableHost(host);
    return std::any_of(serviceRegions.begin(), serviceRegions.end(),
        [&compared](Region region) { return compared == regionHost(region); });
}

QString comparableHost(const QString& host)
{
    const QLatin1String usualPort(":443");
    QString compared = host.toLower();
    if (compared.endsWith(usualPort))
        compared.chop(usualPort.size());
    return compared;
}

// At least one dot: a bare word would be completed from the network's search domains and the signature sent there.
bool isAcceptableHost(const QString& host)
{
    static const QRegularExpression dnsName(QStringLiteral(
        "\\A[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\\z"));
    const qsizetype colon = host.indexOf(u':');
    const QString name = colon < 0 ? host : host.left(colon);
    if (colon >= 0 && !isPort(QStringView(host).mid(colon + 1)))
        return false;
    return name.size() <= 253 && dnsName.match(name).hasMatch() && !endsInNumber(name) && !mayBeLoopback(name);
}

bool isLoopback(QString host)
{
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace pushbrake
