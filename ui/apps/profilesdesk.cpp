#include "ui/apps/profilesdesk.h"

#include "api/usersig.h"
#include "exchange/profilefile.h"
#include "secrets/profileindex.h"
#include "ui/apps/importquestion.h"
#include "ui/window/mainwindow.h"
#include "ui/words/sentences.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int longestName = 100;

bool isOfTheWholeKeychain(StoreFault fault)
{
    return fault == StoreFault::Locked || fault == StoreFault::Unavailable;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

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
    connect(m_dialog, &ProfilesDialog::addWished, this, &ProfilesDesk::addRequested);
    connect(m_dialog, &ProfilesDialog::editWished, this, &ProfilesDesk::edit);
    connect(m_dialog, &ProfilesDialog::duplicateWished, this, &ProfilesDesk::duplicate);
    connect(m_dialog, &ProfilesDialog::removeWished, this,
        [this](const QString& id) { Q_EMIT removeRequested(id, m_dialog); });
    connect(m_dialog, &ProfilesDialog::moveWished, this, &ProfilesDesk::move);
    connect(m_dialog, &ProfilesDialog::exportWished, this, &ProfilesDesk::askForExport);
    connect(m_dialog, &ProfilesDialog::importWished, this, &ProfilesDesk::askForImport);
    connect(m_dialog, &QDialog::finished, &m_needs.window, &MainWindow::focusList);
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
    ++m_reading;
    if (!m_dialog)
        return;
    m_rows.clear();
    m_unread.clear();
    m_keychainFault.reset();
    for (const ProfileEntry& entry : m_needs.profiles.entries())
        m_unread.append(entry.id);
    showRows();
    readNext();
}

void ProfilesDesk::showRows()
{
    if (!m_dialog)
        return;
    QList<ProfileRow> rows;
    for (const ProfileEntry& entry : m_needs.profiles.entries()) {
        ProfileRow row = m_rows.value(entry.id);
        row.entry = entry;
        rows.append(row);
    }
    m_dialog->setRows(rows, m_needs.clock.utcNow());
}

// One at a time: a keychain that has to be unlocked asks the person once, not once for each app.
void ProfilesDesk::readNext()
{
    if (!m_dialog || m_unread.isEmpty())
        return;
    const QString id = m_unread.takeFirst();
    load(id, [this, id, reading = m_reading](bool sessionOnly, std::expected<Account, StoreFault> account) {
        if (reading != m_reading)
            return;
        onRead(id, sessionOnly, account);
        readNext();
    });
}

void ProfilesDesk::load(const QString& id, std::function<void(bool, std::expected<Account, StoreFault>)> done)
{
    m_needs.sessionOnly.load(id, this, [this, id, done](std::expected<Account, StoreFault> account) {
        if (account)
            done(true, std::move(account));
        else if (m_keychainFault)
            done(false, std::unexpected { *m_keychainFault });
        else
            m_needs.keychain.load(
                id, this, [done](std::expected<Account, StoreFault> kept) { done(false, std::move(kept)); });
    });
}

void ProfilesDesk::onRead(const QString& id, bool sessionOnly, const std::expected<Account, StoreFault>& account)
{
    ProfileRow row;
    row.sessionOnly = sessionOnly;
    if (account) {
        row.profile = account->profile;
        row.secretMissing = account->secret.isEmpty();
        if (account->profile.kind == CredentialKind::UserSig) {
            if (const auto read = readUserSig(account->secret.reveal()))
                row.expiresAt = read->expiresAt;
        }
    } else {
        row.fault = account.error();
        if (isOfTheWholeKeychain(account.error()))
            m_keychainFault = account.error();
    }
    m_rows.insert(id, row);
    showRows();
}

// --- changing ---

