// Which app is open, and what a person does with profiles: switch, create, edit, remove, test. Says plainly when the
// keychain is locked, missing an entry or not there. Owned by Console; borrows everything.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "secrets/accountstore.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace pushbrake {

class AppSession;
class MainWindow;
class ProfileDialog;
class ProfileIndex;
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

    std::function<void(Account)> onOpened; ///< an account came from its store
    std::function<void(const QString&)> onClosed; ///< this profile is chosen, but its account is not there
    std::function<bool()> mayLeave; ///< false while a run goes on in the opened app
    std::function<AppSession*()> session; ///< null while none is opened

private:
    enum class Action { TryAgain, EnterAgain, Remove };

    void showProfiles();
    void choose(const QString& id);
    void load(const QString& id);
    void showState(StoreFault fault);
    void onStateAction(int button);

    void createProfile();
    ProfileDialog* openDialog();
    void save(Account account);
    void onSaved(Account account, const Result<void, StoreFault>& saved);
    void keepForSession(Account account);
    void test(Account account);
    void testCurrent();
    void askToRemove();
    void remove(const QString& id);
    bool isPractice(const QString& id) const;

    Needs m_needs;
    QString m_practiceId;
    QString m_currentId;
    QList<Action> m_stateActions;
    QTimer m_slowKeychain;
    QPointer<ProfileDialog> m_dialog;
    std::unique_ptr<AppSession> m_testSession;
};

} // namespace pushbrake
