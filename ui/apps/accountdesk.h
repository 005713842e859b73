// Which app is open, and what a person does with apps: switch, create, edit, remove, test. Puts its switcher, band
// and commands into the window. Owned by Console; borrows everything.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "ui/apps/appcommands.h"
#include "ui/parts/emptystate.h"
#include "ui/window/room.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QSettings;

namespace pushbrake {

class AccountEditor;
class AccountOpening;
class AppBand;
class Accounts;
class OpenedApp;
class ProfilesDesk;
class ProfileSwitcher;
class SharedGates;
class Shell;
class Transport;
enum class SavedSecret;

class AccountDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        QSettings& settings;
        Accounts& accounts;
        Transport& transport;
        const Clock& clock;
        SharedGates& gates;
        OpenedApp& opened;
        std::function<Account()> practiceAccount;
    };
    explicit AccountDesk(Needs needs, QObject* parent = nullptr);
    ~AccountDesk() override;

    Room room() const;
    /// Opens the app that was used last; practice the first time.
    void start();
    void editCurrent();
    /// Why a run should not begin now: the UserSig of the opened app is over, or will be within the hour.
    std::optional<QString> whyNotNow() const;
    /// Calls `go` at once when nothing speaks against a run; otherwise asks first whether to mend the account.
    void beforeRun(std::function<void()> go);

Q_SIGNALS:
    /// Which app is chosen is shown: at once, not only when its account has come.
    void appShown(bool isPractice);
    /// What keeps the chosen app from being opened, in place of its page.
    void stateShown(const pushbrake::EmptyState::Content& content);
    void stateCleared();
    /// Why the account cannot be used now; empty when it can.
    void availabilityChanged(const QString& whyNot);
    /// The option of the opened app: when one was opened, and when it is changed.
    void readsApartChanged(bool apart);

private:
    void connectCommands();
    void connectOpening();
    void connectEditor();
    void connectList();
    void showApps();
    void showApp(const Profile& profile);
    void choose(const QString& id);
    void closeFor(const QString& id);
    void opened(Account account);
    void onSaved(const Account& account, bool isNew);
    void onRemoved(const QString& id);
    void askToRemove(const QString& id, QWidget& over);
    /// What is known of the chosen app, and of its secret.
    std::pair<Profile, SavedSecret> current() const;
    void showExpiry();
    void chooseReadsApart(bool apart);

    Needs m_needs;
    QString m_currentId;
    std::optional<Profile> m_openProfile; ///< empty while no account is there
    QDateTime m_expiresAt; ///< of the opened app's UserSig; invalid when it signs by itself
    QString m_whyNot; ///< why its account cannot be used now
    QTimer m_minute; ///< the days left shrink while the window stays open
    AppCommands m_commands;
    ProfileSwitcher* m_switcher;
    AppBand* m_band;
    AccountOpening* m_opening;
    AccountEditor* m_editor;
    ProfilesDesk* m_list;
};

} // namespace pushbrake
