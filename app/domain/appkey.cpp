#include "domain/appkey.h"

#include "domain/profile.h"

namespace pushbrake {

AppKey AppKey::of(const Profile& profile)
{
    if (profile.isPractice())
        return { practiceId };
    return { QStringLiteral("%1/%2").arg(comparableHost(profile.host())).arg(profile.sdkAppId) };
}

AppKey AppKey::notRecorded(const QString& profileId)
{
    return profileId == practiceId ? AppKey { practiceId } : AppKey { QStringLiteral("profile/") + profileId };
}

} // namespace pushbrake
