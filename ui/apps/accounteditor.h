// What changes an account: the dialog, saving, keeping for the session, testing and removing. Answers go to the dialog
// that asked, however many were opened since. Owned by AccountDesk; borrows everything.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "secrets/accountstore.h"

#include <QObject>
#include <QPointer>

#include <expected>
#include <functional>

class QWidget;

namespace pushbrake {

class Accounts;
class ProfileDialog;
class SharedGates;
class Shell;
class Transport;
struct CallReport;
struct SavedAccount;
enum class SavedSecret;

class AccountEditor : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        Accounts& accounts;
        Transport& transport;
        const Clock& clock;
        SharedGates& gates;
    };
    AccountEditor(Needs needs, QObject* parent);

    void create();
    void edit(const Profile& profile, SavedSecret saved);
    void editForSession(const Profile& profile, SavedSecret saved);
    /// Tries the account of this app and tells in a notice what came of it.
    void test(const QString& id);
    void askToRemove(const QString& id, QWidget& over);

Q_SIGNALS:
    void saved(const pushbrake::Account& account, bool isNew);
    void removed(const QString& id);
    void removalFailed(const QString& sentence);

private:
    using Asking = QPointer<ProfileDialog>; ///< the dialog that asked

    ProfileDialog* openDialog();
    /// `keep` at once, or when a person agreed that what was typed becomes a new app beside the one that was edited.
    void askIfAnotherApp(const Asking& dialog, std::function<void()> keep);
    void save(const Asking& dialog);
    void keepForSession(const Asking& dialog);
    void onSaved(const std::expected<SavedAccount, StoreFault>& saved, const Asking& dialog);
    void testIn(const Asking& dialog);
    void tryAccount(Account account, QObject* context, std::function<void(const CallReport&)> done);
    void remove(const QString& id);

    Needs m_needs;
    int m_test = 0; ///< number of the last test of a dialog: nothing is said of an earlier one
};

} // namespace pushbrake
