// The room of the history: its page, what can be taken away from it, and how long it is kept. Owned by Console; the
// page belongs to the shell. Writes nothing but what a person removes.
#pragma once

#include "domain/appkey.h"
#include "store/history.h"
#include "store/retention.h"
#include "ui/history/evidencedesk.h"
#include "ui/history/historyfile.h"
#include "ui/window/room.h"

#include <QObject>

#include <memory>

class QSettings;

namespace pushbrake {

class AppSession;
class Clock;
class CommandAction;
class HistoryKeeper;
class HistoryPage;
class Notices;
class Shell;

class HistoryDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        Database& database;
        QSettings& settings;
        const Clock& clock;
    };
    HistoryDesk(Needs needs, QObject* parent = nullptr);
    ~HistoryDesk() override;

    Room room() const;
    HistoryPage& page() const { return *m_page; }
    const History& history() const { return m_history; }
    /// The app that is opened now; null: none of its account is there.
    void open(const AppKey& app, AppSession* session);

public Q_SLOTS:
    /// Reads anew what is looked at; what is not is read when it is.
    void renewIfShown();

private:
    bool mayRemove() const;
    void copy();
    void copyAll();
    void copyRuns();
    HistoryTake::Of of() const;
    void askWhereToSave();
    void saveTo(const QString& path);
    void toClipboard(const QList<QStringList>& rows);
    void tellNotSaved(HistoryFile::Failure why, const QString& name);

    Needs m_needs;
    Notices& m_notices;
    History m_history;
    Retention m_retention;
    AppSession* m_session = nullptr;
    HistoryPage* m_page;
    CommandAction* m_show;
    std::unique_ptr<HistoryKeeper> m_keeper;
    EvidenceDesk m_evidence;
};

} // namespace pushbrake
