// A service that lists what goes out in the window that it is asked for, without a network: each answer comes from the
// event loop. A test may break it, refuse the account, or have it withhold a row.
#pragma once

#include "api/requests.h"
#include "domain/task.h"
#include "net/transport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace pushbrake {

class RangeService final : public Transport
{
public:
    struct Asked
    {
        QString command;
        QDateTime from;
        QDateTime until;
        qint64 offset = 0;
        TaskId task = 0;
    };

    void put(TaskId id, const QDateTime& goesOutAt, const QString& type = QStringLiteral("Tag"),
        const QString& status = QStringLiteral("pending"))
    {
        m_rows[id] = QJsonObject { { QStringLiteral("TaskID"), id }, { QStringLiteral("Type"), type },
            { QStringLiteral("Title"), QStringLiteral("Push %1").arg(id) },
            { QStringLiteral("SchedAt"), serviceTime(goesOutAt) }, { QStringLiteral("Status"), status } };
    }
    void remove(TaskId id) { m_rows.remove(id); }

    void post(HttpRequest request, QObject* context, Done done) override
    {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString command = request.url.path().section(u'/', -1);
        const TaskId task = body[QLatin1String("TaskID")].toInteger();
        asked.append({ command, fromServiceTime(body[QLatin1String("BeginTime")].toString()),
            fromServiceTime(body[QLatin1String("EndTime")].toString()), body[QLatin1String("Offset")].toInteger(),
            task });
        QJsonObject answer = code != 0 ? QJsonObject() : answerTo(command, body, task);
        const int given = code != 0 ? code : answer.take(QStringLiteral("Refused")).toInt();
        answer[QStringLiteral("ActionStatus")] = given == 0 ? QStringLiteral("OK") : QStringLiteral("FAIL");
        answer[QStringLiteral("ErrorInfo")] = QString();
        answer[QStringLiteral("ErrorCode")] = given;
        HttpOutcome outcome;
        outcome.bodyRead = !isBroken;
        outcome.fault = isBroken ? NetFault::Refused : NetFault::None;
        outcome.httpStatus = isBroken ? 0 : 200;
        outcome.body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
        QTimer::singleShot(
            wait, context, [outcome, done = std::make_shared<Done>(std::move(done))] { (*done)(outcome); });
    }

    qsizetype count(const char* command) const
    {
        return std::count_if(
            asked.begin(), asked.end(), [command](const Asked& one) { return one.command == QLatin1String(command); });
    }

    QList<Asked> asked;
    bool isBroken = false; ///< nothing reaches it
    int code = 0; ///< answered to everything
    int most = 100; ///< rows a page
    int withheld = 0; ///< of Total, never shown
    Milliseconds wait { 0 }; ///< until each answer

private:
    QJsonObject answerTo(const QString& command, const QJsonObject& body, TaskId task)
    {
        if (command == QLatin1String("list_sched_task"))
            return list(body);
        if (!m_rows.contains(task))
            return { { QStringLiteral("Refused"), 90104 }, { QStringLiteral("TaskID"), 0 } };
        if (command == QLatin1String("get_sched_task"))
            return { { QStringLiteral("TaskInfo"), m_rows.value(task) } };
        remove(task);
        return { { QStringLiteral("TaskID"), task } };
    }

    QJsonObject list(const QJsonObject& body) const
    {
        const auto dueOf = [](const QJsonObject& row) { return row[QLatin1String("SchedAt")].toString(); };
        QList<QJsonObject> found;
        for (const QJsonObject& row : m_rows) {
            if (dueOf(row) >= body[QLatin1String("BeginTime")].toString()
                && dueOf(row) <= body[QLatin1String("EndTime")].toString())
                found.append(row);
        }
        const bool ascending = body[QLatin1String("Asc")].toBool();
        std::stable_sort(found.begin(), found.end(), [&](const QJsonObject& a, const QJsonObject& b) {
            return ascending ? dueOf(a) < dueOf(b) : dueOf(b) < dueOf(a);
        });
        const int want = std::min(most, body[QLatin1String("Want")].toInt());
        QJsonArray rows;
        for (const QJsonObject& row : found.mid(body[QLatin1String("Offset")].toInteger(), want))
            rows.append(row);
        return { { QStringLiteral("Total"), found.size() + withheld }, { QStringLiteral("Tasks"), rows } };
    }

    QMap<TaskId, QJsonObject> m_rows;
};

} // namespace pushbrake
