// A file of profiles from a colleague. Promised: what is taken is as sound as what is typed, of no practice service and
// without an ID, and written again it reads back the same.
#include "exchange/profilefile.h"
#include "always.h"
#include "api/accountcheck.h"

using namespace pushbrake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = readProfileFile(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!read) {
        always(read.error().entry >= 0 && read.error().entry <= mostFileProfiles);
        return 0;
    }
    always(!read->isEmpty() && read->size() <= mostFileProfiles);
    for (const Profile& profile : *read) {
        always(profile.id.isEmpty() && profile.sdkAppId > 0 && !profile.isPractice());
        always(profile.practiceToken.isEmpty() && !profile.host().isEmpty());
        always(!checkName(profile.name) && tidyName(profile.name) == profile.name);
        always(!checkIdentifier(profile.identifier) && looksAlike(profile.name, profile.name));
        always(profile.region == Region::OtherHost ? !checkHost(profile.otherHost) : profile.otherHost.isEmpty());
    }
    const auto again = readProfileFile(writeProfileFile(*read));
    always(again && *again == *read);
    return 0;
}
