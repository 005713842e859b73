#include "store/database.h"

#include "store/datafolder.h"
#include "store/filecopy.h"
#include "store/processlock.h"
#include "store/schema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <limits>

namespace pushbrake {

namespace {

/// Why the folder cannot be trusted with the data; nothing when it can. A link may lead to where others write.
std::optional<DatabaseFault> whyNotFolder(const QString& folder)
{
    if ((QFileInfo::exists(folder) || QFileInfo(folder).isSymLink()) && !isOwn(folder))
        return DatabaseFault::ForeignFolder;
    return makePrivateFolder(folder) ? std::nullopt : std::optional(DatabaseFault::NoFolder);
}

/// Why the file that is there cannot be opened, as far as can be told without opening it.
std::optional<DatabaseFault> whyNotFile(const QString& path)
{
    const QFileInfo there(path);
    if (!there.isFile())
        return DatabaseFault::CannotOpen;
    closeToOthers(path); // a file of another owner refuses; then opening it says what is wrong
    // SQLite would begin afresh in it without a word, but a file that has lost everything is no new one.
    return there.size() == 0 ? std::optional(DatabaseFault::Damaged) : std::nullopt;
}

/// SQLite would create the file with the usual rights: it is there with ours before SQLite sees it.
std::optional<DatabaseFault> whyNotMade(const QString& path)
{
    switch (makePrivateFile(path)) {
    case QFileDevice::NoError: return std::nullopt;
    case QFileDevice::PermissionsError: return DatabaseFault::ReadOnly;
    default: return DatabaseFault::CannotOpen;
    }
}

void removeWithJournal(const QString& path)
{
    QFile::remove(path + QStringLiteral("-journal"));
    QFile::remove(path);
}

/// Sets a pragma and reads back whether SQLite took it: it keeps silent about a value that it does not.
bool pragmaTakes(const QSqlDatabase& connection, const QString& name, const QString& value, const QString& answer)
{
    QSqlQuery query(connection);
    return query.exec(QStringLiteral("PRAGMA %1 = %2").arg(name, value)) && query.exec(QStringLiteral("PRAGMA ") + name)
        && query.next() && query.value(0).toString() == answer;
}

constexpr int usualWait = 2'000; ///< milliseconds for whoever else has the file
/// Beside a file that has to be looked through before it is used.
const QString suspected = QStringLiteral(".suspect");
const QString inMemoryPath = QStringLiteral(":memory:");

QSqlDatabase connectTo(const QString& path, const QString& name, const QString& options)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setDatabaseName(path);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(usualWait) + options);
    return connection;
}

QString freeName(const QString& path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'");
    const QString name = path + QStringLiteral(".damaged-") + stamp;
    QString candidate = name;
    for (int number = 2; QFileInfo::exists(candidate); ++number)
        candidate = QStringLiteral("%1-%2").arg(name).arg(number);
    return candidate;
}

} // namespace

std::expected<std::unique_ptr<Database>, DatabaseFault> Database::open(const QString& path, qint64 atOnce)
{
    if (const auto fault = whyNotFolder(QFileInfo(path).absolutePath()))
        return std::unexpected { *fault };
    auto lock = lockForThisProcess(path);
    if (!lock)
        return std::unexpected { lock.error() };
    const QFileInfo file(path);
    if (const auto fault = file.exists() || file.isSymLink() ? std::nullopt : makeFile(path))
        return std::unexpected { *fault };
    if (const auto fault = whyNotFile(path))
        return std::unexpected { *fault };

    std::unique_ptr<Database> database(new Database);
    database->m_lock = std::move(lock).value();
    if (!database->connect(path) || !database->prepare(atOnce))
        return std::unexpected { database->lastFault() };
    return database;
}

std::optional<DatabaseFault> Database::makeFile(const QString& path)
{
    // Filled under another name: whatever ends this in the middle leaves no file that would be called damaged.
    const QString unfinished = path + QStringLiteral(".new");
    removeWithJournal(unfinished);
    if (const auto fault = whyNotMade(unfinished))
        return fault;
    std::unique_ptr<Database> made(new Database);
    const bool isWhole = made->connect(unfinished) && made->prepare(soonLookedThrough);
    const DatabaseFault fault = made->lastFault();
    made.reset();
    // A rollback journal that a file of that name has left behind would be played back into this one.
    const QString journal = path + QStringLiteral("-journal");
    const bool isAlone = !QFileInfo::exists(journal) || QFile::remove(journal);
    if (isWhole && isAlone && QFile::rename(unfinished, path))
        return std::nullopt;
    removeWithJournal(unfinished);
    return isWhole ? DatabaseFault::CannotOpen : fault;
}

QString Database::keepAside(const QString& path)
{
    const auto lock = lockForThisProcess(path);
    if (!lock)
        return {};
    const QString name = freeName(path);
    // The rollback journal belongs to the damaged file: beside a fresh one SQLite would play it back into that, or
    // delete it. It goes first, so that a crash between the two moves leaves nothing of it for the fresh file.
    const QString journal = path + QStringLiteral("-journal");
    const QString movedJournal = name + QStringLiteral("-journal");
    if (QFileInfo::exists(journal) && !QFile::rename(journal, movedJournal))
        return {};
    if (QFile::rename(path, name)) {
        QFile::remove(path + suspected);
        return name;
    }
    QFile::rename(movedJournal, journal);
    return {};
}

std::expected<std::unique_ptr<Database>, DatabaseFault> Database::openBeside(const QString& path)
{
    std::unique_ptr<Database> database(new Database);
    if (!database->connect(path, QStringLiteral(";QSQLITE_OPEN_READONLY")))
        return std::unexpected { database->lastFault() };
    return database;
}

