// An AccountDesk in a window, with a keychain that has moods. For the tests of accounts.
#pragma once

#include "api/usersig.h"
#include "net/httptransport.h"
#include "net/sharedgates.h"
#include "secrets/accounts.h"
#include "secrets/sessionstore.h"
#include "support/fakeclock.h"
#include "support/moodystore.h"
#include "ui/apps/accountdesk.h"
#include "ui/apps/openedapp.h"
#include "ui/apps/profileswitcher.h"
#include "ui/window/shell.h"

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>

namespace pushbrake {

/// The opened app as a console without a list or a run has it.
class StageApp final : public OpenedApp
{
public:
    AppSession* session() const override { return nullptr; }
    bool mayLeave() const override { return !isRunning; }
    void open(Account account) override { opened.append(account.profile); }
    void close(const QString& profileId) override { closed.append(profileId); }

    QList<Profile> opened;
    QStringList closed;
    bool isRunning = false;
};

struct AccountStage
{
    AccountStage()
    {
        auto* page = new EmptyState;
        Room stage;
        stage.page = Page { QStringLiteral("&Stage"), page };
        window.add(desk.room());
        window.add(stage);
        QObject::connect(&desk, &AccountDesk::stateShown, page, &EmptyState::present);
        QObject::connect(&desk, &AccountDesk::stateShown, &window, [this] { isStateShown = true; });
        QObject::connect(&desk, &AccountDesk::stateCleared, &window, [this] { isStateShown = false; });
        QObject::connect(
            &desk, &AccountDesk::availabilityChanged, &window, [this](const QString& why) { whyNot = why; });
        QObject::connect(
            &desk, &AccountDesk::readsApartChanged, &window, [this](bool apart) { readsApart.append(apart); });
        QObject::connect(
            &desk, &AccountDesk::appShown, &window, [this](bool isPractice) { isPracticeShown = isPractice; });
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

    /// As from the switcher's menu.
    void choose(const QString& id) { Q_EMIT find<ProfileSwitcher>("profileSwitcher")->chosen(id); }
    void trigger(const char* action) const { find<QAction>(action)->trigger(); }

    template<typename Object> Object* find(const char* name) const
    {
        const QString wanted = QString::fromLatin1(name);
        Object* inWindow = window.findChild<Object*>(wanted);
        return inWindow ? inWindow : desk.findChild<Object*>(wanted);
    }

    QTemporaryDir folder;
    FakeClock clock;
    QSettings settings { folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    HttpTransport transport { HttpOptions() };
    SharedGates gates { clock };
    MoodyStore keychain;
    SessionStore sessionOnly;
    ProfileIndex profiles { settings };
    Accounts accounts { keychain, sessionOnly, profiles, clock };
    Shell window { settings };
    StageApp app;
    QList<Profile>& openedProfiles = app.opened;
    QString whyNot;
    QList<bool> readsApart; ///< each time it was told
    bool isStateShown = false;
    bool isPracticeShown = false;
    AccountDesk desk { { window, settings, accounts, transport, clock, gates, app, [] {
                            Account practice;
                            practice.profile = profile(QStringLiteral("practice"));
                            practice.profile.region = Region::Practice;
                            return practice;
                        } } };
};

} // namespace pushbrake
