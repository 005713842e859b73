#include "evidence/evidence.h"

#include "evidence/evidencehash.h"
#include "exchange/tablecsv.h"
#include "exchange/zipwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushbrake {

namespace {

QJsonValue momentOf(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

// As text: a reader of JSON may round what has more than 15 digits.
QString idOf(TaskId task)
{
    return QString::number(task);
}

QString endingWord(RunEnding ending)
{
    switch (ending) {
    case RunEnding::GoesOn: return QStringLiteral("goes on");
    case RunEnding::Finished: return QStringLiteral("finished");
    case RunEnding::Stopped: return QStringLiteral("stopped by a person");
    case RunEnding::Interrupted: return QStringLiteral("interrupted");
    }
    Q_UNREACHABLE();
}

QString stateWord(const JournalRow& row)
{
    switch (row.state) {
    case JournalState::Planned: return QStringLiteral("planned");
    case JournalState::Sending: return QStringLiteral("sending");
    case JournalState::Settled: return outcomeWord(row.result.outcome);
    }
    Q_UNREACHABLE();
}

QString faultWord(NetFault fault, int httpStatus)
{
    if (fault == NetFault::None)
        return {};
    return httpStatus == 0 ? QStringLiteral("network fault %1").arg(int(fault))
                           : QStringLiteral("network fault %1, HTTP %2").arg(int(fault)).arg(httpStatus);
}

/// What a look or the list showed of the push.
QString seenWord(TaskStatus status)
{
    switch (status) {
    case TaskStatus::NotRead: return {};
    case TaskStatus::Pending: return QStringLiteral("pending");
    case TaskStatus::Dispatching: return QStringLiteral("dispatching");
    case TaskStatus::Dispatched: return QStringLiteral("dispatched");
    case TaskStatus::Gone: return QStringLiteral("gone");
    case TaskStatus::Other: return QStringLiteral("another status");
    }
    Q_UNREACHABLE();
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray lineOf(const HistoryRun& run, const EvidenceAbout& about)
{
    QJsonObject line {
        { QStringLiteral("kind"), QStringLiteral("run") },
        { QStringLiteral("format"), QString::fromLatin1(evidence::format) },
        { QStringLiteral("version"), evidence::version },
        { QStringLiteral("run"), run.id },
        { QStringLiteral("app"), run.app.text },
        { QStringLiteral("appName"), run.appName },
        { QStringLiteral("practice"), run.isPractice() },
        { QStringLiteral("realUsers"), run.realUsers && !run.isPractice() },
        { QStringLiteral("person"), run.person },
        { QStringLiteral("startedAt"), momentOf(run.startedAt) },
        { QStringLiteral("endedAt"), momentOf(run.endedAt) },
        { QStringLiteral("ending"), endingWord(run.ending) },
        { QStringLiteral("pushes"), run.pushes },
        { QStringLiteral("cancelled"), run.cancelled },
        { QStringLiteral("tooLate"), run.tooLate },
        { QStringLiteral("rejected"), run.rejected },
        { QStringLiteral("unknown"), run.unknown },
        { QStringLiteral("notSent"), run.notSent },
        { QStringLiteral("withdrawn"), run.withdrawn },
        { QStringLiteral("program"), QStringLiteral("Pushbrake ") + about.programVersion },
        { QStringLiteral("machine"), about.machineName },
        { QStringLiteral("takenBy"), about.takenBy },
        { QStringLiteral("takenAt"), momentOf(about.takenAt) },
    };
    if (about.clockDifference)
        line[QStringLiteral("serviceClockAheadMs")] = qint64(about.clockDifference->count());
    return compact(line);
}

QByteArray lineOf(const HistoryPush& push)
{
    const JournalRow& row = push.row;
    const SettledResult& result = row.result;
    return compact({
        { QStringLiteral("kind"), QStringLiteral("push") },
        { QStringLiteral("taskId"), idOf(row.taskId) },
        { QStringLiteral("deed"), deedWord(row.deed) },
        { QStringLiteral("title"), row.title },
        { QStringLiteral("audience"), audienceWord(row.audience) },
        { QStringLiteral("goesOutAt"), momentOf(row.goesOutAt) },
        { QStringLiteral("result"), stateWord(row) },
        { QStringLiteral("confirmedByALook"), result.checked },
        { QStringLiteral("code"), result.code },
        { QStringLiteral("fault"), faultWord(result.fault, result.httpStatus) },
        { QStringLiteral("serviceText"), result.serviceText },
        { QStringLiteral("requestNumber"), qint64(result.requestNumber) },
        { QStringLiteral("attempts"), result.attempts },
        { QStringLiteral("sentAt"), momentOf(result.sentAt) },
        { QStringLiteral("settledAt"), momentOf(result.settledAt) },
    });
}

QByteArray lineOf(const RunEvent& event)
{
    return compact({
        { QStringLiteral("kind"), QStringLiteral("request") },
        { QStringLiteral("taskId"), idOf(event.taskId) },
        { QStringLiteral("request"), eventWord(event.kind) },
        { QStringLiteral("requestNumber"), qint64(event.requestNumber) },
        { QStringLiteral("left"), event.hasLeft },
        { QStringLiteral("sentAt"), momentOf(event.sentAt) },
        { QStringLiteral("answeredAt"), momentOf(event.answeredAt) },
        { QStringLiteral("code"), event.code },
        { QStringLiteral("fault"), faultWord(event.fault, event.httpStatus) },
        { QStringLiteral("serviceText"), event.serviceText },
        { QStringLiteral("seen"), seenWord(event.status) },
    });
}

QStringList headingOfTable()
{
    return { QStringLiteral("Task ID"), QStringLiteral("Title"), QStringLiteral("Audience"),
        QStringLiteral("Goes out (UTC)"), QStringLiteral("Result"), QStringLiteral("Code"), QStringLiteral("Fault"),
        QStringLiteral("Service's text"), QStringLiteral("Request number"), QStringLiteral("Attempts"),
        QStringLiteral("Sent (UTC)"), QStringLiteral("Settled (UTC)") };
}

QStringList rowOfTable(const HistoryPush& push)
{
    const JournalRow& row = push.row;
    const SettledResult& result = row.result;
    return { idOf(row.taskId), row.title, audienceWord(row.audience), momentOf(row.goesOutAt).toString(),
        stateWord(row), QString::number(result.code), faultWord(result.fault, result.httpStatus), result.serviceText,
        QString::number(result.requestNumber), QString::number(result.attempts), momentOf(result.sentAt).toString(),
        momentOf(result.settledAt).toString() };
}

} // namespace

EvidenceWriter::EvidenceWriter(const HistoryRun& run, const EvidenceAbout& about)
    : m_table(tableToCsv({ headingOfTable() }))
    , m_seal(evidence::beforeTheFirst())
{
    addLine(lineOf(run, about));
}

void EvidenceWriter::add(const HistoryPush& push, const QList<RunEvent>& story)
{
    addLine(lineOf(push));
    for (const RunEvent& event : story)
        addLine(lineOf(event));
    m_table += rowsToCsv({ rowOfTable(push) });
}

void EvidenceWriter::addLine(const QByteArray& line)
{
    m_lines += line + '\n';
    chain(QByteArray::number(++m_count), evidence::hashOf(line));
}

void EvidenceWriter::chain(const QByteArray& name, const QByteArray& hash)
{
    m_seal = evidence::chained(m_seal, hash);
    m_hashes += name + ' ' + hash + ' ' + m_seal + '\n';
}

std::optional<Evidence> EvidenceWriter::finished(const QByteArray& readMe)
{
    chain(evidence::table, evidence::hashOf(m_table));
    chain(evidence::readMe, evidence::hashOf(readMe));
    auto file = membersToZip({ { evidence::readMe, readMe }, { evidence::lines, m_lines }, { evidence::table, m_table },
        { evidence::hashes, m_hashes } });
    if (!file)
        return {};
    return Evidence { std::move(*file), m_seal };
}

} // namespace pushbrake
