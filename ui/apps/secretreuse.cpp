#include "ui/apps/secretreuse.h"

#include "ui/words/fieldsentences.h"
#include "ui/words/problems.h"

namespace pushbrake {

SecretReuse::SecretReuse(const Profile& given, SavedSecret saved)
    : m_saved(saved)
    , m_given(given)
    , m_enteredFor(given)
{
}

// Another kind needs another secret.
bool SecretReuse::savedFits(const Profile& now) const
{
    return m_saved == SavedSecret::Kept && now.kind == m_given.kind && now.secretScope() == m_given.secretScope();
}

bool SecretReuse::isSavedOfAnother(const Profile& now) const
{
    return m_saved == SavedSecret::OfAnother
        || (m_saved == SavedSecret::Kept && now.secretScope() != m_given.secretScope());
}

bool SecretReuse::isOfAnother(const Profile& now) const
{
    return m_given.sdkAppId != 0 && now.secretScope() != m_enteredFor.secretScope();
}

QString SecretReuse::whyAgain(const Profile& now) const
{
    if (m_given.sdkAppId == 0)
        return {};
    for (const Profile& before : { m_enteredFor, m_given }) {
        if (const QString why = whyNot(before, now); !why.isEmpty())
            return why;
    }
    return m_saved == SavedSecret::OfAnother ? sentences::storeProblem(StoreFault::SecretOfAnother) : QString();
}

// A signature names its app and account: entered again it would be refused.
QString SecretReuse::whyNot(const Profile& enteredFor, const Profile& now) const
{
    const bool isBySig = now.kind == CredentialKind::UserSig && enteredFor.kind == CredentialKind::UserSig;
    const bool isForApp = now.sdkAppId == enteredFor.sdkAppId && now.identifier == enteredFor.identifier;
    if (isBySig && !isForApp)
        return tr("The saved UserSig was made for another SDKAppID or account. Enter one for this account.");
    return fieldsentences::secretOfAnother(enteredFor, now);
}

} // namespace pushbrake
