#include "ui/accountdesk.h"

#include "cancel/appsession.h"
#include "secrets/profileindex.h"
#include "store/journal.h"
#include "ui/mainwindow.h"
#include "ui/profiledialog.h"
#include "ui/sentences.h"

#include <QMessageBox>
#include <QPushButton>
#include <QRandomGenerator>
#include <QUuid>

namespace pushbrake {

namespace {
// A connection test reads one row and never runs a cancellation, so it needs no record.
class NoJournal final : public RunJournal
{
public:
    Result<qint64, DatabaseFault> begin(const QString&, const QList<Task>&) override { return refuse(); }
    Result<void, DatabaseFault> attempt(qint64, TaskId, int, quint32, const QDateTime&) override { return refuse(); }
    Result<void, DatabaseFault> attemptUndone(qint64, TaskId) override { return refuse(); }
    Result<void, DatabaseFault> withdrawPlanned(qint64, const QDateTime&) override { return refuse(); }
    Result<QList<JournalRow>, DatabaseFault> unknownRows(const QString&, TaskId) const override { return refuse(); }
    Result<void, DatabaseFault> settle(qint64, const SettledResult&) override { return refuse(); }

private:
    static Unexpected<DatabaseFault> refuse() { return { DatabaseFault::WriteFailed }; }
};
NoJournal noJournal;

/// The list is on the screen first: loading the library of the keychain takes longer than painting.
constexpr std::chrono::milliseconds untilPainted { 30 };
constexpr std::chrono::milliseconds untilSlow { 700 };
} // namespace

AccountDesk::AccountDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_practiceId(QStringLiteral("practice"))
{
    MainWindow* window = &m_needs.window;
    connect(window, &MainWindow::profileChosen, this, &AccountDesk::choose);
    connect(window, &MainWindow::newProfileRequested, this, &AccountDesk::createProfile);
    connect(window, &MainWindow::editProfileRequested, this, &AccountDesk::editCurrent);
    connect(window, &MainWindow::removeProfileRequested, this, &AccountDesk::askToRemove);
    connect(window, &MainWindow::testConnectionRequested, this, &AccountDesk::testCurrent);
    connect(window, &MainWindow::accountStateAction, this, &AccountDesk::onStateAction);
    m_slowKeychain.setSingleShot(true);
    m_slowKeychain.setInterval(untilSlow);
    connect(&m_slowKeychain, &QTimer::timeout, this, [this] {
        m_needs.window.setAccountState(tr("Waiting for the keychain"),
            tr("The account of this app is being read from the computer's keychain."), {});
    });
}

AccountDesk::~AccountDesk() = default;

bool AccountDesk::isPractice(const QString& id) const
{
    return id == m_practiceId;
}

void AccountDesk::start()
{
    const QString last = m_needs.profiles.lastUsed();
    choose(last.isEmpty() ? m_practiceId : last);
}

void AccountDesk::showProfiles()
{
    QList<ProfileEntry> entries { { m_practiceId, tr("Practice"), {} } };
    entries += m_needs.profiles.entries();
    m_needs.window.setProfiles(entries, m_currentId);
}

void AccountDesk::choose(const QString& id)
{
    if (!mayLeave()) {
        showProfiles();
        m_needs.window.showNotice(tr("Pushes are being cancelled in this app. Stop that first, then switch."));
        return;
    }
    m_currentId = id;
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
    onOpened(std::move(practice));
}

void AccountDesk::load(const QString& id)
{
    onClosed(id);
    m_needs.window.setAccountAwaited();
    // A keychain that answers at once is not worth a page that flashes by.
    m_slowKeychain.start();
    const auto opened = [this, id](Result<Account, StoreFault> account) {
        if (id != m_currentId)
            return;
        m_slowKeychain.stop();
        if (!account) {
            showState(account.error());
            return;
        }
        m_needs.window.clearAccountState();
        onOpened(std::move(account).value());
    };
    // What was kept for this session only is looked for first: it is there because the keychain would not take it.
    const auto ask = [this, id, opened] {
        m_needs.sessionOnly.load(id, this, [this, id, opened](Result<Account, StoreFault> account) {
            if (account)
                opened(std::move(account));
            else
                m_needs.keychain.load(id, this, opened);
        });
    };
    QTimer::singleShot(untilPainted, this, ask);
}

void AccountDesk::showState(StoreFault fault)
{
    const QString sentence = sentences::storeProblem(fault);
    switch (fault) {
    case StoreFault::Locked:
        m_stateActions = { Action::TryAgain, Action::EnterAgain };
        m_needs.window.setAccountState(tr("The keychain is locked"), sentence, { tr("&Try again"), tr("&Enter the account again…") });
        return;
    case StoreFault::Missing:
    case StoreFault::Damaged:
        m_stateActions = { Action::EnterAgain, Action::Remove };
        m_needs.window.setAccountState(
            tr("The account is not in the keychain"), sentence, { tr("&Enter the account again…"), tr("&Remove this app…") });
        return;
    default:
        m_stateActions = { Action::TryAgain, Action::EnterAgain };
        m_needs.window.setAccountState(
            tr("The keychain is not available"), sentence, { tr("&Try again"), tr("&Enter the account again…") });
    }
}

void AccountDesk::onStateAction(int button)
{
    switch (m_stateActions.value(button, Action::TryAgain)) {
    case Action::TryAgain:
        load(m_currentId);
        return;
    case Action::EnterAgain:
        editCurrent();
        return;
    case Action::Remove:
        askToRemove();
        return;
    }
}

// --- the dialog ---

ProfileDialog* AccountDesk::openDialog()
{
    m_dialog = new ProfileDialog(m_needs.clock, &m_needs.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ProfileDialog::saveRequested, this, [this] {
        m_dialog->setSaving(true);
        save(m_dialog->account());
    });
    connect(m_dialog, &ProfileDialog::sessionOnlyRequested, this, [this] { keepForSession(m_dialog->account()); });
    connect(m_dialog, &ProfileDialog::testRequested, this, [this] { test(m_dialog->account()); });
    connect(m_dialog, &QDialog::finished, &m_needs.window, &MainWindow::focusList);
    m_dialog->open();
    return m_dialog;
}

void AccountDesk::createProfile()
{
    openDialog();
}

void AccountDesk::editCurrent()
{
    if (isPractice(m_currentId)) {
        m_needs.window.showNotice(tr("Practice needs no account, so there is nothing to edit."));
        return;
    }
    if (const AppSession* opened = session()) {
        openDialog()->setAccount(opened->profile());
        return;
    }
    Profile profile;
    profile.id = m_currentId;
    for (const ProfileEntry& entry : m_needs.profiles.entries()) {
        if (entry.id == m_currentId)
            profile.name = entry.name;
    }
    openDialog()->setAccount(profile);
}

void AccountDesk::save(Account account)
{
    if (account.profile.id.isEmpty())
        account.profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString id = account.profile.id;
    // An empty secret field means that the saved one stays.
    if (account.secret.isEmpty()) {
        m_needs.keychain.load(id, this, [this, profile = account.profile](Result<Account, StoreFault> known) {
            if (known)
                save({ profile, std::move(known).value().secret });
            else if (m_dialog)
                onSaved({ profile, {} }, Unexpected { known.error() });
        });
        return;
    }
    auto kept = std::make_shared<Account>(account.duplicate());
    m_needs.keychain.save(std::move(account), this,
        [this, kept](Result<void, StoreFault> saved) { onSaved(std::move(*kept), saved); });
}

void AccountDesk::onSaved(Account account, const Result<void, StoreFault>& saved)
{
    if (!saved) {
        if (!m_dialog)
            return;
        m_dialog->setSaving(false);
        if (saved.error() == StoreFault::Locked || saved.error() == StoreFault::Unavailable)
            m_dialog->offerSessionOnly(sentences::storeProblem(saved.error()));
        else
            m_dialog->showProblem(sentences::storeProblem(saved.error()));
        return;
    }
    m_slowKeychain.stop();
    if (m_dialog)
        m_dialog->finish();
    m_needs.profiles.put({ account.profile.id, account.profile.name, m_needs.clock.utcNow() });
    // A run keeps its app in view; the saved one is opened by choosing it afterwards.
    if (mayLeave()) {
        m_currentId = account.profile.id;
        m_needs.profiles.setLastUsed(m_currentId);
        m_needs.window.clearAccountState();
    }
    showProfiles();
    onOpened(std::move(account));
}

void AccountDesk::keepForSession(Account account)
{
    if (account.profile.id.isEmpty())
        account.profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto kept = std::make_shared<Account>(account.duplicate());
    m_needs.sessionOnly.save(std::move(account), this,
        [this, kept](Result<void, StoreFault> saved) { onSaved(std::move(*kept), saved); });
}

// --- testing ---

void AccountDesk::test(Account account)
{
    m_testSession = std::make_unique<AppSession>(std::move(account),
        AppSession::Needs { m_needs.transport, noJournal, m_needs.clock, [] { return QRandomGenerator::system()->generate(); },
            m_needs.gates });
    connect(m_testSession.get(), &AppSession::connectionTested, this, [this](const CallReport& report) {
        if (m_dialog)
            m_dialog->setTestResult(sentences::callProblem(report), sentences::callAdvice(report), report.ok());
    });
    m_testSession->testConnection();
}

void AccountDesk::testCurrent()
{
    AppSession* opened = session();
    if (!opened)
        return;
    connect(opened, &AppSession::connectionTested, this, [this](const CallReport& report) {
        m_needs.window.showNotice(sentences::callProblem(report), sentences::callAdvice(report));
    }, Qt::SingleShotConnection);
    opened->testConnection();
}

// --- removing ---

void AccountDesk::askToRemove()
{
    if (isPractice(m_currentId)) {
        m_needs.window.showNotice(tr("Practice is part of the program and cannot be removed."));
        return;
    }
    if (!mayLeave()) {
        m_needs.window.showNotice(tr("Pushes are being cancelled in this app. Stop that first, then remove it."));
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Remove this app?"),
        tr("Remove this app and its account from Pushbrake?"), QMessageBox::NoButton, &m_needs.window);
    question->setObjectName(QStringLiteral("removeProfileQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("The account is deleted from the computer's keychain. Nothing changes at the service: what is scheduled goes out."));
    auto* keep = question->addButton(tr("&Keep"), QMessageBox::RejectRole);
    auto* away = question->addButton(tr("&Remove this app"), QMessageBox::DestructiveRole);
    keep->setObjectName(QStringLiteral("keepProfileButton"));
    away->setObjectName(QStringLiteral("removeProfileButton"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(question, &QMessageBox::buttonClicked, this, [this, away, id = m_currentId](QAbstractButton* clicked) {
        if (clicked == away)
            remove(id);
    });
    question->open();
}

void AccountDesk::remove(const QString& id)
{
    m_needs.sessionOnly.remove(id, this, [](Result<void, StoreFault>) {});
    m_needs.keychain.remove(id, this, [this, id](Result<void, StoreFault> removed) {
        if (!removed && removed.error() != StoreFault::Missing) {
            m_needs.window.showNotice(tr("The account was not removed."), sentences::storeProblem(removed.error()));
            return;
        }
        m_needs.profiles.remove(id);
        choose(m_practiceId);
    });
}

} // namespace pushbrake
