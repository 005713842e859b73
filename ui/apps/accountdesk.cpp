#include "ui/apps/accountdesk.h"

#include "api/usersig.h"
#include "secrets/accounts.h"
#include "ui/apps/accounteditor.h"
#include "ui/apps/accountopening.h"
#include "ui/apps/openedapp.h"
#include "ui/apps/profilesdesk.h"
#include "ui/apps/profileswitcher.h"
#include "ui/apps/secretreuse.h"
#include "ui/parts/appband.h"
#include "ui/parts/notices.h"
#include "ui/parts/safequestion.h"
#include "ui/window/commandaction.h"
#include "ui/window/shell.h"
#include "ui/words/appwords.h"
#include "ui/words/problems.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
// An option of each app, not a secret: beside the index, not in the keychain's entry.
QString readsApartKey(const QString& id)
{
    return u"readsApart/"_s + id;
}

Profile outlineOf(const ProfileEntry& entry)
{
    Profile profile;
    profile.id = entry.id;
    profile.name = entry.name;
    profile.region = entry.isPractice() ? Region::Practice : Region::Singapore;
    profile.realUsers = entry.realUsers;
    profile.colour = entry.colour;
    return profile;
}
} // namespace

AccountDesk::AccountDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_commands(this)
    // Made with the parent that they keep: a widget that moves to another one is styled a second time.
    , m_switcher(new ProfileSwitcher(m_commands.ofSwitcher(), m_needs.window.centralWidget()))
    , m_band(new AppBand(AppBand::Form::Window, m_needs.window.centralWidget()))
    , m_opening(new AccountOpening(
          m_needs.accounts, [this](Account account) { opened(std::move(account)); }, this))
    , m_editor(new AccountEditor(
          { m_needs.window, m_needs.accounts, m_needs.transport, m_needs.clock, m_needs.gates }, this))
    , m_list(new ProfilesDesk({ m_needs.window, m_needs.accounts, m_needs.clock }, this))
{
    connect(m_switcher, &ProfileSwitcher::chosen, this, &AccountDesk::choose);
    connectCommands();
    connectOpening();
    connectEditor();
    connectList();
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &AccountDesk::showExpiry);
}

AccountDesk::~AccountDesk() = default;

void AccountDesk::connectCommands()
{
    connect(m_commands.newApp, &QAction::triggered, m_editor, &AccountEditor::create);
    connect(m_commands.apps, &QAction::triggered, m_list, &ProfilesDesk::show);
    connect(m_commands.edit, &QAction::triggered, this, &AccountDesk::editCurrent);
    connect(m_commands.test, &QAction::triggered, this, [this] { m_editor->test(m_currentId); });
    connect(m_commands.remove, &QAction::triggered, this, [this] { askToRemove(m_currentId, m_needs.window); });
    connect(m_commands.readsApart, &QAction::triggered, this, &AccountDesk::chooseReadsApart);
}

void AccountDesk::connectOpening()
{
    connect(m_opening, &AccountOpening::stateShown, this, &AccountDesk::stateShown);
    connect(m_opening, &AccountOpening::stateCleared, this, &AccountDesk::stateCleared);
    connect(m_opening, &AccountOpening::availabilityChanged, this, [this](const QString& whyNot) {
        m_whyNot = whyNot;
        m_commands.follow(m_currentId, m_whyNot);
        Q_EMIT availabilityChanged(whyNot);
    });
    connect(m_opening, &AccountOpening::editRequested, this, &AccountDesk::editCurrent);
    connect(m_opening, &AccountOpening::sessionOnlyRequested, this, [this] {
        const auto [profile, saved] = current();
        m_editor->editForSession(profile, saved);
    });
    connect(m_opening, &AccountOpening::removeRequested, this, [this] { askToRemove(m_currentId, m_needs.window); });
}

void AccountDesk::connectEditor()
{
    connect(m_editor, &AccountEditor::saved, this, &AccountDesk::onSaved);
    connect(m_editor, &AccountEditor::removed, this, &AccountDesk::onRemoved);
    connect(m_editor, &AccountEditor::removalFailed, m_list, &ProfilesDesk::tell);
}

void AccountDesk::connectList()
{
    connect(m_list, &ProfilesDesk::changed, this, &AccountDesk::showApps);
    connect(m_list, &ProfilesDesk::addRequested, m_editor, &AccountEditor::create);
    connect(m_list, &ProfilesDesk::editRequested, m_editor, &AccountEditor::edit);
    connect(m_list, &ProfilesDesk::removeRequested, this,
        [this](const QString& id, QWidget* over) { askToRemove(id, *over); });
}

Room AccountDesk::room() const
{
    Room parts;
    parts.header = m_switcher;
    parts.band = m_band;
    parts.commands = m_commands.groups();
    return parts;
}

// --- which app ---

void AccountDesk::start()
{
    const QString last = m_needs.accounts.lastUsed();
    choose(last.isEmpty() ? QString(practiceId) : last);
}

void AccountDesk::showApps()
{
    QList<ProfileEntry> entries { { practiceId, tr("Practice"), {} } };
    entries += m_needs.accounts.entries();
    m_switcher->setProfiles(entries, m_currentId);
    showExpiry();
    m_commands.follow(m_currentId, m_whyNot);
    m_commands.readsApart->setChecked(m_needs.settings.value(readsApartKey(m_currentId), false).toBool());
    for (const ProfileEntry& entry : std::as_const(entries)) {
        if (entry.id == m_currentId)
            showApp(outlineOf(entry));
    }
}

