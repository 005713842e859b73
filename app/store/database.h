// Opens, checks and migrates the one SQLite file (journal_mode=DELETE, synchronous=EXTRA, file 0600, folder 0700).
// A damaged file is kept aside beside a fresh one, never deleted. Owned by Program; TaskList and Journal borrow it.
#pragma once

#include "store/storefault.h"

#include <QSqlDatabase>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

class QLockFile;

namespace pushbrake {

class Database
{
public:
    /// Bytes of a file that is looked through within some milliseconds.
    static constexpr qint64 soonLookedThrough = 16 * 1024 * 1024;

    /// Opens or creates `path`, and looks through every page of it before anything is written. A larger file than
    /// `atOnce` is opened before that: see mustBeLookedThrough(). InUse when another process holds it. Damaged, TooNew:
    /// the file is left as it is.
    [[nodiscard]] static std::expected<std::unique_ptr<Database>, DatabaseFault> open(
        const QString& path, qint64 atOnce = soonLookedThrough);
    /// Moves a damaged file aside; gives the path it has now, empty when it could not be moved.
    static QString keepAside(const QString& path);
    /// "3.40.1": of the library that Qt uses here.
    static QString engineVersion();
    /// A second connection to a file that is open already, to read from in another thread while this process writes.
    [[nodiscard]] static std::expected<std::unique_ptr<Database>, DatabaseFault> openBeside(const QString& path);
    /// A database of this process's memory.
    static std::unique_ptr<Database> inMemory();
    /// One in the place of a file that cannot be used: the list lives in it until the program ends, but nothing that is
    /// in it is a record.
    static std::unique_ptr<Database> inPlaceOfFile(DatabaseFault why);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QSqlDatabase& connection() { return m_connection; }
    /// BEGIN IMMEDIATE ... COMMIT around `work`; true only when the commit returned true.
    template<typename Work> bool transaction(Work&& work) { return begin() && ((work() && commit()) || rollback()); }
    /// Its pages are still to be looked through, by a PageCheck.
    bool mustBeLookedThrough() const { return m_mustBeLookedThrough; }
    /// While another connection reads for seconds: a record that comes late is better than one that is refused.
    void waitLonger(bool longer);
    /// One of them is damaged: nothing lasts from now on, and the next start looks through all of them at once and puts
    /// the file aside.
    void noteDamage();
    /// Why nothing lasts that is written here; nothing for a file that takes a write now. Writes nothing.
    std::optional<DatabaseFault> whyNothingLasts();
    /// Why this one takes the place of a file; nothing for one that does not.
    std::optional<DatabaseFault> whyNoFile() const { return m_whyNoFile; }
    /// Of the file; nothing for one of this process's memory, which has no second connection.
    QString path() const;
    /// What the last failed statement means.
    DatabaseFault lastFault() const { return m_lastFault; }
    void noteFault(const class QSqlError& error);

private:
    Database() = default;
    static std::optional<DatabaseFault> makeFile(const QString& path); ///< all of it, or nothing
    bool connect(const QString& path, const QString& options = {});
    /// Checks, sets the pragmas, brings the tables up to date.
    bool prepare(qint64 atOnce);
    bool lookThrough(qint64 atOnce);
    bool isWritable(); ///< a full disk counts as writable
    bool migrateFrom(int version);
    bool migrateWithCopy(int version); ///< of an earlier version, which stays beside it
    bool run(const QString& statement);
    bool begin();
    bool commit();
    bool rollback(); ///< always false, so that it can end an expression

    QSqlDatabase m_connection;
    QString m_connectionName;
    std::unique_ptr<QLockFile> m_lock;
    std::optional<DatabaseFault> m_whyNoFile;
    bool m_mustBeLookedThrough = false;
    bool m_isDamaged = false;
    DatabaseFault m_lastFault = DatabaseFault::WriteFailed;
};

} // namespace pushbrake
