// The checks of the opened app that were saved: a menu to run one again, to give it another name or to remove it, and
// the question before one takes the place of another. Owned by CheckDesk.
#pragma once

#include "domain/clock.h"
#include "store/savedchecks.h"

#include <QObject>

#include <memory>

class QMenu;
class QWidget;

namespace pushbrake {

class Notices;

class SavedMenu : public QObject
{
    Q_OBJECT
public:
    /// All borrowed.
    struct Needs
    {
        SavedChecks& checks;
        const Clock& clock;
        QWidget& window;
        Notices& notices;
    };
    explicit SavedMenu(Needs needs, QObject* parent = nullptr);
    ~SavedMenu() override;

    QMenu& menu() const { return *m_menu; }
    void open(const AppKey& app) { m_app = app; }
    /// Asks for a name, and before another check is lost for it.
    void save(const QString& proposal, bool looksForOthers, const QList<Expectation>& expected);

Q_SIGNALS:
    void chosen(const pushbrake::SavedCheck& check, const QList<pushbrake::Expectation>& expected);
    void saved(qint64 check, const QString& name);
    void renamed(qint64 check, const QString& name);
    void removed(qint64 check);

private:
    void fill();
    void addEntries(QMenu& menu, const QList<SavedCheck>& checks, void (SavedMenu::*deed)(const SavedCheck&));
    void choose(const SavedCheck& check);
    void askForName(const SavedCheck& check);
    void rename(const AppKey& app, const SavedCheck& check, const QString& name);
    void tellWhyNotRenamed(const AppKey& app, const SavedCheck& check, const QString& name);
    void askToRemove(const SavedCheck& check);
    void askToReplace(const AppKey& app, const SavedCheck& check, const QList<Expectation>& expected);
    void write(const AppKey& app, const SavedCheck& check, const QList<Expectation>& expected);
    QString words(const SavedCheck& check) const;
    void tell(DatabaseFault fault);

    Needs m_needs;
    AppKey m_app;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace pushbrake
