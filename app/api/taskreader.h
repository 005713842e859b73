// Reads tasks from the service: all of them page by page in windows of at most 30 days, or chosen ones one by one.
// Reading is harmless, so it tries again by itself. Owned by AppSession or ConnectionTest; one thing at a time, ended()
// exactly once each.
#pragma once

#include "api/serviceclient.h"
#include "net/sendgate.h"

#include <QObject>
#include <QSet>

namespace pushbrake {

class TaskReader : public QObject
{
    Q_OBJECT
public:
    /// Borrows all of them.
    TaskReader(ServiceClient& client, SendGate& gate, const Clock& clock, QObject* parent = nullptr);

    bool isReading() const { return m_reading; }
    /// Everything that goes out from 30 days ago to a year ahead, the nearest windows first.
    void readAll();
    /// Everything that goes out between the two, at most 30 days apart.
    void readBetween(const QDateTime& from, const QDateTime& until, Turn turn);
    /// The first row of one page: enough to know whether the account works.
    void readOne();

Q_SIGNALS:
    void pageRead(const QList<pushbrake::Task>& tasks);
    /// `tasksRead`: different tasks; on a fault those that came before it.
    void ended(const pushbrake::CallReport& report, int tasksRead);

private:
    void begin(QList<ListQuery> windows);
    void ask();
    void onPage(const CallReport& report, const ListReply& page);
    bool triesAgain(const CallReport& report);
    void askAfter(Milliseconds wait);
    void end(const CallReport& report);

    ServiceClient& m_client;
    SendGate& m_gate;
    const Clock& m_clock;
    Turn m_turn = Urgency::Watched;
    QList<ListQuery> m_windows;
    QSet<TaskId> m_seen;
    ListQuery::Spelling m_spelling = ListQuery::Spelling::LowerCase;
    bool m_spellingKnown = false;
    bool m_reading = false;
    int m_failures = 0;
};

} // namespace pushbrake
