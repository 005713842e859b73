// Compares the service's log, the journal and the report of cancelprobe after a run or a crash; see
// support/agreement.h. Exit code 0: all agree. 1: they do not, one line each. 2: an input cannot be used.
#include "support/agreement.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <cstdio>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace pushbrake;

namespace {

int fail(const QString& reason)
{
    std::fprintf(stderr, "checker: %s\n", qUtf8Printable(reason));
    return 2;
}

using Take = std::function<bool(const QJsonObject&)>;

// Gives what is wrong with the file, nothing when every line was taken.
QString readLines(const QString& path, const Take& take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"cannot read %1"_s.arg(path);
    for (int number = 1; !file.atEnd(); ++number) {
        const QJsonDocument line = QJsonDocument::fromJson(file.readLine());
        if (!line.isObject() || !take(line.object()))
            return u"%1, line %2 cannot be used"_s.arg(path).arg(number);
    }
    return {};
}

bool takeLogged(Agreement& agreement, const QJsonObject& line)
{
    if (!line["task"_L1].isDouble() || !line["applied"_L1].isBool() || !line["command"_L1].isString())
        return false;
    if (line["command"_L1].toString() == "delete_sched_task"_L1)
        agreement.serviceReceived({ line["task"_L1].toInteger(), line["applied"_L1].toBool() });
    return true;
}

bool takeReported(Agreement& agreement, const QJsonObject& line)
{
    const qint64 task = line["task"_L1].toInteger();
    if (line.contains("summary"_L1))
        return true;
    if (task > 0 && line["outcome"_L1].isString())
        agreement.personSaw(task, line["outcome"_L1].toString());
    else if (task > 0 && line["now"_L1].isString())
        agreement.personRead(task, line["now"_L1].toString());
    else
        return false;
    return true;
}

// Reads the tables as they stand and not through the program's own classes, which are what is being checked. Not opened
// read-only: a write that a crash cut short must be rolled back first, as the program's next start does.
QString readJournal(const QString& path, Agreement& agreement)
{
    if (!QFile::exists(path))
        return u"there is no %1"_s.arg(path);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(path);
    if (!database.open())
        return u"cannot open %1"_s.arg(path);
    QSqlQuery query(database);
    if (!query.exec(u"SELECT run_id, task_id, state, outcome, attempts FROM journal ORDER BY run_id, position"_s))
        return u"%1: %2"_s.arg(path, query.lastError().text());
    while (query.next())
        agreement.journalHolds({ query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toString(),
            query.value(3).toString(), query.value(4).toInt() });
    return query.lastError().isValid() ? u"%1: %2"_s.arg(path, query.lastError().text()) : QString();
}

QString readAll(const QCommandLineParser& parser, Agreement& agreement)
{
    for (const QString& path : parser.values(u"log"_s)) {
        const QString wrong = readLines(path, [&](const QJsonObject& line) { return takeLogged(agreement, line); });
        if (!wrong.isEmpty())
            return wrong;
    }
    for (const QString& path : parser.values(u"report"_s)) {
        const QString wrong = readLines(path, [&](const QJsonObject& line) { return takeReported(agreement, line); });
        if (!wrong.isEmpty())
            return wrong;
    }
    return readJournal(parser.value(u"journal"_s), agreement);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({ { u"log"_s, u"What the practice service did; may be given again"_s, u"FILE"_s },
        { u"journal"_s, u"The program's database"_s, u"FILE"_s },
        { u"report"_s, u"What cancelprobe printed; may be given again"_s, u"FILE"_s },
        { u"tasks"_s, u"So many tasks must have been reported"_s, u"N"_s },
        { u"after-crash"_s, u"Rows may be unfinished and results untold"_s } });
    parser.process(app);
    for (const QString& name : { u"log"_s, u"journal"_s, u"report"_s }) {
        if (!parser.isSet(name))
            return fail(u"--%1 is missing"_s.arg(name));
    }
    Agreement agreement(parser.isSet(u"after-crash"_s));
    agreement.expectReports(parser.value(u"tasks"_s).toInt());
    if (const QString wrong = readAll(parser, agreement); !wrong.isEmpty())
        return fail(wrong);
    const QStringList found = agreement.disagreements();
    for (const QString& line : found)
        std::printf("%s\n", qUtf8Printable(line));
    std::printf("%s\n", qUtf8Printable(agreement.summary()));
    return found.isEmpty() ? 0 : 1;
}
