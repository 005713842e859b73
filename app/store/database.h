// Opens, checks and migrates the one SQLite file (journal_mode=DELETE, synchronous=EXTRA, file 0600, folder 0700).
// A damaged file is kept aside beside a fresh one, never deleted. Owned by Program; TaskList and Journal borrow it.
#pragma once

#include "store/storefault.h"

#include <QSqlDatabase>
#include <QString>

#include <expected>
#include <memory>

class QLockFile;

namespace pushbrake {

class Database
{
public:
    /// Tables: the version and the tables only, for a start that looks through the pages on a thread of its own
    /// (TaskList::loadAhead) and asks for the result before anything is written.
    enum class Check { Everything, Tables };
    /// Opens or creates `path`. InUse when another process holds it. Damaged, TooNew: the file is left as it is.
    [[nodiscard]] static std::expected<std::unique_ptr<Database>, DatabaseFault> open(
        const QString& path, Check check = Check::Everything);
    /// Moves a damaged file aside; gives the path it has now, empty when it could not be moved.
    static QString keepAside(const QString& path);
    /// A database of this process's memory, for a session whose folder cannot be written.
    static std::unique_ptr<Database> inMemory();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QString path() const { return m_connection.databaseName(); }
    bool isInMemory() const { return path() == QLatin1String(":memory:"); }
    QSqlDatabase& connection() { return m_connection; }
    /// Looks through every page; false notes the fault.
    bool isSound();
    /// BEGIN IMMEDIATE ... COMMIT around `work`; true only when the commit returned true.
    template<typename Work> bool transaction(Work&& work) { return begin() && ((work() && commit()) || rollback()); }
    /// What the last failed statement means.
    DatabaseFault lastFault() const { return m_lastFault; }
    void noteFault(const class QSqlError& error);

private:
    Database() = default;
    bool connect(const QString& path);
    bool prepare(Check check); ///< checks, sets the pragmas, brings the tables up to date
    bool isWritable(); ///< a full disk counts as writable
    bool migrateFrom(int version);
    bool run(const QString& statement);
    bool begin();
    bool commit();
    bool rollback(); ///< always false, so that it can end an expression

    QSqlDatabase m_connection;
    QString m_connectionName;
    std::unique_ptr<QLockFile> m_lock;
    DatabaseFault m_lastFault = DatabaseFault::WriteFailed;
};

} // namespace pushbrake
