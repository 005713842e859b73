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

QVariant valueOf(FuzzedDataProvider& given)
{
    switch (given.ConsumeIntegralInRange(0, 7)) {
    case 0: return {};
    case 1: return given.ConsumeIntegral<qint64>();
    case 2: return QString::fromStdString(given.ConsumeRandomLengthString(30));
    case 3: return shop;
    case 4: return singapore.text;
    case 5:
        return QString::fromLatin1(given.PickValueInArray({ "planned", "sending", "settled", "unknown", "not_sent",
            "cancelled", "too_late", "withdrawn", "All", "Tag", "User", "delete", "recall" }));
    default: return given.ConsumeIntegralInRange<qint64>(0, 20);
    }
}

void insertRow(QSqlQuery& query, const QString& table, int columns, FuzzedDataProvider& given)
{
    QStringList places;
    places.fill(QStringLiteral("?"), columns);
    query.prepare(QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, places.join(u',')));
    for (int i = 0; i < columns; ++i)
        query.bindValue(i, valueOf(given));
    query.exec(); // what the table refuses is not in it
}

void insertJournalRow(QSqlQuery& query, FuzzedDataProvider& given)
{
    query.prepare(QStringLiteral("INSERT INTO journal (run_id, position, task_id, audience, title, goes_out_ms, state,"
                                 " outcome, checked, code, fault, http_status, attempts, random, sent_ms,"
                                 " earlier_random, settled_ms, seen_pending, deed, left_ms, earlier_left_ms) VALUES"
                                 " (?, 0, ?, 'All', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)"));
    query.bindValue(0, given.ConsumeIntegralInRange(1, 4));
    query.bindValue(1, given.ConsumeIntegralInRange(1, 4));
    query.bindValue(2, QString::fromStdString(given.ConsumeRandomLengthString(30)));
    query.bindValue(3, given.ConsumeIntegral<qint64>());
    query.bindValue(4, QString::fromLatin1(given.PickValueInArray({ "planned", "sending", "settled" })));
    query.bindValue(
        5, QString::fromLatin1(given.PickValueInArray({ "unknown", "unknown", "not_sent", "too_late", "?" })));
    for (int i = 6; i < 14; ++i)
        query.bindValue(i, given.ConsumeBool() ? given.ConsumeIntegral<qint64>() : given.ConsumeIntegralInRange(0, 3));
    query.bindValue(14, given.ConsumeIntegralInRange(0, 1));
    query.bindValue(15, QString::fromLatin1(given.PickValueInArray({ "delete", "delete", "recall", "?" })));
    query.bindValue(16, given.ConsumeIntegral<qint64>());
    query.bindValue(17, given.ConsumeIntegral<qint64>());
    query.exec();
}

/// A sound file with any rows.
void fill(const QString& path, FuzzedDataProvider& given)
{
    const auto opened = Database::open(path);
    always(opened.has_value());
    QSqlDatabase connection = (*opened)->connection();
    QSqlQuery query(connection);
    query.exec(QStringLiteral("PRAGMA foreign_keys = OFF"));
    query.exec(QStringLiteral("BEGIN"));
    while (given.remaining_bytes() > 0) {
        switch (given.ConsumeIntegralInRange(0, 4)) {
        case 0: insertRow(query, QStringLiteral("tasks"), 15, given); break;
        case 1: insertRow(query, QStringLiteral("runs"), 5, given); break;
        case 2: insertRow(query, QStringLiteral("profile_apps"), 2, given); break;
        default: insertJournalRow(query, given);
        }
    }
    query.exec(QStringLiteral("COMMIT"));
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
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("counting"));
        connection.setDatabaseName(path);
        if (connection.open())
            rows = rowsOf(connection);
        connection.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("counting"));
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
