// An AccountDesk around a window, with a keychain that has moods. For the tests of accounts.
#pragma once

#include "api/usersig.h"
#include "net/httptransport.h"
#include "net/sharedgates.h"
#include "secrets/profileindex.h"
#include "secrets/sessionstore.h"
#include "support/fakeclock.h"
#include "ui/apps/accountdesk.h"
#include "ui/window/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <optional>

namespace pushbrake {

/// A keychain that answers every call with `fault` while there is one.
class MoodyStore final : public AccountStore
{
public:
    void load(const QString& profileId, QObject* context, Loaded done) override
    {
        ++loads;
        if (isSlow)
            later.append([this, profileId, context, done] { kept.load(profileId, context, done); });
        else if (fault)
            QTimer::singleShot(0, context, [done, why = *fault] { done(std::unexpected { why }); });
        else
            kept.load(profileId, context, std::move(done));
    }
    void save(Account account, QObject* context, Finished done) override
    {
        if (fault)
            QTimer::singleShot(0, context, [done, why = *fault] { done(std::unexpected { why }); });
        else
            kept.save(std::move(account), context, std::move(done));
    }
    void remove(const QString& profileId, QObject* context, Finished done) override
    {
        if (fault)
            QTimer::singleShot(0, context, [done, why = *fault] { done(std::unexpected { why }); });
        else
            kept.remove(profileId, context, std::move(done));
    }

    void unlock(QObject*, std::function<void(bool)> done) override { unlocked = std::move(done); }

    SessionStore kept;
    std::function<void(bool)> unlocked; ///< the question of the system that is open now; calling it answers
    std::optional<StoreFault> fault;
    int loads = 0;
    bool isSlow = false; ///< what is loaded then is answered when a test calls what stands in `later`
    QList<std::function<void()>> later;
};

struct AccountStage
{
    AccountStage()
    {
        desk.onOpened = [this](Account account) {
            openedProfiles.append(account.profile);
            window.setOpenedProfile(account.profile);
        };
        desk.onClosed = [](const QString&) {};
        desk.mayLeave = [] { return true; };
        desk.session = [] { return nullptr; };
    }

    static Profile profile(const QString& id, quint32 sdkAppId = 1'400'000'001)
    {
        Profile made;
        made.id = id;
        made.name = QStringLiteral("Shop ") + id;
        made.sdkAppId = sdkAppId;
        made.identifier = QStringLiteral("administrator");
        return made;
    }

    /// Puts an app into keychain and index as if it had been saved earlier.
    void keep(const Profile& profile, const QByteArray& secret)
    {
        Profile stored = profile;
        stored.colour = ProfileColour::Blue; // as in an entry from before there were colours
        keychain.kept.save({ stored, Secret(QByteArray(secret)) }, &window, [](std::expected<void, StoreFault>) {});
        profiles.put({ profile.id, profile.name, clock.utcNow(), profile.colour, profile.realUsers });
    }

    QByteArray userSig(const Profile& profile, std::chrono::seconds lifetime) const
    {
        return signUserSig(profile.identifier, profile.sdkAppId, Secret(QByteArray("key")), clock.utcNow(), lifetime)
            .reveal();
    }

    template<typename Widget> Widget* find(const char* name) const
    {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }

    QTemporaryDir folder;
    FakeClock clock;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    HttpTransport transport { HttpOptions() };
    SharedGates gates { clock };
    MoodyStore keychain;
    SessionStore sessionOnly;
    ProfileIndex profiles { settings };
    MainWindow window { settings, clock };
    QList<Profile> openedProfiles;
    AccountDesk desk { { window, profiles, keychain, sessionOnly, transport, clock, gates, [this] {
                            Account practice;
                            practice.profile = profile(QStringLiteral("practice"));
                            practice.profile.region = Region::Practice;
                            return practice;
                        } } };
};

} // namespace pushbrake
