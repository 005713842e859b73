#include "net/certificatename.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace pushbrake {

namespace {

bool isLabel(const QString& label)
{
    // The underscore is no host name's, but real certificates have it. Anything else could hide a name: a NUL, a space.
    return !label.isEmpty() && label.size() <= 63 && std::all_of(label.cbegin(), label.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

bool areLabels(const QStringList& labels)
{
    return !labels.isEmpty() && std::all_of(labels.cbegin(), labels.cend(), isLabel);
}

bool matches(const QString& presented, const QStringList& host)
{
    QStringList labels = presented.toLower().split(u'.');
    if (labels == host)
        return true;
    if (labels.first() != QLatin1String("*") || labels.size() < 3 || labels.size() != host.size())
        return false;
    labels.removeFirst();
    return areLabels(labels) && labels == host.mid(1);
}

bool isNamedByAddress(const QSslCertificate& certificate, const QHostAddress& host)
{
    const QStringList addresses = certificate.subjectAlternativeNames().values(QSsl::IpAddressEntry);
    return std::any_of(addresses.cbegin(), addresses.cend(),
        [&host](const QString& address) { return QHostAddress(address) == host; });
}

} // namespace

bool isNamed(const QSslCertificate& certificate, const QString& host)
{
    if (const QHostAddress address(host); !address.isNull())
        return isNamedByAddress(certificate, address);
    QString name = QString::fromLatin1(QUrl::toAce(host)).toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    const QStringList labels = name.split(u'.');
    if (!areLabels(labels))
        return false;
    const QStringList presented = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
    return std::any_of(
        presented.cbegin(), presented.cend(), [&labels](const QString& one) { return matches(one, labels); });
}

bool isConnectedToItsHost(const QNetworkReply& reply)
{
    return isNamed(reply.sslConfiguration().peerCertificate(), reply.url().host());
}

} // namespace pushbrake
