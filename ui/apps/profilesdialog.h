// All apps at a glance: mark, name, users, region, SDKAppID, credential and how long it is good, or why that is not
// known. A view: what a person asks for comes out as signals. Made and opened by ProfilesDesk, owned by the window it
// stands over.
#pragma once

#include "domain/profile.h"
#include "secrets/accountstore.h"
#include "secrets/profileindex.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace pushbrake {

/// What is known of one app; without `profile` its account was not read (yet).
struct ProfileRow
{
    ProfileEntry entry;
    std::optional<Profile> profile;
    QDateTime expiresAt; ///< of a UserSig; invalid when the app signs by itself
    bool secretMissing = false; ///< imported, and the secret is still to be entered
    bool secretOfAnother = false; ///< missing, since it was entered for another host, SDKAppID or identifier
    bool sessionOnly = false; ///< gone when the program ends
    std::optional<StoreFault> fault;
};

class ProfilesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ProfilesDialog(QWidget* parent = nullptr);

    /// The rows in their order; the selection stays on the same app.
    void setRows(const QList<ProfileRow>& rows, const QDateTime& now);
    void select(const QString& id);
    /// How many entries in the keychain belong to no app: said under the list, with a button that removes them.
    void setOrphans(int count);
    /// One line under the list.
    void tell(const QString& sentence);

Q_SIGNALS:
    void addRequested();
    void editRequested(const QString& id);
    void duplicateRequested(const QString& id);
    void removeRequested(const QString& id);
    void moveRequested(const QString& id, int by);
    void importRequested();
    void exportRequested();
    void removeOrphansRequested();

private:
    void buildList();
    QVBoxLayout* buildSideButtons();
    QWidget* buildOrphans();
    void fill(QTreeWidgetItem& item, const ProfileRow& row, const QDateTime& now) const;
    QString stateWords(const ProfileRow& row, const QDateTime& now) const;
    QString currentId() const;
    void updateButtons();

    QTreeWidget* m_list;
    QLabel* m_message;
    QLabel* m_orphansLabel;
    QWidget* m_orphans; ///< the line that says so
    QLabel* m_none = nullptr; ///< in the middle of a list without rows
    QPushButton* m_edit = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
};

} // namespace pushbrake
