// Accounts that change: the dialog, saving, testing and removing.
#include "ui/apps/accountdesk.h"

#include "api/connectiontest.h"
#include "cancel/appsession.h"
#include "secrets/profileindex.h"
#include "ui/apps/profiledialog.h"
#include "ui/apps/profilesdesk.h"
#include "ui/look/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/words/sentences.h"

#include <QMessageBox>
#include <QPushButton>
#include <QUuid>

namespace pushbrake {

// --- the dialog ---

ProfileDialog* AccountDesk::openDialog()
{
    m_dialog = new ProfileDialog(m_needs.clock, &m_needs.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    const Asking dialog = m_dialog;
    connect(dialog, &ProfileDialog::saveRequested, this, [this, dialog] {
        dialog->setSaving(true);
        save(dialog->account(), dialog);
    });
    connect(dialog, &ProfileDialog::sessionOnlyRequested, this,
        [this, dialog] { keepForSession(dialog->account(), dialog); });
    connect(dialog, &ProfileDialog::testRequested, this, [this, dialog] { test(dialog->account(), dialog); });
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
    if (const AppSession* open = session())
        editProfile(open->profile(), true);
    else
        editProfile(m_secretless ? *m_secretless : currentFromIndex(), false);
}

void AccountDesk::editProfile(const Profile& profile, bool secretSaved)
{
    openDialog()->setAccount(profile, secretSaved);
}

// What is known of the current app without the keychain.
Profile AccountDesk::currentFromIndex() const
{
    Profile profile;
    profile.id = m_currentId;
    if (const auto entry = m_needs.profiles.entry(m_currentId)) {
        profile.name = entry->name;
        profile.colour = entry->colour;
        profile.realUsers = entry->realUsers;
    }
    return profile;
}

QString AccountDesk::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void AccountDesk::save(Account account, const Asking& dialog)
{
    if (account.profile.id.isEmpty())
        account.profile.id = newId();
    // An empty secret field means that the saved one stays.
    if (account.secret.isEmpty()) {
        saveWithKnownSecret(account.profile, dialog);
        return;
    }
    auto kept = std::make_shared<Account>(account.duplicate());
    m_needs.keychain.save(std::move(account), this, [this, kept, dialog](std::expected<void, StoreFault> saved) {
        // What was kept for the session would hide what the keychain has now.
        if (saved)
            m_needs.sessionOnly.remove(kept->profile.id, this, [](std::expected<void, StoreFault>) {});
        onSaved(std::move(*kept), saved, dialog);
    });
}

void AccountDesk::saveWithKnownSecret(const Profile& profile, const Asking& dialog)
{
    const auto use = [this, profile, dialog](std::expected<Account, StoreFault> known) {
        if (known && !known->secret.isEmpty())
            save({ profile, std::move(known).value().secret }, dialog);
        else
            onSaved({ profile, {} }, std::unexpected { known ? StoreFault::Missing : known.error() }, dialog);
    };
    m_needs.sessionOnly.load(profile.id, this, [this, profile, use](std::expected<Account, StoreFault> known) {
        if (known)
            use(std::move(known));
        else
            m_needs.keychain.load(profile.id, this, use);
    });
}

void AccountDesk::onSaved(Account account, const std::expected<void, StoreFault>& saved, const Asking& dialog)
{
    if (!saved) {
        if (!dialog)
            return;
        dialog->setSaving(false);
        if (saved.error() == StoreFault::Locked || saved.error() == StoreFault::Unavailable)
            dialog->offerSessionOnly(sentences::storeProblem(saved.error()));
        else
            dialog->showProblem(sentences::storeProblem(saved.error()));
        return;
    }
    if (dialog)
        dialog->finish();
    const Profile& profile = account.profile;
    // Editing one app from the list of apps must not carry anybody into it from another.
    const bool another = m_needs.profiles.entry(profile.id) && profile.id != m_currentId;
    m_needs.profiles.put({ profile.id, profile.name, m_needs.clock.utcNow(), profile.colour, profile.realUsers });
    // A run keeps its app in view; the saved one is opened by choosing it afterwards.
    if (!another && mayLeave()) {
        m_slowKeychain.stop();
        m_currentId = profile.id;
        m_needs.profiles.setLastUsed(m_currentId);
        m_needs.window.clearAccountState();
    }
    showProfiles();
    m_apps->refresh();
    if (another)
        return;
    // Only the open app's signature is counted down; during a run that may be another one than was saved.
    if (profile.id == m_currentId)
        opened(std::move(account));
    else
        onOpened(std::move(account));
}

void AccountDesk::keepForSession(Account account, const Asking& dialog)
{
    if (account.secret.isEmpty()) {
        dialog->showProblem(tr("Enter the secret too: the saved one cannot be read from the keychain now."));
        return;
    }
    if (account.profile.id.isEmpty())
        account.profile.id = newId();
    auto kept = std::make_shared<Account>(account.duplicate());
    m_needs.sessionOnly.save(std::move(account), this,
        [this, kept, dialog](std::expected<void, StoreFault> saved) { onSaved(std::move(*kept), saved, dialog); });
}

// --- testing ---

void AccountDesk::test(Account account, const Asking& dialog)
{
    m_test = std::make_unique<ConnectionTest>(std::move(account), m_needs.transport, m_needs.clock, m_needs.gates);
    m_test->run(this, [dialog](const CallReport& report) {
        if (dialog)
            dialog->testEnded(sentences::callProblem(report), sentences::callAdvice(report), report.ok());
    });
}

void AccountDesk::testCurrent()
{
    const AppSession* opened = session();
    if (!opened)
        return;
    m_test = std::make_unique<ConnectionTest>(opened->account(), m_needs.transport, m_needs.clock, m_needs.gates);
    m_test->run(this, [this](const CallReport& report) {
        m_needs.window.showNotice(sentences::callProblem(report), sentences::callAdvice(report));
    });
}

// --- removing ---

void AccountDesk::askToRemove(const QString& id, QWidget* over)
{
    if (isPractice(id)) {
        m_needs.window.showNotice(tr("Practice is part of the program and cannot be removed."));
        return;
    }
    if (id == m_currentId && !mayLeave()) {
        m_needs.window.showNotice(tr("Pushes are being cancelled in this app. Stop that first, then remove it."));
        return;
    }
    const auto entry = m_needs.profiles.entry(id);
    auto* question = new QMessageBox(QMessageBox::Question, tr("Remove this app?"),
        tr("Remove %1 and its account from Pushbrake?").arg(theme::isolated(entry ? entry->name : QString())),
        QMessageBox::NoButton, over);
    question->setObjectName(QStringLiteral("removeProfileQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("The account is deleted from the computer's keychain. Nothing changes at the "
                                    "service: what is scheduled goes out."));
    auto* keep = question->addButton(tr("&Keep"), QMessageBox::RejectRole);
    auto* away = question->addButton(tr("&Remove this app"), QMessageBox::DestructiveRole);
    keep->setObjectName(QStringLiteral("keepProfileButton"));
    away->setObjectName(QStringLiteral("removeProfileButton"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(question, &QMessageBox::buttonClicked, this, [this, away, id](QAbstractButton* clicked) {
        if (clicked == away)
            remove(id);
    });
    question->open();
}

void AccountDesk::remove(const QString& id)
{
    m_needs.keychain.remove(id, this, [this, id](std::expected<void, StoreFault> removed) {
        if (!removed && removed.error() != StoreFault::Missing) {
            m_needs.window.showNotice(tr("The account was not removed."), sentences::storeProblem(removed.error()));
            m_apps->tell(
                tr("The account was not removed.") + QLatin1Char(' ') + sentences::storeProblem(removed.error()));
            return;
        }
        m_needs.sessionOnly.remove(
            id, this, [](std::expected<void, StoreFault>) {}); // not before: it may be all there is
        m_needs.profiles.remove(id);
        if (id == m_currentId)
            choose(practiceId);
        else
            showProfiles();
        m_apps->refresh();
    });
}

} // namespace pushbrake
