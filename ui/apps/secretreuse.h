// Whether a secret that was saved, or typed, may be used for what stands in the form now, and the sentence when it may
// not: it belongs to the host, SDKAppID and identifier that it was entered for. Keeps no secret. Owned by
// ProfileDialog.
#pragma once

#include "domain/profile.h"

#include <QCoreApplication>

namespace pushbrake {

/// Of an app that is edited. Kept: it stays where the secret field is left empty. OfAnother: it was entered for another
/// host, SDKAppID or identifier.
enum class SavedSecret { None, Kept, OfAnother };

class SecretReuse
{
    Q_DECLARE_TR_FUNCTIONS(SecretReuse)

public:
    /// Of a new app: its fields are typed in any order.
    SecretReuse() = default;
    SecretReuse(const Profile& given, SavedSecret saved);

    /// The secret field can stay empty.
    bool savedFits(const Profile& now) const;
    /// There is a saved one, and it is for another host, SDKAppID or identifier than this.
    bool isSavedOfAnother(const Profile& now) const;
    void forgetSaved() { m_saved = SavedSecret::None; }
    void typedFor(const Profile& now) { m_enteredFor = now; }
    /// In an app that is edited a typed secret too was entered for what stood there.
    bool isOfAnother(const Profile& now) const;
    /// Why the empty field has to be filled again; empty where nothing was there before.
    QString whyAgain(const Profile& now) const;

private:
    QString whyNot(const Profile& enteredFor, const Profile& now) const;

    SavedSecret m_saved = SavedSecret::None;
    Profile m_given;
    Profile m_enteredFor; ///< whom the secret is for that was saved, or was typed last
};

} // namespace pushbrake
