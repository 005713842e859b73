#include "ui/apps/accounteditor.h"

#include "api/connectiontest.h"
#include "secrets/accounts.h"
#include "ui/apps/profiledialog.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/parts/safequestion.h"
#include "ui/window/shell.h"
#include "ui/words/appwords.h"
#include "ui/words/problems.h"
#include "ui/words/results.h"

#include <memory>

namespace pushbrake {

AccountEditor::AccountEditor(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
{
}

// --- the dialog ---

ProfileDialog* AccountEditor::openDialog()
{
    const Asking dialog = new ProfileDialog(m_needs.clock, &m_needs.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::saveRequested, this,
        [this, dialog] { askIfAnotherApp(dialog, [this, dialog] { save(dialog); }); });
    connect(dialog, &ProfileDialog::sessionOnlyRequested, this,
        [this, dialog] { askIfAnotherApp(dialog, [this, dialog] { keepForSession(dialog); }); });
    connect(dialog, &ProfileDialog::testRequested, this, [this, dialog] { testIn(dialog); });
    connect(dialog, &QDialog::finished, &m_needs.window, &Shell::focusPage);
    dialog->open();
    return dialog;
}

void AccountEditor::create()
{
    openDialog()->setColour(m_needs.accounts.unusedColour());
}

void AccountEditor::edit(const Profile& profile, SavedSecret saved)
{
    openDialog()->setAccount(profile, saved);
}

void AccountEditor::editForSession(const Profile& profile, SavedSecret saved)
{
    ProfileDialog* dialog = openDialog();
    dialog->setAccount(profile, saved);
    dialog->setSessionOnly();
}

// --- saving ---

void AccountEditor::askIfAnotherApp(const Asking& dialog, std::function<void()> keep)
{
    if (!dialog->isAnotherApp()) {
        keep();
        return;
    }
    const auto number = [](const Profile& app) { return theme::leftToRight(QString::number(app.sdkAppId)); };
    const Profile& saved = dialog->given();
    const Profile typed = dialog->account().profile;
    askSafely({ "newAppQuestion", tr("Make a new app?"),
                  tr("The list, the results and unfinished cancellations stay with %1, SDKAppID %2.")
                      .arg(sentences::place(saved), number(saved)),
                  tr("What you typed is another app: %1, SDKAppID %2. It has a list of its own.")
                      .arg(sentences::place(typed), number(typed)),
                  { "goBackButton", tr("&Go back"), {} },
                  { { "makeNewAppButton", tr("&Make a new app"),
                      [this, dialog, keep = std::move(keep)] {
                          dialog->makeNewApp(m_needs.accounts.unusedColour());
                          keep();
                      } } } },
        *dialog);
}

void AccountEditor::save(const Asking& dialog)
{
    dialog->setSaving(true);
    m_needs.accounts.save(dialog->account(), this,
        [this, dialog](const std::expected<SavedAccount, StoreFault>& kept) { onSaved(kept, dialog); });
}

void AccountEditor::keepForSession(const Asking& dialog)
{
    Account account = dialog->account();
    if (account.secret().isEmpty()) {
        dialog->showProblem(tr("Enter the secret too. The saved one cannot be read from the keychain now."));
        return;
    }
    m_needs.accounts.keepForSession(std::move(account), this,
        [this, dialog](const std::expected<SavedAccount, StoreFault>& kept) { onSaved(kept, dialog); });
}

void AccountEditor::onSaved(const std::expected<SavedAccount, StoreFault>& kept, const Asking& dialog)
{
    if (kept) {
        if (dialog)
            dialog->finish();
        Q_EMIT saved(kept->account, kept->isNew);
        return;
    }
    if (!dialog) {
        m_needs.window.notices().tell(
            NoticeKind::Warning, tr("The account was not saved."), sentences::storeProblem(kept.error()));
        return;
    }
    dialog->setSaving(false);
    if (isOfTheWholeKeychain(kept.error()))
        dialog->offerSessionOnly(sentences::storeProblem(kept.error()));
    else
        dialog->showProblem(sentences::storeProblem(kept.error()));
}

// --- testing ---

void AccountEditor::testIn(const Asking& dialog)
{
    Account account = dialog->account();
    const CredentialKind kind = account.profile.kind;
    tryAccount(std::move(account), dialog, [this, dialog, kind, test = ++m_test](const CallReport& report) {
        if (test == m_test)
            dialog->testEnded(sentences::callProblem(report), sentences::callAdvice(report, kind), report.ok());
    });
}

void AccountEditor::test(const QString& id)
{
    m_needs.accounts.load(id, this, [this](std::expected<LoadedAccount, StoreFault> loaded) {
        if (!loaded) {
            m_needs.window.notices().tell(NoticeKind::Warning, sentences::storeProblem(loaded.error()));
            return;
        }
        const CredentialKind kind = loaded->account.profile.kind;
        tryAccount(std::move(loaded->account), this, [this, kind](const CallReport& report) {
            m_needs.window.notices().tell(report.ok() ? NoticeKind::Good : NoticeKind::Warning,
                sentences::callProblem(report), sentences::callAdvice(report, kind));
        });
    });
}

// The test goes on to its end when the one who asked is gone, so that its place in the limit is given back.
void AccountEditor::tryAccount(Account account, QObject* context, std::function<void(const CallReport&)> done)
{
    auto test = std::make_shared<ConnectionTest>(std::move(account), m_needs.transport, m_needs.clock, m_needs.gates);
    test->run(this, [test, asking = QPointer(context), done = std::move(done)](const CallReport& report) {
        if (asking)
            done(report);
    });
}

// --- removing ---

void AccountEditor::askToRemove(const QString& id, QWidget& over)
{
    const QString name = m_needs.accounts.outline(id).name;
    askSafely({ "removeProfileQuestion", tr("Remove this app?"),
                  tr("Remove %1 and its account from Pushbrake?").arg(theme::isolated(name)),
                  tr("The account is deleted from the computer's keychain. Nothing changes at the service: what is "
                     "scheduled goes out."),
                  { "keepProfileButton", tr("&Keep"), {} },
                  { { "removeProfileButton", tr("&Remove this app"), [this, id] { remove(id); } } } },
        over);
}

void AccountEditor::remove(const QString& id)
{
    m_needs.accounts.remove(id, this, [this, id](std::expected<void, StoreFault> gone) {
        if (gone) {
            Q_EMIT removed(id);
            return;
        }
        const QString sentence = tr("The account was not removed.");
        const QString reason = sentences::storeProblem(gone.error());
        m_needs.window.notices().tell(NoticeKind::Warning, sentence, reason);
        Q_EMIT removalFailed(sentence + QLatin1Char(' ') + reason);
    });
}

} // namespace pushbrake
