// Behind the list of all apps: reads their accounts one after the other, duplicates, reorders, exports and imports.
// Keeps no secret: of each account only what the list shows is kept. Owned by AccountDesk; borrows everything.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "secrets/accounts.h"
#include "ui/apps/profilesdialog.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace pushbrake {

class Shell;
enum class SavedSecret;

class ProfilesDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        Accounts& accounts;
        const Clock& clock;
    };
    explicit ProfilesDesk(Needs needs, QObject* parent = nullptr);

    void show();
    /// Reads all again, when the list is open.
    void refresh();
    void tell(const QString& sentence);
    /// The parts of export and import after the person has chosen the file.
    void exportTo(const QString& path);
    void importFrom(const QString& path);

Q_SIGNALS:
    void changed(); ///< the index has other entries or another order
    void addRequested();
    void editRequested(const pushbrake::Profile& profile, pushbrake::SavedSecret saved);
    void removeRequested(const QString& id, QWidget* over);

private:
    void showRows();
    void onRead(const QString& id, const std::expected<LoadedAccount, StoreFault>& loaded);
    void edit(const QString& id);
    void duplicate(const QString& id);
    void onCopied(const QString& id);
    void move(const QString& id, int by);
    void askForExport();
    void askForImport();
    void addImported(const QList<Profile>& profiles);
    void lookForOrphans();
    void askToRemoveOrphans();
    void removeOrphans();

    Needs m_needs;
    QPointer<ProfilesDialog> m_dialog;
    QHash<QString, ProfileRow> m_rows;
    QPointer<QObject> m_reading; ///< asks for the accounts; one that is gone is answered no more
    QList<Orphan> m_orphans; ///< as the person was told of them
    std::optional<StoreFault> m_keychainFault; ///< of the whole keychain, while the list was read
};

} // namespace pushbrake
