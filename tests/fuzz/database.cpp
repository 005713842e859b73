// A database file that others wrote or that a disk spoiled: the input itself where it begins as one, otherwise a sound
// file of this version with any values in its rows. Promised: it is opened and read, or refused with a fault; a file
// that is refused as damaged or too new stays as it is, and is kept aside whole beside a fresh one; opening, migrating
// and recovering lose no row; what is read once is read again; an unknown value becomes the cautious one.
#include "store/database.h"
#include "always.h"
#include "domain/profile.h"
#include "net/sendgate.h"
#include "store/journal.h"
#include "store/profileapps.h"
#include "store/tasklist.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <map>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const QString shop = QStringLiteral("shop"); // a profile's ID
const AppKey singapore { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    always(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void writeTo(const QString& path, const QByteArray& content)
{
    QFile file(path);
    always(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QString wordOf(FuzzedDataProvider& given, std::initializer_list<const char*> words)
{
    return QString::fromLatin1(data(words)[given.ConsumeIntegralInRange<std::size_t>(0, words.size() - 1)]);
}

/// `kind`: of a column, as in fill().
QVariant valueOf(FuzzedDataProvider& given, char kind)
{
    if (given.ConsumeIntegralInRange(0, 9) == 9)
        return {};
    switch (kind) {
    case 'a': return given.ConsumeBool() ? singapore.text : AppKey::notRecorded(shop).text;
    case 'd': return wordOf(given, { "delete", "delete", "recall", "?" });
    case 'i': return given.ConsumeIntegralInRange(1, 4);
    case 'n': return given.ConsumeBool() ? given.ConsumeIntegralInRange<qint64>(0, 7) : given.ConsumeIntegral<qint64>();
    case 'o': return wordOf(given, { "unknown", "unknown", "not_sent", "cancelled", "too_late", "?" });
    case 's': return wordOf(given, { "planned", "sending", "settled" });
    case 'w': return wordOf(given, { "All", "Tag", "User", "?" });
    default: return QString::fromUtf8(given.ConsumeRandomLengthString(30));
    }
}

void insertRow(QSqlQuery& query, const QString& table, QByteArrayView kinds, FuzzedDataProvider& given)
{
    QStringList places;
    places.fill(QStringLiteral("?"), kinds.size());
    query.prepare(QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, places.join(u',')));
    for (int i = 0; i < kinds.size(); ++i)
        query.bindValue(i, valueOf(given, kinds.at(i)));
    query.exec(); // what the table refuses is not in it
}

QByteArray freshFile(const QString& path)
{
    always(Database::open(path).has_value());
    return contentOf(path);
}

void insertRows(QSqlQuery query, FuzzedDataProvider& given)
{
    query.exec(QStringLiteral("PRAGMA synchronous = OFF"));
    query.exec(QStringLiteral("BEGIN"));
    while (given.remaining_bytes() > 0) {
        switch (given.ConsumeIntegralInRange(0, 4)) {
        case 0: insertRow(query, QStringLiteral("tasks"), "aiwttnntttonnnn", given); break;
        case 1: insertRow(query, QStringLiteral("runs"), "iannn", given); break;
        case 2: insertRow(query, QStringLiteral("profile_apps"), "ta", given); break;
        default: insertRow(query, QStringLiteral("journal"), "iniwtnsonnnntnnnnnnndnnn", given);
        }
    }
    query.exec(QStringLiteral("COMMIT"));
}

/// Calls `work` with a connection that is none of the program's.
template<typename Work> void connected(const QString& path, Work work)
{
    const QString name = QStringLiteral("beside");
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(path);
        if (connection.open())
            work(connection);
        connection.close();
    }
    QSqlDatabase::removeDatabase(name);
}

/// A sound file with any rows.
void fill(const QString& path, FuzzedDataProvider& given)
{
    static const QByteArray fresh = freshFile(path);
    writeTo(path, fresh);
    connected(path, [&given](QSqlDatabase& connection) { insertRows(QSqlQuery(connection), given); });
}

/// -1 where it cannot be told.
qint64 countOf(QSqlDatabase& connection, const QString& table)
{
    QSqlQuery query(connection);
    return query.exec(QStringLiteral("SELECT count(*) FROM ") + table) && query.next() ? query.value(0).toLongLong()
                                                                                       : -1;
}

struct Rows
{
    qint64 tasks = -1;
    qint64 runs = -1;
    qint64 journal = -1;

    bool areKnown() const { return tasks >= 0 && runs >= 0 && journal >= 0; }
    bool operator==(const Rows&) const = default;
};

Rows rowsOf(QSqlDatabase& connection)
{
    return { countOf(connection, QStringLiteral("tasks")), countOf(connection, QStringLiteral("runs")),
        countOf(connection, QStringLiteral("journal")) };
}

/// Without the program, in a copy.
Rows rowsOf(const QByteArray& content, const QString& path)
{
    writeTo(path, content);
    Rows rows;
    connected(path, [&rows](QSqlDatabase& connection) { rows = rowsOf(connection); });
    return rows;
}

void checkTasks(Database& database)
{
    QSqlQuery apps(database.connection());
    apps.exec(QStringLiteral("SELECT DISTINCT app FROM tasks LIMIT 5"));
    while (apps.next()) {
        const auto tasks = TaskList(database).load({ apps.value(0).toString() });
        for (const Task& task : tasks.value_or(QList<Task>())) {
            QSqlQuery raw(database.connection());
            raw.prepare(QStringLiteral("SELECT status, last_code FROM tasks WHERE app = ? AND task_id = ?"));
            raw.bindValue(0, apps.value(0));
            raw.bindValue(1, task.id);
            if (!raw.exec() || !raw.next())
                continue;
            const qint64 status = raw.value(0).toLongLong();
            const bool isKnown = status >= 0 && status <= qint64(TaskStatus::Other);
            always(task.status == (isKnown ? TaskStatus(status) : TaskStatus::Other));
            always((task.lastCode == 0) == (raw.value(1).toLongLong() == 0));
        }
    }
}

/// What recover() gives, in a form that can be compared.
QStringList leftoversOf(Database& database, bool& isWhole)
{
    QStringList all;
    Journal journal(database);
    const auto left = journal.recover();
    isWhole = left.has_value();
    SystemClock clock;
    for (const JournalRow& row : left.value_or(QList<JournalRow>())) {
        const SettledResult& result = row.result;
        always(result.outcome == Outcome::Unknown);
        always(row.state != JournalState::Sending);
        all.append(QStringLiteral("%1/%2/%3/%4/%5").arg(row.runId).arg(row.app.text).arg(row.taskId).arg(int(row.state))
            + row.title);
        const auto open = journal.openRows(row.app, row.taskId);
        always(!open || row.state != JournalState::Settled
            || std::any_of(open->begin(), open->end(), [&row](const JournalRow& o) { return o.runId == row.runId; }));
        if (!row.app.isEmpty())
            always(journal.leftovers(row.app).value_or(QList { row }).size() > 0);
        SendGate gate(clock);
        const auto earlier = journal.earlierAttempts(row.app, 10s);
        for (const EarlierAttempt& attempt : earlier.value_or(QList<EarlierAttempt>()))
            gate.sentEarlier(Command::Delete, attempt.ago);
        always(gate.pace(Command::Delete) >= 0);
    }
    return all;
}

void checkRefused(const QString& path, const QByteArray& content, DatabaseFault why)
{
    if (why != DatabaseFault::Damaged && why != DatabaseFault::TooNew)
        return;
    always(contentOf(path) == content);
    const QString aside = Database::keepAside(path);
    always(!aside.isEmpty() && contentOf(aside) == content && !QFile::exists(path));
    always(Database::open(path).has_value());
}

void checkOpened(const QString& path, std::unique_ptr<Database> database, const Rows& before)
{
    const Rows opened = rowsOf(database->connection());
    always(!before.areKnown() || !opened.areKnown() || opened == before);
    checkTasks(*database);
    bool isWhole = false;
    const QStringList left = leftoversOf(*database, isWhole);
    const Rows recovered = rowsOf(database->connection());
    always(!opened.areKnown() || !recovered.areKnown() || recovered == opened);
    database.reset();
    if (!isWhole)
        return;
    auto again = Database::open(path);
    always(again.has_value());
    always(leftoversOf(**again, isWhole) == left && isWhole);
    const bool isAdopted = ProfileApps(**again).adopt(shop, singapore).has_value();
    const Rows adopted = rowsOf((*again)->connection());
    if (isAdopted)
        always(
            adopted.runs == recovered.runs && adopted.journal == recovered.journal && adopted.tasks <= recovered.tasks);
    else
        always(adopted == recovered);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
    static QCoreApplication app(*count, *arguments);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/pushbrake-fuzz-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("known.db"));
    for (const QString& left : QDir(folder.path()).entryList(QDir::Files))
        QFile::remove(folder.filePath(left));
    const QByteArray given(reinterpret_cast<const char*>(data), qsizetype(size));
    if (given.startsWith("SQLite")) {
        writeTo(path, given);
    } else {
        FuzzedDataProvider provider(data, size);
        fill(path, provider);
    }
    const QByteArray content = contentOf(path);
    const Rows before = rowsOf(content, folder.filePath(QStringLiteral("copy.db")));
    auto database = Database::open(path);
    if (database)
        checkOpened(path, std::move(*database), before);
    else
        checkRefused(path, content, database.error());
    return 0;
}
