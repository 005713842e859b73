// Writes what was asked and answered into the table of events, in the transactions that the journal makes anyway: an
// event costs no further write to the disk. Owned by Journal; borrows the Database.
#pragma once

#include "store/runevent.h"

#include <QList>

namespace pushbrake {

class Database;

class EventLog
{
public:
    explicit EventLog(Database& database);

    /// Inside a transaction: a deed is about to leave.
    [[nodiscard]] bool begin(qint64 runId, TaskId task, quint32 random, const QDateTime& at);
    /// Kept until the next write(). The answer to a deed that was begun completes its row.
    void note(const RunEvent& event);
    /// Inside a transaction: everything noted.
    [[nodiscard]] bool write();
    /// The transaction of write() was committed.
    void written() { m_noted.clear(); }
    bool hasNoted() const { return !m_noted.isEmpty(); }

private:
    bool complete(const RunEvent& event);
    bool insert(const RunEvent& event);

    Database& m_database;
    QList<RunEvent> m_noted;
};

} // namespace pushbrake
