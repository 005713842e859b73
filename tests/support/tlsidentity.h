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

/// For `hostName`, valid between two moments counted from now.
TlsIdentity makeTlsIdentity(const QByteArray& hostName, std::chrono::seconds validFrom = std::chrono::hours(-1),
    std::chrono::seconds validUntil = std::chrono::hours(1));

} // namespace pushbrake