QString Database::path() const
{
    const QString name = m_connection.databaseName();
    return name == inMemoryPath ? QString() : name;
}

std::unique_ptr<Database> Database::inMemory()
{
    std::unique_ptr<Database> database(new Database);
    const bool isReady = database->connect(inMemoryPath) && database->migrateFrom(0);
    Q_ASSERT(isReady);
    Q_UNUSED(isReady);
    return database;
}

std::unique_ptr<Database> Database::inPlaceOfFile(DatabaseFault why)
{
    auto database = inMemory();
    database->m_whyNoFile = why;
    return database;
}

QString Database::engineVersion()
{
    const auto memory = inMemory();
    QSqlQuery query(memory->connection());
    return query.exec(QStringLiteral("SELECT sqlite_version()")) && query.next() ? query.value(0).toString()
                                                                                 : QString();
}

Database::~Database()
{
    m_connection.close();
    m_connection = QSqlDatabase(); // removeDatabase() wants no handle left
    QSqlDatabase::removeDatabase(m_connectionName);
}

bool Database::connect(const QString& path, const QString& options)
{
    m_connectionName = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_connection = connectTo(path, m_connectionName, options);
    if (m_connection.open()) {
        // The list is read once and then lives in the window: two megabytes of cached pages would only lie about.
        QSqlQuery(m_connection).exec(QStringLiteral("PRAGMA cache_size = -256"));
        return true;
    }
    m_lastFault = DatabaseFault::CannotOpen;
    return false;
}

// A million tasks take a third of a second, and nobody sees a window meanwhile. A migration rewrites the file, so that
// the pages of one that is to be migrated are looked through first in any case.
bool Database::lookThrough(qint64 atOnce)
{
    const QString path = m_connection.databaseName();
    const QString suspect = path + suspected;
    if (QFileInfo(path).size() > atOnce && !QFileInfo::exists(suspect)) {
        m_mustBeLookedThrough = true;
        return true;
    }
    if (const auto sound = checkPages(m_connection); !sound) {
        m_lastFault = sound.error();
        return false;
    }
    QFile::remove(suspect);
    return true;
}

void Database::waitLonger(bool longer)
{
    run(QStringLiteral("PRAGMA busy_timeout = %1").arg(longer ? usualWait * 15 : usualWait));
}

void Database::noteDamage()
{
    m_isDamaged = true;
    makePrivateFile(path() + suspected);
}

bool Database::prepare(qint64 atOnce)
{
    // The check comes first: a file of a newer program or a damaged one must not be written to.
    const auto version = checkTables(m_connection);
    if (!version) {
        m_lastFault = version.error();
        return false;
    }
    const bool isCurrent = *version == schemaVersion;
    if (!lookThrough(isCurrent ? atOnce : std::numeric_limits<qint64>::max()))
        return false;
    if (!pragmaTakes(
            m_connection, QStringLiteral("journal_mode"), QStringLiteral("DELETE"), QStringLiteral("delete"))) {
        m_lastFault = DatabaseFault::CannotOpen;
        return false;
    }
    if (isCurrent && !isWritable())
        return false;
    if (!pragmaTakes(m_connection, QStringLiteral("synchronous"), QStringLiteral("EXTRA"), QStringLiteral("3"))
        || !pragmaTakes(m_connection, QStringLiteral("foreign_keys"), QStringLiteral("ON"), QStringLiteral("1"))) {
        m_lastFault = DatabaseFault::CannotOpen;
        return false;
    }
    return isCurrent || (*version == 0 ? migrateFrom(0) : migrateWithCopy(*version));
}

bool Database::migrateWithCopy(int version)
{
    const QString path = m_connection.databaseName();
    const QString copy = copyOfVersion(path, version);
    if (const auto copied = copyFile(path, copy); !copied) {
        m_lastFault = copied.error();
        return false;
    }
    if (migrateFrom(version))
        return true;
    QFile::remove(copy); // the file itself is as it was
    return false;
}

bool Database::isWritable()
{
    // SQLite opens what it may not write without a word, and begins a transaction on it too: only a write tells. It is
    // taken back, so it need not reach the disk: a sync would be milliseconds of each start.
    const bool isWritten = run(QStringLiteral("PRAGMA synchronous = OFF")) && begin()
        && run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion));
    rollback();
    // On a full disk the known tasks can still be read; each write will say by itself that it failed.
    return isWritten || m_lastFault == DatabaseFault::Full;
}

std::optional<DatabaseFault> Database::whyNothingLasts()
{
    if (m_whyNoFile)
        return m_whyNoFile;
    if (m_isDamaged)
        return DatabaseFault::Damaged;
    const bool isWritten = begin() && run(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion));
    rollback();
    return isWritten ? std::nullopt : std::optional(m_lastFault);
}

bool Database::migrateFrom(int version)
{
    return transaction([this, version] {
        const auto error = migrateSchema(m_connection, version);
        if (error)
            noteFault(*error);
        return !error;
    });
}

void Database::noteFault(const QSqlError& error)
{
    m_lastFault = faultOf(error);
}

bool Database::run(const QString& statement)
{
    QSqlQuery query(m_connection);
    if (query.exec(statement))
        return true;
    noteFault(query.lastError());
    return false;
}

bool Database::begin()
{
    return run(QStringLiteral("BEGIN IMMEDIATE"));
}

bool Database::commit()
{
    return run(QStringLiteral("COMMIT"));
}

bool Database::rollback()
{
    // SQLite may have rolled back by itself (disk full); its complaint must not hide the first fault.
    QSqlQuery(m_connection).exec(QStringLiteral("ROLLBACK"));
    return false;
}

} // namespace pushbrake
