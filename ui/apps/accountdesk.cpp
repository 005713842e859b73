#include "ui/apps/accountdesk.h"

#include "api/usersig.h"
#include "api/connectiontest.h"
#include "secrets/profileindex.h"
#include "ui/apps/profiledialog.h"
#include "ui/apps/profilesdesk.h"
#include "ui/apps/profileswitcher.h"
#include "ui/look/profilemark.h"
#include "ui/window/mainwindow.h"
#include "ui/words/sentences.h"

#include <QMessageBox>
#include <QPushButton>

namespace pushbrake {

namespace {
/// The list is on the screen first: loading the library of the keychain takes longer than painting.
constexpr std::chrono::milliseconds untilPainted { 60 };
constexpr std::chrono::milliseconds untilSlow { 700 };
} // namespace

AccountDesk::AccountDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_switcher(m_needs.window.findChild<ProfileSwitcher*>())
    , m_apps(new ProfilesDesk(
          { m_needs.window, m_needs.profiles, m_needs.keychain, m_needs.sessionOnly, m_needs.clock }, this))
{
    MainWindow* window = &m_needs.window;
    connect(window, &MainWindow::profileChosen, this, &AccountDesk::choose);
    connect(window, &MainWindow::newProfileRequested, this, &AccountDesk::createProfile);
    connect(window, &MainWindow::editProfileRequested, this, &AccountDesk::editCurrent);
    connect(window, &MainWindow::removeProfileRequested, this, [this] { askToRemove(m_currentId, &m_needs.window); });
    connect(window, &MainWindow::testConnectionRequested, this, &AccountDesk::testCurrent);
    connect(window, &MainWindow::accountStateAction, this, &AccountDesk::onStateAction);
    connect(m_switcher, &ProfileSwitcher::appsWished, m_apps, &ProfilesDesk::show);
    connect(m_apps, &ProfilesDesk::changed, this, &AccountDesk::showProfiles);
    connect(m_apps, &ProfilesDesk::addRequested, this, &AccountDesk::createProfile);
    connect(m_apps, &ProfilesDesk::editRequested, this, &AccountDesk::editProfile);
    connect(m_apps, &ProfilesDesk::removeRequested, this, &AccountDesk::askToRemove);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &AccountDesk::showExpiry);
    m_slowKeychain.setSingleShot(true);
    m_slowKeychain.setInterval(untilSlow);
    connect(&m_slowKeychain, &QTimer::timeout, this, [this] {
        showState(tr("Waiting for the keychain"),
            tr("The account of this app is being read from the computer's keychain."), { Action::SessionOnly });
    });
}

AccountDesk::~AccountDesk() = default;

bool AccountDesk::isPractice(const QString& id) const
{
    return id == practiceId;
}

void AccountDesk::start()
{
    const QString last = m_needs.profiles.lastUsed();
    choose(last.isEmpty() ? QString(practiceId) : last);
}

void AccountDesk::showProfiles()
{
    QList<ProfileEntry> entries { { practiceId, tr("Practice"), {} } };
    entries += m_needs.profiles.entries();
    m_needs.window.setProfiles(entries, m_currentId);
    showExpiry();
}

void AccountDesk::choose(const QString& id)
{
    if (!mayLeave()) {
        showProfiles();
        m_needs.window.showNotice(tr("Pushes are being cancelled in this app. Stop that first, then switch."));
        return;
    }
    m_currentId = id;
    ++m_question;
    m_unlocking.clear();
    m_slowKeychain.stop();
    m_needs.profiles.setLastUsed(id);
    showProfiles();
    m_needs.window.hideNotice();
    if (!isPractice(id)) {
        load(id);
        return;
    }
    Account practice = m_needs.practiceAccount();
    practice.profile.name = tr("Practice");
    opened(std::move(practice));
}

void AccountDesk::load(const QString& id)
{
    onClosed(id);
    m_secretless.reset();
    m_expiresAt = {};
    showExpiry();
    m_needs.window.setAccountAwaited();
    // A keychain that answers at once is not worth a page that flashes by.
    m_slowKeychain.start();
    const auto loaded = [this, question = ++m_question](std::expected<Account, StoreFault> account) {
        if (question != m_question)
            return;
        m_slowKeychain.stop();
        if (!account) {
            showState(account.error());
            return;
        }
        onLoaded(std::move(account).value());
    };
    // What was kept for this session only is looked for first: it is there because the keychain would not take it.
    const auto ask = [this, id, loaded] {
        m_needs.sessionOnly.load(id, this, [this, id, loaded](std::expected<Account, StoreFault> account) {
            if (account)
                loaded(std::move(account));
            else
                m_needs.keychain.load(id, this, loaded);
        });
    };
    QTimer::singleShot(untilPainted, this, ask);
}

void AccountDesk::onLoaded(Account account)
{
    if (const auto entry = m_needs.profiles.entry(account.profile.id))
        account.profile.colour = entry->colour;
    if (account.secret.isEmpty()) {
        m_secretless = account.profile;
        showState(tr("The secret is still to be entered"),
            tr("This app was imported, and such a file has no secrets. Enter its secret key or UserSig."),
            { Action::EnterAgain, Action::SessionOnly, Action::Remove });
        return;
    }
    m_needs.window.clearAccountState();
    opened(std::move(account));
}

