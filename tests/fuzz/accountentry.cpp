// An entry of the keychain, to which others write too. Promised: what is taken is as sound as what is typed and of no
// practice service; its secret is given out for nobody but whom it was entered for; written again it reads back the
// same.
#include "secrets/accountentry.h"
#include "always.h"
#include "api/accountcheck.h"

using namespace pushbrake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString id = QStringLiteral("id");
    const QByteArray entry(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto account = accountFromEntry(id, entry);
    if (!account) {
        always(account.error() == StoreFault::Newer || account.error() == StoreFault::Damaged);
        return 0;
    }
    const Profile& profile = account->profile;
    always(entry.size() <= mostEntryBytes && profile.id == id && profile.sdkAppId > 0 && !profile.isPractice());
    always(!checkName(profile.name) && !checkIdentifier(profile.identifier));
    always(profile.region == Region::OtherHost ? !checkHost(profile.otherHost) : profile.otherHost.isEmpty());
    always(
        account->secret().isEmpty() || (!account->isSecretOfAnother() && !checkSecretKey(account->secret().reveal())));
    if (account->isSecretOfAnother() || !saysWhomItsSecretIsFor(entry))
        return 0;
    const auto written = accountToEntry(*account);
    if (!written) {
        always(written.error() == StoreFault::TooLarge); // an entry of an earlier version grows
        return 0;
    }
    const auto again = accountFromEntry(id, *written);
    always(again && again->profile == profile && again->secret().reveal() == account->secret().reveal());
    return 0;
}