// Does not wait for the account: a person must see at once whether real users can be reached.
void AccountDesk::showApp(const Profile& profile)
{
    m_band->present(profile);
    m_needs.window.setSubject(
        profile.isPractice() ? tr("Practice") : sentences::nameWithMark(profile.name, profile.realUsers));
    Q_EMIT appShown(profile.isPractice());
}

void AccountDesk::choose(const QString& id)
{
    if (!m_needs.opened.mayLeave()) {
        showApps();
        m_needs.window.notices().tell(
            NoticeKind::Information, tr("Pushes are being cancelled in this app. Stop that first, then switch."));
        return;
    }
    m_currentId = id;
    m_needs.accounts.setLastUsed(id);
    showApps();
    m_needs.window.notices().clear();
    if (id != practiceId) {
        closeFor(id);
        return;
    }
    Account practice = m_needs.practiceAccount();
    practice.profile.name = tr("Practice");
    opened(std::move(practice));
}

void AccountDesk::closeFor(const QString& id)
{
    m_openProfile.reset();
    m_expiresAt = {};
    m_needs.opened.close(id);
    showExpiry();
    m_opening->open(id);
}

void AccountDesk::opened(Account account)
{
    const Profile profile = account.profile;
    m_openProfile = profile;
    m_expiresAt = {};
    if (profile.kind == CredentialKind::UserSig) {
        if (const auto read = readUserSig(account.secret().reveal()))
            m_expiresAt = read->expiresAt;
    }
    m_opening->end();
    // While a run goes on, its account is only mended, and the window shows what the run was begun with.
    if (m_needs.opened.mayLeave()) {
        m_switcher->setOpened(profile);
        showApp(profile);
    }
    m_needs.opened.open(std::move(account));
    showExpiry();
    Q_EMIT readsApartChanged(m_commands.readsApart->isChecked());
}

void AccountDesk::showExpiry()
{
    m_switcher->setExpiry(m_expiresAt, m_needs.clock.utcNow());
    if (m_expiresAt.isValid())
        m_minute.start();
    else
        m_minute.stop();
}

void AccountDesk::chooseReadsApart(bool apart)
{
    m_needs.settings.setValue(readsApartKey(m_currentId), apart);
    Q_EMIT readsApartChanged(apart);
}

// --- changed by a person ---

std::pair<Profile, SavedSecret> AccountDesk::current() const
{
    if (m_openProfile)
        return { *m_openProfile, SavedSecret::Kept };
    return { m_opening->secretless().value_or(m_needs.accounts.outline(m_currentId)),
        m_opening->isSecretOfAnother() ? SavedSecret::OfAnother : SavedSecret::None };
}

void AccountDesk::editCurrent()
{
    if (m_currentId == practiceId) {
        m_needs.window.notices().tell(NoticeKind::Information, m_commands.edit->whyNot());
        return;
    }
    if (m_opening->isOfNewerVersion()) {
        m_needs.window.notices().tell(NoticeKind::Information, sentences::storeProblem(StoreFault::Newer));
        return;
    }
    const auto [profile, saved] = current();
    m_editor->edit(profile, saved);
}

void AccountDesk::onSaved(const Account& account, bool isNew)
{
    const QString& id = account.profile.id;
    // Editing one app from the list of apps must not carry anybody into it from another.
    const bool isAnother = !isNew && id != m_currentId;
    // A run keeps its app in view; the saved one is opened by choosing it afterwards.
    if (!isAnother && m_needs.opened.mayLeave()) {
        m_currentId = id;
        m_needs.accounts.setLastUsed(id);
    }
    showApps();
    m_list->refresh();
    if (isAnother)
        return;
    // Only the open app's signature is counted down; during a run that may be another one than was saved.
    if (id == m_currentId)
        opened(account.duplicate());
    else
        m_needs.opened.open(account.duplicate());
}

void AccountDesk::askToRemove(const QString& id, QWidget& over)
{
    if (id == practiceId)
        return;
    if (id == m_currentId && !m_needs.opened.mayLeave()) {
        m_needs.window.notices().tell(
            NoticeKind::Information, tr("Pushes are being cancelled in this app. Stop that first, then remove it."));
        return;
    }
    m_editor->askToRemove(id, over);
}

void AccountDesk::onRemoved(const QString& id)
{
    if (id == m_currentId)
        choose(practiceId);
    else
        showApps();
    m_list->refresh();
}

// --- before a run ---

std::optional<QString> AccountDesk::whyNotNow() const
{
    if (!m_expiresAt.isValid())
        return std::nullopt;
    switch (sentences::signatureTimeLeft(m_expiresAt, m_needs.clock.utcNow()).expiry) {
    case sentences::Expiry::Over:
        return tr(
            "The UserSig of this app has expired, so the service would refuse every request. Enter a new one first.");
    case sentences::Expiry::WithinTheHour:
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
    SafeQuestion question { "expiryQuestion", tr("Enter a new UserSig first?"), *why, {},
        { "notNowButton", tr("&Not now"), {} }, {}, QMessageBox::Warning };
    question.others.push_back({ "mendButton", tr("&Enter a new UserSig…"), [this] { editCurrent(); }, true });
    // A UserSig that is about to expire may still do for an urgent push; an expired one never does.
    if (m_needs.clock.utcNow() <= m_expiresAt)
        question.others.push_back({ "goOnButton", tr("&Continue with this one"), std::move(go) });
    askSafely(std::move(question), m_needs.window);
}

} // namespace pushbrake
