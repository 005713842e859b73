// A self-signed certificate with its key, made when a test runs, with the flaws a test wants it to have.
#pragma once

#include <QSslCertificate>
#include <QSslKey>

#include <chrono>

namespace pushbrake {

struct TlsIdentity
{
    QSslCertificate certificate;
    QSslKey key;
};

/// The names in a certificate: `alternatives` as OpenSSL writes them ("DNS:a.example,IP:192.0.2.1"), none when empty.
struct TlsNames
{
    QByteArray commonName;
    QByteArray alternatives;
};

/// For these names and the next hour.
TlsIdentity makeTlsIdentity(const TlsNames& names);

/// For `hostName`, valid between two moments counted from now.
TlsIdentity makeTlsIdentity(const QByteArray& hostName, std::chrono::seconds validFrom = std::chrono::hours(-1),
    std::chrono::seconds validUntil = std::chrono::hours(1));

} // namespace pushbrake
