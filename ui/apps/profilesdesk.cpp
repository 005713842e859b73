#include "ui/apps/profilesdesk.h"

#include "api/usersig.h"
#include "exchange/profilefile.h"
#include "store/savewhole.h"
#include "ui/apps/importquestion.h"
#include "ui/apps/secretreuse.h"
#include "ui/look/theme.h"
#include "ui/parts/safequestion.h"
#include "ui/window/shell.h"
#include "ui/words/appwords.h"
#include "ui/words/problems.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int longestName = 100;
constexpr qsizetype mostNamed = 10;

} // namespace

ProfilesDesk::ProfilesDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
{
}

void ProfilesDesk::show()
{
    if (m_dialog)
        return;
    m_dialog = new ProfilesDialog(&m_needs.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ProfilesDialog::addRequested, this, &ProfilesDesk::addRequested);
    connect(m_dialog, &ProfilesDialog::editRequested, this, &ProfilesDesk::edit);
    connect(m_dialog, &ProfilesDialog::duplicateRequested, this, &ProfilesDesk::duplicate);
    connect(m_dialog, &ProfilesDialog::removeRequested, this,
        [this](const QString& id) { Q_EMIT removeRequested(id, m_dialog); });
    connect(m_dialog, &ProfilesDialog::moveRequested, this, &ProfilesDesk::move);
    connect(m_dialog, &ProfilesDialog::exportRequested, this, &ProfilesDesk::askForExport);
    connect(m_dialog, &ProfilesDialog::importRequested, this, &ProfilesDesk::askForImport);
    connect(m_dialog, &ProfilesDialog::removeOrphansRequested, this, &ProfilesDesk::askToRemoveOrphans);
    connect(m_dialog, &QDialog::finished, &m_needs.window, &Shell::focusPage);
    m_dialog->open();
    refresh();
}

void ProfilesDesk::tell(const QString& sentence)
{
    if (m_dialog)
        m_dialog->tell(sentence);
}

// --- reading ---

void ProfilesDesk::refresh()
{
    delete m_reading;
    if (!m_dialog)
        return;
    m_rows.clear();
    m_keychainFault.reset();
    showRows();
    m_reading = new QObject(m_dialog);
    m_needs.accounts.loadEach(m_reading,
        [this](const QString& id, const std::expected<LoadedAccount, StoreFault>& loaded) { onRead(id, loaded); });
    lookForOrphans();
}

void ProfilesDesk::showRows()
{
    if (!m_dialog)
        return;
    QList<ProfileRow> rows;
    for (const ProfileEntry& entry : m_needs.accounts.entries()) {
        ProfileRow row = m_rows.value(entry.id);
        row.entry = entry;
        rows.append(row);
    }
    m_dialog->setRows(rows, m_needs.clock.utcNow());
}

void ProfilesDesk::onRead(const QString& id, const std::expected<LoadedAccount, StoreFault>& loaded)
{
    ProfileRow row;
    if (loaded) {
        const auto& [account, isSessionOnly] = *loaded;
        row.sessionOnly = isSessionOnly;
        row.profile = account.profile;
        row.secretMissing = account.secret().isEmpty();
        row.secretOfAnother = account.isSecretOfAnother();
        if (account.profile.kind == CredentialKind::UserSig) {
            if (const auto read = readUserSig(account.secret().reveal()))
                row.expiresAt = read->expiresAt;
        }
    } else {
        row.fault = loaded.error();
        if (isOfTheWholeKeychain(loaded.error()))
            m_keychainFault = loaded.error();
    }
    m_rows.insert(id, row);
    showRows();
}

// --- changing ---

void ProfilesDesk::edit(const QString& id)
{
    if (!m_needs.accounts.entry(id))
        return;
    const ProfileRow row = m_rows.value(id);
    if (row.fault == StoreFault::Newer) {
        tell(sentences::storeProblem(*row.fault));
        return;
    }
    // What has not been read would be shown empty, and saved so over what is there.
    if (!row.profile && (!row.fault || isOfTheWholeKeychain(*row.fault))) {
        tell(row.fault ? sentences::storeProblem(*row.fault)
                       : tr("This app is still being read from the keychain. Try again in a moment."));
        return;
    }
    const Profile profile = row.profile.value_or(m_needs.accounts.outline(id));
    const bool isKept = row.profile && !row.secretMissing;
    Q_EMIT editRequested(profile,
        isKept                    ? SavedSecret::Kept
            : row.secretOfAnother ? SavedSecret::OfAnother
                                  : SavedSecret::None);
}

void ProfilesDesk::duplicate(const QString& id)
{
    const QString name = m_needs.accounts.outline(id).name;
    m_needs.accounts.duplicate(
        id, tr("Copy of %1").arg(name).left(longestName), this, [this](const std::expected<QString, StoreFault>& copy) {
            if (copy)
                onCopied(*copy);
            else
                tell(sentences::storeProblem(copy.error()));
        });
}

void ProfilesDesk::onCopied(const QString& id)
{
    Q_EMIT changed();
    refresh();
    if (m_dialog)
        m_dialog->select(id);
    tell(tr("The copy has the same account. Change what is different in it."));
}

void ProfilesDesk::move(const QString& id, int by)
{
    m_needs.accounts.move(id, by);
    showRows();
    if (m_dialog)
        m_dialog->select(id);
    Q_EMIT changed();
}

// --- to and from a colleague ---