void AccountDesk::opened(Account account)
{
    ++m_question; // an answer that is still to come must not take its place
    m_slowKeychain.stop();
    const Profile& profile = account.profile;
    // The keychain's word on real users counts; the index only repeats it where the keychain does not answer.
    if (auto entry = m_needs.profiles.entry(profile.id); entry && entry->realUsers != profile.realUsers) {
        entry->realUsers = profile.realUsers;
        m_needs.profiles.put(*entry);
    }
    m_secretless.reset();
    m_expiresAt = {};
    if (profile.kind == CredentialKind::UserSig) {
        if (const auto read = readUserSig(account.secret.reveal()))
            m_expiresAt = read->expiresAt;
    }
    onOpened(std::move(account));
    showExpiry();
}

void AccountDesk::showExpiry()
{
    m_switcher->setExpiry(m_expiresAt, m_needs.clock.utcNow());
    if (m_expiresAt.isValid())
        m_minute.start();
    else
        m_minute.stop();
}

// --- what keeps an app from being opened ---

void AccountDesk::showState(StoreFault fault)
{
    const QString sentence = sentences::storeProblem(fault);
    switch (fault) {
    case StoreFault::Locked:
        showState(tr("The keychain is locked"), sentence, { Action::Unlock, Action::SessionOnly });
        return;
    case StoreFault::Missing:
        showState(tr("The account is not in the keychain"), sentence,
            { Action::EnterAgain, Action::SessionOnly, Action::Remove });
        return;
    case StoreFault::Damaged:
        showState(
            tr("The account cannot be read"), sentence, { Action::EnterAgain, Action::SessionOnly, Action::Remove });
        return;
    case StoreFault::Refused:
        showState(
            tr("The keychain refused access"), sentence, { Action::TryAgain, Action::SessionOnly, Action::EnterAgain });
        return;
    default: showState(tr("The keychain is not available"), sentence, { Action::TryAgain, Action::SessionOnly });
    }
}

void AccountDesk::showState(const QString& title, const QString& sentence, const QList<Action>& actions)
{
    m_stateActions = actions;
    QStringList buttons;
    for (const Action action : actions)
        buttons.append(actionText(action));
    m_needs.window.setAccountState(title, sentence, buttons);
}

QString AccountDesk::actionText(Action action) const
{
    switch (action) {
    case Action::TryAgain: return tr("&Try again");
    case Action::Unlock: return tr("&Unlock and try again");
    case Action::SessionOnly: return tr("Use for this &session only…");
    case Action::EnterAgain: return m_secretless ? tr("&Enter the secret…") : tr("&Enter the account again…");
    case Action::Remove: break;
    }
    return tr("&Remove this app…");
}

void AccountDesk::onStateAction(int button)
{
    switch (m_stateActions.value(button, Action::TryAgain)) {
    case Action::TryAgain: load(m_currentId); return;
    case Action::Unlock: unlock(); return;
    case Action::SessionOnly:
        editCurrent();
        m_dialog->setSessionOnly();
        return;
    case Action::EnterAgain: editCurrent(); return;
    case Action::Remove: askToRemove(m_currentId, &m_needs.window); return;
    }
}

// The system shows a question of its own, which may take a person a while; meanwhile the window stays as usable as
// before.
void AccountDesk::unlock()
{
    showState(tr("Unlock the keychain"),
        tr("Enter the password of the keychain in the window that the system shows. Pushbrake goes on by itself then."),
        { Action::TryAgain, Action::SessionOnly });
    m_unlocking = m_currentId;
    m_needs.keychain.unlock(this, [this](bool) {
        // Whoever went on otherwise meanwhile is not disturbed.
        if (const QString id = std::exchange(m_unlocking, {}); !id.isEmpty() && id == m_currentId && !session())
            load(id);
    });
}

// --- before a run ---

std::optional<QString> AccountDesk::whyNotNow() const
{
    if (!m_expiresAt.isValid())
        return std::nullopt;
    switch (profilemark::expiry(m_expiresAt, m_needs.clock.utcNow())) {
    case profilemark::Expiry::Over:
        return tr("The UserSig of this app has expired. The service would refuse every push; enter a new one first.");
    case profilemark::Expiry::Now:
        return tr("The UserSig of this app expires within the hour, perhaps in the middle of cancelling. Enter a new "
                  "one first.");
    default: return std::nullopt;
    }
}

void AccountDesk::beforeRun(std::function<void()> go)
{
    const auto why = whyNotNow();
    if (!why) {
        go();
        return;
    }
    auto* question = new QMessageBox(
        QMessageBox::Warning, tr("Mend the account first?"), *why, QMessageBox::NoButton, &m_needs.window);
    question->setObjectName(QStringLiteral("expiryQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    auto* mend = question->addButton(tr("&Enter a new UserSig…"), QMessageBox::AcceptRole);
    auto* leave = question->addButton(tr("&Not now"), QMessageBox::RejectRole);
    // An old one may still be good for a push that goes out in a minute; one that is over is good for none.
    QPushButton* anyway = nullptr;
    if (m_needs.clock.utcNow() <= m_expiresAt)
        anyway = question->addButton(tr("&Go on with this one"), QMessageBox::DestructiveRole);
    mend->setObjectName(QStringLiteral("mendButton"));
    leave->setObjectName(QStringLiteral("notNowButton"));
    if (anyway)
        anyway->setObjectName(QStringLiteral("goOnButton"));
    question->setDefaultButton(mend);
    question->setEscapeButton(leave);
    connect(question, &QMessageBox::buttonClicked, this,
        [this, mend, anyway, go = std::move(go)](QAbstractButton* clicked) {
            if (clicked == mend)
                editCurrent();
            else if (anyway && clicked == anyway)
                go();
        });
    question->open();
}

} // namespace pushbrake
