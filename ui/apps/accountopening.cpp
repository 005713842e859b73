#include "ui/apps/accountopening.h"

#include "secrets/accounts.h"
#include "ui/words/problems.h"

#include <QAction>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
/// The list is on the screen first: loading the library of the keychain takes longer than painting.
constexpr std::chrono::milliseconds untilPainted { 60 };
constexpr std::chrono::milliseconds untilSlow { 700 };
} // namespace

AccountOpening::AccountOpening(Accounts& accounts, Opened opened, QObject* parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_opened(std::move(opened))
    , m_tryAgain(addAction("tryAgainAction", tr("&Try again")))
    , m_unlock(addAction("unlockAction", tr("&Unlock and try again")))
    , m_sessionOnly(addAction("sessionOnlyAction", tr("Use for this &session only…")))
    , m_enterAgain(addAction("enterAgainAction", tr("&Enter the account again…")))
    , m_enterSecret(addAction("enterSecretAction", tr("&Enter the secret…")))
    , m_remove(addAction("removeUnreadAction", tr("&Remove this app…")))
{
    connect(m_tryAgain, &QAction::triggered, this, [this] { open(m_id); });
    connect(m_unlock, &QAction::triggered, this, &AccountOpening::unlock);
    connect(m_sessionOnly, &QAction::triggered, this, &AccountOpening::sessionOnlyRequested);
    connect(m_enterAgain, &QAction::triggered, this, &AccountOpening::editRequested);
    connect(m_enterSecret, &QAction::triggered, this, &AccountOpening::editRequested);
    connect(m_remove, &QAction::triggered, this, &AccountOpening::removeRequested);
    m_slowKeychain.setSingleShot(true);
    m_slowKeychain.setInterval(untilSlow);
    connect(&m_slowKeychain, &QTimer::timeout, this, [this] {
        showState(tr("Waiting for the keychain"),
            tr("The account of this app is being read from the computer's keychain."), { m_sessionOnly });
    });
}

QAction* AccountOpening::addAction(const char* name, const QString& text)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    return action;
}

void AccountOpening::open(QString id)
{
    forget();
    if (std::exchange(m_id, id) != id)
        m_unlocking.clear();
    Q_EMIT stateCleared();
    Q_EMIT availabilityChanged(tr("The account is being read from the computer's keychain."));
    // A keychain that answers at once is not worth a page that flashes by.
    m_slowKeychain.start();
    QTimer::singleShot(untilPainted, this, [this, id, question = m_question] {
        if (question == m_question)
            ask(id);
    });
}

void AccountOpening::end()
{
    forget();
    m_unlocking.clear();
    Q_EMIT stateCleared();
    Q_EMIT availabilityChanged({});
}

void AccountOpening::forget()
{
    ++m_question;
    m_slowKeychain.stop();
    m_secretless.reset();
    m_isSecretOfAnother = m_isOfNewerVersion = false;
}

void AccountOpening::ask(const QString& id)
{
    m_accounts.load(id, this, [this, question = m_question](std::expected<LoadedAccount, StoreFault> loaded) {
        if (question != m_question)
            return;
        m_slowKeychain.stop();
        if (loaded)
            onLoaded(std::move(loaded->account));
        else
            showFault(loaded.error());
    });
}

void AccountOpening::onLoaded(Account account)
{
    if (!account.secret().isEmpty()) {
        m_opened(std::move(account));
        return;
    }
    m_secretless = account.profile;
    m_isSecretOfAnother = account.isSecretOfAnother();
    showState(tr("Enter the secret of this app"),
        m_isSecretOfAnother ? sentences::storeProblem(StoreFault::SecretOfAnother)
                            : tr("This app was imported without its secret. Enter its secret key or UserSig."),
        { m_enterSecret, m_sessionOnly, m_remove });
}

void AccountOpening::showFault(StoreFault fault)
{
    const QString sentence = sentences::storeProblem(fault);
    m_isOfNewerVersion = fault == StoreFault::Newer;
    switch (fault) {
    case StoreFault::Locked: showState(tr("The keychain is locked"), sentence, { m_unlock, m_sessionOnly }); return;
    case StoreFault::Missing:
        if (const auto known = m_accounts.entry(m_id); known && known->neverInKeychain) {
            showState(tr("Enter the account again"),
                tr("This app was used for one session only, so its account was forgotten when Pushbrake ended. Its "
                   "list and its results are still here."),
                { m_enterAgain, m_sessionOnly, m_remove });
            return;
        }
        showState(tr("The account is not in the keychain"), sentence, { m_enterAgain, m_sessionOnly, m_remove });
        return;
    case StoreFault::Damaged:
        showState(tr("The account cannot be read"), sentence, { m_enterAgain, m_sessionOnly, m_remove });
        return;
    case StoreFault::Newer: showState(tr("The account is of a newer Pushbrake"), sentence, { m_sessionOnly }); return;
    case StoreFault::Refused:
        showState(tr("The keychain refused access"), sentence, { m_tryAgain, m_sessionOnly, m_enterAgain });
        return;
    default: showState(tr("The keychain is not available"), sentence, { m_tryAgain, m_sessionOnly });
    }
}

void AccountOpening::showState(const QString& title, const QString& sentence, const QList<QAction*>& actions)
{
    Q_EMIT stateShown({ u"key-round"_s, title, sentence, actions });
    Q_EMIT availabilityChanged(tr("The account cannot be used now."));
}

// The system shows a question of its own, which may take a person a while; meanwhile the window stays as usable as
// before.
void AccountOpening::unlock()
{
    showState(tr("Unlock the keychain"),
        tr("Enter the password of the keychain in the window that the system shows. Pushbrake then continues "
           "automatically."),
        { m_tryAgain, m_sessionOnly });
    m_unlocking = m_id;
    m_accounts.unlock(this, [this](bool) {
        // Only when nobody chose another app meanwhile.
        if (const QString id = std::exchange(m_unlocking, {}); !id.isEmpty() && id == m_id)
            open(id);
    });
}

} // namespace pushbrake
