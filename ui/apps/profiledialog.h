// Create or edit an app's account: every field says what is wrong under itself while one types, a pasted signature is
// read on the spot, nothing is sent but a test that was asked for. Keeps no secret after finish().
// Opened with open() by AccountEditor, which saves and tests; owned by the window it stands over.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "ui/apps/secretreuse.h"

#include <QDialog>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <optional>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace pushbrake {

enum class FieldFault;
class FormField;

class ProfileDialog : public QDialog
{
    Q_OBJECT
public:
    /// Borrows the clock.
    explicit ProfileDialog(const Clock& clock, QWidget* parent = nullptr);

    /// Edit this one. A secret, saved or typed, is asked for again when host, SDKAppID or identifier is changed.
    void setAccount(const Profile& profile, SavedSecret saved = SavedSecret::Kept);
    /// For a new app: the mark that it has unless another is chosen.
    void setColour(ProfileColour colour);
    /// The app that is edited.
    const Profile& given() const { return m_given; }
    /// What was typed is another app at the service than the one that is edited: another host or SDKAppID. Not while
    /// the latter is not known.
    bool isAnotherApp() const;
    /// What was typed is to be saved beside the app that was edited, with this mark unless another was chosen.
    void makeNewApp(ProfileColour colour);
    /// Keep what is entered until the program ends, without asking the keychain.
    void setSessionOnly();
    /// What was entered, with one ID for each app, however often it is saved. The secret is empty when the saved one
    /// stays.
    Account account() const;
    /// Nothing can be typed while it is saved. The dialog stays for the usual time; a person who is asked by the system
    /// may close it, and the saving goes on.
    void setSaving(bool saving);
    void showProblem(const QString& sentence);
    /// What came of the test that was asked for; nothing is said of what was edited since.
    void testEnded(const QString& sentence, const QString& advice, bool good);
    /// The keychain cannot take it: says so and offers to keep it until the program ends.
    void offerSessionOnly(const QString& sentence);
    /// After a save: forgets the typed secret and closes without asking.
    void finish();

Q_SIGNALS:
    void saveRequested();
    void testRequested();
    void sessionOnlyRequested();

public Q_SLOTS:
    void reject() override;

private:
    void buildWidgets();
    void buildButtons();
    void buildLayout();
    void wire();
    void onEdited(QObject* field);
    void validate();
    bool showFaults();
    void askAgainForSecret(QObject* edited);
    QString secretSentence(FieldFault fault, const QByteArray& secret) const;
    Profile typed() const;
    void tell(const QString& sentence, const QString& advice, bool good);
    std::optional<FieldFault> secretFault(const QByteArray& secret) const;
    CredentialKind kind() const;
    Region region() const;
    QByteArray secretBytes() const;

    const Clock& m_clock;
    Profile m_given;
    SecretReuse m_reuse;
    bool m_sessionOnlyMode = false;
    bool m_dirty = false;
    bool m_saving = false;
    bool m_testing = false; ///< and nothing was edited since
    QSet<QObject*> m_touched; ///< fields that were typed in: only they say what is wrong
    QLineEdit* m_name;
    QComboBox* m_region;
    QLineEdit* m_host;
    QLineEdit* m_sdkAppId;
    QLineEdit* m_identifier;
    QRadioButton* m_byKey;
    QRadioButton* m_bySig;
    QComboBox* m_colour;
    QLineEdit* m_secret;
    QCheckBox* m_realUsers;
    FormField* m_nameField;
    FormField* m_hostField;
    FormField* m_sdkAppIdField;
    FormField* m_identifierField;
    FormField* m_secretField;
    QLabel* m_message;
    QTimer m_slowKeychain;
    QPushButton* m_test;
    QPushButton* m_sessionOnly;
    QPointer<QWidget> m_pressed; ///< had the keyboard when saving began
    QPushButton* m_close;
    QPushButton* m_save;
};

} // namespace pushbrake
