// A service with a book of pushes, without a network and in simulated time: it is looked at, one by one or as a list,
// and spoilt where a test says so. Remembers every command, so that a test sees that nothing else was asked for.
#pragma once

#include "api/requests.h"
#include "support/simulatedclock.h"

#include "net/transport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QPointer>

#include <functional>
#include <memory>

namespace pushbrake {

class PushBook final : public Transport
{
public:
    /// What becomes of a request instead of a sound answer.
    struct Spoilt
    {
        int code = 0; ///< answered
        NetFault fault = NetFault::None; ///< or this
        bool hasLeft = true;
    };
    /// `task`: 0 for the list. `time`: how often this was asked for before.
    using Spoil = std::function<std::optional<Spoilt>(const QString& command, TaskId task, int time)>;

    explicit PushBook(SimulatedClock& clock)
        : m_clock(clock)
    {
    }

    void put(TaskId id, const QDateTime& goesOutAt, const QString& title = QStringLiteral("Sale"),
        const QString& status = QStringLiteral("pending"), const QString& audience = QStringLiteral("Tag"))
    {
        rows[id] = { { QStringLiteral("TaskID"), id }, { QStringLiteral("Type"), audience },
            { QStringLiteral("Title"), title }, { QStringLiteral("SchedAt"), serviceTime(goesOutAt) },
            { QStringLiteral("Status"), status } };
    }

    void post(HttpRequest request, QObject* context, Done done) override
    {
        const QString command = request.url.path().section(u'/', -1);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const TaskId id = body[QLatin1String("TaskID")].toInteger();
        commands.append(command);
        asked.append(id);
        HttpOutcome outcome = answer(command, id, body);
        m_clock.after(Milliseconds(40),
            [outcome, guard = QPointer<QObject>(context), done = std::make_shared<Done>(std::move(done))] {
                if (guard)
                    (*done)(outcome);
            });
    }

    int looks() const { return int(commands.count(QStringLiteral("get_sched_task"))); }
    int lists() const { return int(commands.count(QStringLiteral("list_sched_task"))); }

    QMap<TaskId, QJsonObject> rows;
    QSet<TaskId> unlisted; ///< there, and not shown by the list
    bool listsByMaking = false; ///< by `made` in place of when it goes out
    QMap<TaskId, QDateTime> made;
    qint64 claimsMore = 0; ///< rows that the list says there are beside those it shows
    QString claimsFrom; ///< only of the window that begins then
    Spoil spoil;
    QStringList commands;
    QList<TaskId> asked; ///< beside the commands

private:
    HttpOutcome answer(const QString& command, TaskId id, const QJsonObject& body)
    {
        HttpOutcome outcome;
        const int time = m_times[{ command, id }]++;
        const auto spoilt = spoil ? spoil(command, id, time) : std::nullopt;
        outcome.bodyRead = !spoilt || spoilt->hasLeft;
        outcome.roundTrip = Milliseconds(40);
        if (spoilt && spoilt->fault != NetFault::None) {
            outcome.fault = spoilt->fault;
            return outcome;
        }
        outcome.httpStatus = 200;
        outcome.serverDate = m_clock.utcNow();
        QJsonObject said;
        int code = spoilt ? spoilt->code : 0;
        if (code == 0 && command == QLatin1String("get_sched_task")) {
            code = rows.contains(id) ? 0 : 90104;
            said[QLatin1String("TaskInfo")] = rows.value(id);
        } else if (code == 0) {
            list(body, said);
        }
        said[QLatin1String("ActionStatus")] = code == 0 ? QStringLiteral("OK") : QStringLiteral("FAIL");
        said[QLatin1String("ErrorInfo")] = QString();
        said[QLatin1String("ErrorCode")] = code;
        outcome.body = QJsonDocument(said).toJson(QJsonDocument::Compact);
        return outcome;
    }

    void list(const QJsonObject& body, QJsonObject& said)
    {
        const QDateTime from = fromServiceTime(body[QLatin1String("BeginTime")].toString());
        const QDateTime until = fromServiceTime(body[QLatin1String("EndTime")].toString());
        const qint64 offset = body[QLatin1String("Offset")].toInteger();
        QJsonArray page;
        qint64 number = 0;
        for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
            const QDateTime due
                = listsByMaking ? made.value(row.key()) : fromServiceTime((*row)[QLatin1String("SchedAt")].toString());
            // One without a time belongs to no window, so it is shown in each.
            const bool isElsewhere = due.isValid() && (due < from || due > until);
            if (unlisted.contains(row.key()) || isElsewhere)
                continue;
            if (number++ >= offset && page.size() < body[QLatin1String("Want")].toInteger())
                page.append(*row);
        }
        said[QLatin1String("Total")]
            = number + (claimsFrom.isEmpty() || claimsFrom == serviceTime(from) ? claimsMore : 0);
        said[QLatin1String("Tasks")] = page;
    }

    SimulatedClock& m_clock;
    QMap<std::pair<QString, TaskId>, int> m_times;
};

} // namespace pushbrake
