// Whether a certificate names the host that was asked for (RFC 9525). Owned by nobody. Stricter than Qt 6.4, which also
// takes the subject's common name and a star for a part of a label; it adds to Qt's check and replaces no part of it.
#pragma once

#include <QSslCertificate>
#include <QString>

class QNetworkReply;

namespace pushbrake {

/// By subjectAltName only: a host's name by dNSName, an address by iPAddress. A star stands for the whole first label
/// of three or more. `host` as QUrl::host() gives it.
bool isNamed(const QSslCertificate& certificate, const QString& host);

/// Whether the connection of this reply, whose handshake is over, was made to the host in its address.
bool isConnectedToItsHost(const QNetworkReply& reply);

} // namespace pushbrake
