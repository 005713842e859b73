// Which app is open, and what a person does with profiles: switch, create, edit, remove, test. Says plainly when the
// keychain is locked, missing an entry or not there. Opening is in accountdesk.cpp, changing in accountdesk_edit.cpp.
// Owned by Console; borrows everything.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "secrets/accountstore.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace pushbrake {

class AppSession;
class ConnectionTest;
class MainWindow;
class ProfileDialog;
class ProfileIndex;
class ProfilesDesk;
class ProfileSwitcher;
class SharedGates;
class Transport;

class AccountDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        MainWindow& window;
        ProfileIndex& profiles;
        AccountStore& keychain;
        AccountStore& sessionOnly;
        Transport& transport;
        const Clock& clock;
        SharedGates& gates;
        std::function<Account()> practiceAccount;
    };
    explicit AccountDesk(Needs needs, QObject* parent = nullptr);
    ~AccountDesk() override;

    /// Opens the app that was used last; practice the first time.
    void start();
    void editCurrent();
    /// Why a run should not begin now: the UserSig of the opened app is over, or will be within the hour.
    std::optional<QString> whyNotNow() const;
    /// Calls `go` at once when nothing speaks against a run; otherwise asks first whether to mend the account.
    void beforeRun(std::function<void()> go);

    std::function<void(Account)> onOpened; ///< an account came from its store
    std::function<void(const QString&)> onClosed; ///< this profile is chosen, but its account is not there
    std::function<bool()> mayLeave; ///< false while a run goes on in the opened app
    std::function<AppSession*()> session; ///< null while none is opened

private:
    enum class Action { TryAgain, Unlock, SessionOnly, EnterAgain, Remove };

    void showProfiles();
    void choose(const QString& id);
    void load(const QString& id);
    void onLoaded(Account account);
    void opened(Account account);
    void showExpiry();
    void showState(StoreFault fault);
    void showState(const QString& title, const QString& sentence, const QList<Action>& actions);
    QString actionText(Action action) const;
    void onStateAction(int button);
    void unlock();

    void createProfile();
    void editProfile(const Profile& profile, bool secretSaved);
    ProfileDialog* openDialog();
    Profile currentFromIndex() const;
    using Asking = QPointer<ProfileDialog>; ///< the dialog that asked; only it is told, however many were opened since
    void save(Account account, const Asking& dialog);
    void saveWithKnownSecret(const Profile& profile, const Asking& dialog);
    void onSaved(Account account, const std::expected<void, StoreFault>& saved, const Asking& dialog);
    void keepForSession(Account account, const Asking& dialog);
    void test(Account account, const Asking& dialog);
    void testCurrent();
    void askToRemove(const QString& id, QWidget* over);
    void remove(const QString& id);
    bool isPractice(const QString& id) const;
    static QString newId();

    Needs m_needs;
    QString m_currentId;
    quint64 m_question = 0; ///< number of the last load: the answers to earlier ones come too late
    std::optional<Profile> m_secretless; ///< the current one, while only its secret has to be entered
    QDateTime m_expiresAt; ///< of the opened app's UserSig; invalid when it signs by itself
    QList<Action> m_stateActions;
    QString m_unlocking; ///< the app that was chosen when the keychain was asked to unlock; empty otherwise
    QTimer m_slowKeychain;
    QTimer m_minute; ///< the days left shrink while the window stays open
    ProfileSwitcher* m_switcher;
    ProfilesDesk* m_apps;
    QPointer<ProfileDialog> m_dialog;
    std::unique_ptr<ConnectionTest> m_test;
};

} // namespace pushbrake
