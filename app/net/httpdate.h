// The time that an answer names in its Date header (RFC 9110, 5.6.7). Pure; owned by nobody.
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace pushbrake {

/// UTC, of the one form that servers send ("Thu, 26 Nov 2026 10:00:00 GMT"); invalid for any other.
QDateTime httpDate(const QByteArray& header);

} // namespace pushbrake
