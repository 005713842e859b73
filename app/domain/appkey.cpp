#include "domain/appkey.h"

#include "domain/profile.h"

namespace pushbrake {

namespace {
const QLatin1String usualPort(":443");
}

AppKey AppKey::of(const Profile& profile)
{
    if (profile.isPractice())
        return { practiceId };
    QString host = profile.host().toLower();
    if (host.endsWith(usualPort))
        host.chop(usualPort.size());
    return { QStringLiteral("%1/%2").arg(host).arg(profile.sdkAppId) };
}

AppKey AppKey::notRecorded(const QString& profileId)
{
    return profileId == practiceId ? AppKey { practiceId } : AppKey { QStringLiteral("profile/") + profileId };
}

} // namespace pushbrake