void ProfilesDesk::askForExport()
{
    auto* files = new QFileDialog(m_dialog, tr("Export apps without secrets"), {}, tr("Apps (*.json)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"json"_s);
    files->selectFile(u"pushbrake-apps.json"_s);
    connect(files, &QFileDialog::fileSelected, this, &ProfilesDesk::exportTo);
    files->open();
}

void ProfilesDesk::exportTo(const QString& path)
{
    QList<Profile> known;
    const QList<ProfileEntry> entries = m_needs.accounts.entries();
    for (const ProfileEntry& entry : entries) {
        if (const auto profile = m_rows.value(entry.id).profile)
            known.append(*profile);
    }
    if (known.isEmpty()) {
        tell(tr("Nothing was exported: no account could be read from the keychain."));
        return;
    }
    QSaveFile file(path);
    const QByteArray text = writeProfileFile(known);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !commitWhole(file)) {
        tell(tr("Nothing was exported: the file could not be written."));
        return;
    }
    tell(known.size() == entries.size()
            ? tr("All apps were exported, without their secrets.")
            : tr("%1 of %2 apps were exported, without secrets. The others could not be read from the keychain.")
                  .arg(known.size())
                  .arg(entries.size()));
}

void ProfilesDesk::askForImport()
{
    auto* files = new QFileDialog(m_dialog, tr("Import apps"), {}, tr("Apps (*.json);;All files (*)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, &ProfilesDesk::importFrom);
    files->open();
}

void ProfilesDesk::importFrom(const QString& path)
{
    // What is not known yet would be offered as new.
    const QList<ProfileEntry> entries = m_needs.accounts.entries();
    const bool isRead
        = std::all_of(entries.begin(), entries.end(), [this](const ProfileEntry& e) { return m_rows.contains(e.id); });
    if (m_keychainFault || !isRead) {
        tell(m_keychainFault
                ? sentences::storeProblem(*m_keychainFault)
                : tr("Nothing was imported: the apps are still being read from the keychain. Try again in a moment."));
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        tell(tr("Nothing was imported: the file could not be read."));
        return;
    }
    const auto read = readProfileFile(file.read(mostFileBytes + 1));
    if (!read) {
        tell(sentences::profileFileProblem(read.error()));
        return;
    }
    QList<Profile> added;
    QList<Profile> here;
    for (const Profile& profile : *read) {
        const bool known = std::any_of(m_rows.cbegin(), m_rows.cend(),
            [&profile](const ProfileRow& row) { return row.profile && sameAccount(*row.profile, profile); });
        (known ? here : added).append(profile);
    }
    tell({});
    QStringList names;
    for (const ProfileEntry& entry : entries)
        names.append(entry.name);
    auto* question
        = new ImportQuestion(added, here, names, m_dialog ? static_cast<QWidget*>(m_dialog) : &m_needs.window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &ImportQuestion::confirmed, this, [this, added] { addImported(added); });
    question->open();
}

void ProfilesDesk::addImported(const QList<Profile>& profiles)
{
    m_needs.accounts.addImported(profiles, this, [this](const std::expected<void, NotAdded>& added) {
        Q_EMIT changed();
        refresh();
        tell(added ? tr("The apps were added. Open each one to enter its secret.")
                   : tr("%1 and what follows it were not added. %2")
                         .arg(theme::isolated(added.error().name), sentences::storeProblem(added.error().fault)));
    });
}

// --- what no app owns ---

void ProfilesDesk::lookForOrphans()
{
    m_needs.accounts.findOrphans(m_reading, [this](const QList<Orphan>& found) {
        m_orphans = found;
        if (m_dialog)
            m_dialog->setOrphans(int(found.size()));
    });
}

// Each is named: another user's settings, or another copy of the program, may still count with it.
void ProfilesDesk::askToRemoveOrphans()
{
    QStringList lines;
    for (const Orphan& orphan : m_orphans.first(std::min(m_orphans.size(), mostNamed)))
        lines.append(orphan.profile
                ? u"%1 · %2 · %3"_s.arg(theme::brief(orphan.profile->name), sentences::place(*orphan.profile),
                    theme::leftToRight(QString::number(orphan.profile->sdkAppId)))
                : tr("An entry that cannot be read"));
    if (m_orphans.size() > mostNamed)
        lines.append(tr("and %n more", nullptr, int(m_orphans.size() - mostNamed)));
    const int count = int(m_orphans.size());
    askSafely(
        { "removeOrphansQuestion", tr("Remove from the keychain?"),
            tr("Remove %n entries that belong to no app, with their secrets?", nullptr, count),
            lines.join(u'\n') + u"\n\n"_s
                + tr("If another copy of Pushbrake on this computer uses them, keep them. Nothing changes at the "
                     "service."),
            { "keepOrphansButton", tr("&Keep"), {} },
            { { "removeOrphansNowButton", tr("&Remove %n entries", nullptr, count), [this] { removeOrphans(); } } } },
        m_dialog ? static_cast<QWidget&>(*m_dialog) : m_needs.window);
}

void ProfilesDesk::removeOrphans()
{
    QStringList ids;
    for (const Orphan& orphan : std::as_const(m_orphans))
        ids.append(orphan.id);
    m_needs.accounts.removeOrphans(ids, this, [this](std::expected<void, StoreFault> removed) {
        refresh();
        tell(removed ? tr("The entries were removed from the keychain.") : sentences::storeProblem(removed.error()));
    });
}

} // namespace pushbrake
