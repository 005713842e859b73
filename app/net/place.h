// Where a connection of an address goes: scheme, host and port, and nothing of the request, so that it may be kept.
// Owned by nobody.
#pragma once

#include <QString>
#include <QUrl>

namespace pushbrake {

inline QString placeOf(const QUrl& url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
}

} // namespace pushbrake
