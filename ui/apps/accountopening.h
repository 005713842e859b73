// Reads the account of the app that was chosen, and says plainly what keeps it from being opened: a keychain that is
// locked, slow, refusing or not there, an entry that is missing or damaged, a secret that is still to be entered. Owned
// by AccountDesk; borrows the accounts.
#pragma once

#include "domain/profile.h"
#include "secrets/accountstore.h"
#include "ui/parts/emptystate.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QAction;

namespace pushbrake {

class Accounts;

class AccountOpening : public QObject
{
    Q_OBJECT
public:
    using Opened = std::function<void(Account)>;

    /// `opened` takes the account when it came, once for each open() at most.
    AccountOpening(Accounts& accounts, Opened opened, QObject* parent);

    void open(QString id); // by value: m_id itself is passed in by "try again"
    /// An app is open, by this or otherwise: takes away what was shown. An answer that is still to come takes nobody's
    /// place.
    void end();
    /// The app that was asked for, while nothing but its secret is wanting.
    const std::optional<Profile>& secretless() const { return m_secretless; }
    /// Then that app has a secret, which was entered for another host, SDKAppID or identifier.
    bool isSecretOfAnother() const { return m_isSecretOfAnother; }
    /// The account that was asked for is not this version's to replace.
    bool isOfNewerVersion() const { return m_isOfNewerVersion; }

Q_SIGNALS:
    void stateShown(const pushbrake::EmptyState::Content& content);
    void stateCleared();
    /// Why the account cannot be used now; empty when it can.
    void availabilityChanged(const QString& whyNot);
    void editRequested();
    void sessionOnlyRequested();
    void removeRequested();

private:
    QAction* addAction(const char* name, const QString& text);
    void forget();
    void ask(const QString& id);
    void onLoaded(Account account);
    void showFault(StoreFault fault);
    void showState(const QString& title, const QString& sentence, const QList<QAction*>& actions);
    void unlock();

    Accounts& m_accounts;
    Opened m_opened;
    QString m_id;
    quint64 m_question = 0; ///< number of the last open(): the answers to earlier ones come too late
    QString m_unlocking; ///< the app that was chosen when the keychain was asked to unlock; empty otherwise
    std::optional<Profile> m_secretless;
    bool m_isSecretOfAnother = false;
    bool m_isOfNewerVersion = false;
    QTimer m_slowKeychain;
    QAction* m_tryAgain;
    QAction* m_unlock;
    QAction* m_sessionOnly;
    QAction* m_enterAgain;
    QAction* m_enterSecret;
    QAction* m_remove;
};

} // namespace pushbrake
