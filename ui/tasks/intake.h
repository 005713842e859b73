// The ways by which people bring pushes into the list: typed one by one, pasted, imported from a table. Opens the
// dialogs and hands what they bring to TaskDesk, which owns this and alone changes the list.
#pragma once

#include "domain/clock.h"
#include "domain/expectation.h"
#include "domain/profile.h"
#include "store/storefault.h"

#include <QObject>

#include <functional>
#include <optional>

class QDialog;
class QSettings;

namespace pushbrake {

class ImportDialog;
struct ImportContext;
class PasteDialog;
class Shell;
class TaskPage;

class Intake : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        QSettings& settings;
        const Clock& clock;
        TaskPage& page;
    };
    /// Begins to put tasks on the list, `file`: from which they come. What stands in the way when none of them is on
    /// it. Otherwise `whenListed` is called once they are shown, many of them later.
    using Add = std::function<std::optional<DatabaseFault>(
        const QList<Task>& tasks, const std::optional<QString>& file, std::function<void()> whenListed)>;

    Intake(Needs needs, Add add, QObject* parent);

    /// Whose pushes are brought; nothing while its account is not there.
    void open(const std::optional<Profile>& app);
    void typeOne();
    /// The clipboard is offered: a table to ImportDialog, anything else to PasteDialog.
    void paste();
    void chooseFile();
    /// A file whose pushes are to be checked; they come by broughtToCheck().
    void chooseFileToCheck();
    /// A file that was handed over; read once the account is there.
    void takeFile(const QString& path);

Q_SIGNALS:
    void broughtToCheck(const QList<pushbrake::Expectation>& expected, const QString& name);

private:
    void show(QDialog& dialog); ///< until it is closed, then the page has the keyboard again
    ImportDialog& openImport();
    ImportDialog& openCheck();
    PasteDialog& openPaste();
    ImportContext context() const;

    Needs m_needs;
    Add m_add;
    std::optional<Profile> m_app;
    QString m_handedOver; ///< a file, while the account is not there
};

} // namespace pushbrake