void ProfilesDesk::edit(const QString& id)
{
    const auto entry = m_needs.profiles.entry(id);
    if (!entry)
        return;
    const ProfileRow row = m_rows.value(id);
    // What has not been read would be shown empty, and saved so over what is there.
    if (!row.profile && (!row.fault || isOfTheWholeKeychain(*row.fault))) {
        tell(row.fault ? sentences::storeProblem(*row.fault)
                       : tr("This app is still being read from the keychain. Try again in a moment."));
        return;
    }
    Profile profile = row.profile.value_or(Profile {});
    profile.id = id;
    profile.name = entry->name;
    profile.colour = entry->colour;
    if (!row.profile)
        profile.realUsers = entry->realUsers;
    Q_EMIT editRequested(profile, row.profile && !row.secretMissing);
}

void ProfilesDesk::duplicate(const QString& id)
{
    m_keychainFault.reset();
    load(id, [this, id](bool sessionOnly, std::expected<Account, StoreFault> account) {
        if (account)
            saveCopy(id, std::move(account).value(), sessionOnly);
        else
            tell(sentences::storeProblem(account.error()));
    });
}

void ProfilesDesk::saveCopy(const QString& id, Account copy, bool sessionOnly)
{
    const auto original = m_needs.profiles.entry(id);
    if (!original)
        return;
    copy.profile.id = newId();
    copy.profile.name = tr("Copy of %1").arg(original->name).left(longestName);
    const ProfileEntry entry { copy.profile.id, copy.profile.name, m_needs.clock.utcNow(), original->colour,
        copy.profile.realUsers };
    AccountStore& store = sessionOnly ? m_needs.sessionOnly : m_needs.keychain;
    store.save(std::move(copy), this, [this, id, entry](std::expected<void, StoreFault> saved) {
        if (!saved) {
            tell(sentences::storeProblem(saved.error()));
            return;
        }
        m_needs.profiles.put(entry);
        QStringList order;
        for (const ProfileEntry& known : m_needs.profiles.entries())
            order.append(known.id);
        for (qsizetype place = order.indexOf(entry.id); place > order.indexOf(id) + 1; --place)
            m_needs.profiles.move(entry.id, -1);
        Q_EMIT changed();
        refresh();
        if (m_dialog)
            m_dialog->select(entry.id);
        tell(tr("The copy has the same account. Change what is different in it."));
    });
}

void ProfilesDesk::move(const QString& id, int by)
{
    m_needs.profiles.move(id, by);
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
    const QList<ProfileEntry> entries = m_needs.profiles.entries();
    for (const ProfileEntry& entry : entries) {
        const auto profile = m_rows.value(entry.id).profile;
        if (!profile)
            continue;
        known.append(*profile);
        known.last().name = entry.name;
        known.last().colour = entry.colour;
    }
    if (known.isEmpty()) {
        tell(tr("Nothing was exported: no account could be read from the keychain."));
        return;
    }
    QSaveFile file(path);
    const QByteArray text = writeProfileFile(known);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
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
    const QList<ProfileEntry> entries = m_needs.profiles.entries();
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
        tell(profileFileProblem(read.error()));
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
    auto* question = new ImportQuestion(added, here, m_dialog ? static_cast<QWidget*>(m_dialog) : &m_needs.window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &ImportQuestion::confirmed, this, [this, added] { addImported(added); });
    question->open();
}

// One after the other. The index names an app only once the keychain has it, so a keychain that fails leaves no stubs.
void ProfilesDesk::addImported(const QList<Profile>& profiles)
{
    if (profiles.isEmpty()) {
        Q_EMIT changed();
        refresh();
        tell(tr("The apps were added. Open each one to enter its secret."));
        return;
    }
    Profile first = profiles.first();
    first.id = newId();
    const ProfileEntry entry { first.id, first.name, m_needs.clock.utcNow(), first.colour, first.realUsers };
    m_needs.keychain.save(
        { first, {} }, this, [this, entry, rest = profiles.mid(1)](std::expected<void, StoreFault> saved) {
            if (saved) {
                m_needs.profiles.put(entry);
                addImported(rest);
                return;
            }
            Q_EMIT changed();
            refresh();
            tell(tr("%1 and what follows it were not added. %2")
                     .arg(theme::isolated(entry.name), sentences::storeProblem(saved.error())));
        });
}

} // namespace pushbrake
