// A service in simulated time with faults drawn by task and attempt, so that whoever cancels meets the same luck: what
// it was asked, what took effect, and whether it was ever asked too often.
#pragma once

#include "support/simulatedclock.h"

#include "api/requests.h"
#include "net/transport.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUrlQuery>

#include <deque>
#include <random>

namespace pushbrake {

class SimulatedService final : public Transport
{
public:
    /// `faulty`: the share of deletions and looks that fail, evenly an unclear code, a lost connection and a 502.
    SimulatedService(SimulatedClock& clock, double faulty, quint32 seed)
        : m_clock(clock)
        , m_faulty(faulty)
        , m_seed(seed)
        , m_random(seed)
    {
    }

    /// What it does beside the drawn faults.
    struct Manners
    {
        bool losesDeletions = false; ///< before they take effect, and without an answer
        Milliseconds holdsDeletionsBack { 0 }; ///< they take effect so much later, and nobody answers
        bool forgetsWhatWentOut = false; ///< a push that went out is 90104
        bool getKnowsNothing = false; ///< get answers 90104 to everything
        Milliseconds looksFailUntil { 0 }; ///< since the start
        bool isBehindADeadGateway = false; ///< 502 to everything
        int refusesAllWith = 0; ///< an ErrorCode
        Milliseconds clockIsAhead { 0 }; ///< of the simulated computer's
    };
    Manners manners;

    void add(TaskId id, const QDateTime& due) { m_tasks.insert(id, { due, {}, 0 }); }
    int deletionsAsked() const { return m_deletionsAsked; }
    int looksAsked() const { return m_looksAsked; }
    QDateTime now() const { return m_clock.utcNow().addMSecs(manners.clockIsAhead.count()); }
    int stopped() const
    {
        return int(std::count_if(
            m_tasks.begin(), m_tasks.end(), [](const Scheduled& task) { return task.deletedAt.isValid(); }));
    }
    bool isDeleted(TaskId id) const { return m_tasks.value(id).deletedAt.isValid(); }
    int refusedForRate() const { return m_refused; }

    enum class Fate { Answered, Unclear, Lost, Gateway };
    struct Luck
    {
        Fate fate = Fate::Answered;
        bool applies = true;
    };
    /// Of the n-th deletion of a task. Half of the faulty ones take effect all the same.
    Luck luckOf(TaskId id, int attempt) const
    {
        std::mt19937 drawn(m_seed * 7919 + quint32(id) * 104729 + quint32(attempt));
        if (std::uniform_real_distribution<>(0, 1)(drawn) >= m_faulty)
            return {};
        return { Fate(1 + drawn() % 3), drawn() % 2 == 0 };
    }

    void post(HttpRequest request, QObject* context, Done done) override
    {
        auto call = std::make_shared<Call>(Call { std::move(request), context, context, std::move(done), {} });
        m_clock.after(oneWay(), [this, call] { arrive(*call), answerAfterTheWay(call); });
    }

private:
    struct Scheduled
    {
        QDateTime due;
        QDateTime deletedAt;
        int attempts = 0;
    };
    struct Call
    {
        HttpRequest request;
        QObject* context;
        QPointer<QObject> guard;
        Done done;
        HttpOutcome outcome;
    };

    Milliseconds oneWay() { return Milliseconds(30 + int(m_random() % 20)); }

    void answerAfterTheWay(const std::shared_ptr<Call>& call)
    {
        m_clock.after(oneWay(), [call] {
            if (call->guard)
                call->done(call->outcome);
        });
    }

    void arrive(Call& call)
    {
        const QString path = call.request.url.path();
        const QJsonObject body = QJsonDocument::fromJson(call.request.body).object();
        const TaskId id = body[u"TaskID"].toInteger();
        const bool isDeletion = path.endsWith(u"/delete_sched_task");
        call.outcome.bodyRead = true;
        call.outcome.roundTrip = Milliseconds(80);
        (isDeletion ? m_deletionsAsked : m_looksAsked) += 1;
        if (manners.isBehindADeadGateway)
            return fail(call.outcome, Fate::Gateway);
        if (manners.refusesAllWith != 0)
            return answer(call.outcome, manners.refusesAllWith);
        if (isDeletion)
            remove(call.outcome, id);
        else if (path.endsWith(u"/get_sched_task"))
            get(call.outcome, id);
        else
            list(call.outcome, body);
    }

    bool isTooOften(std::deque<SteadyTime>& counted)
    {
        const SteadyTime now = m_clock.steadyNow();
        while (!counted.empty() && now - counted.front() >= std::chrono::seconds(1))
            counted.pop_front();
        if (counted.size() >= 5) {
            ++m_refused;
            return true;
        }
        counted.push_back(now);
        return false;
    }

    void remove(HttpOutcome& outcome, TaskId id)
    {
        if (isTooOften(m_counted))
            return answer(outcome, 60007);
        Scheduled& task = m_tasks[id];
        if (manners.holdsDeletionsBack.count() > 0) {
            m_clock.after(manners.holdsDeletionsBack, [this, id] {
                if (now() < m_tasks[id].due)
                    m_tasks[id].deletedAt = now();
            });
        }
        if (manners.losesDeletions || manners.holdsDeletionsBack.count() > 0)
            return fail(outcome, Fate::Lost);
        const Luck luck = luckOf(id, ++task.attempts);
        int code = 0;
        if (task.deletedAt.isValid())
            code = 90104;
        else if (now() >= task.due)
            code = 90106;
        else if (luck.applies)
            task.deletedAt = now();
        if (luck.fate == Fate::Answered)
            return answer(outcome, code, { { QStringLiteral("TaskID"), code == 0 ? id : 0 } });
        fail(outcome, luck.fate);
    }

    void get(HttpOutcome& outcome, TaskId id)
    {
        if (m_clock.utcNow() < SimulatedClock::start().addMSecs(manners.looksFailUntil.count()))
            return fail(outcome, Fate::Lost);
        if (std::uniform_real_distribution<>(0, 1)(m_random) < m_faulty)
            return fail(outcome, Fate(1 + m_random() % 3));
        const Scheduled& task = m_tasks[id];
        const bool isForgotten = manners.forgetsWhatWentOut && now() >= task.due;
        if (task.deletedAt.isValid() || isForgotten || manners.getKnowsNothing)
            return answer(outcome, 90104);
        answer(outcome, 0, { { QStringLiteral("TaskInfo"), rowOf(id, task) } });
    }

    void list(HttpOutcome& outcome, const QJsonObject& asked)
    {
        const QDateTime from = fromServiceTime(asked[u"BeginTime"].toString());
        const QDateTime until = fromServiceTime(asked[u"EndTime"].toString());
        QJsonArray rows;
        for (auto task = m_tasks.cbegin(); task != m_tasks.cend(); ++task) {
            const bool isForgotten = manners.forgetsWhatWentOut && now() >= task->due;
            if (!task->deletedAt.isValid() && !isForgotten && task->due >= from && task->due <= until)
                rows.append(rowOf(task.key(), *task));
        }
        const qsizetype total = rows.size();
        QJsonArray page;
        for (qsizetype i = asked[u"Offset"].toInteger(); i < total && page.size() < asked[u"Want"].toInteger(); ++i)
            page.append(rows[i]);
        answer(outcome, 0, { { QStringLiteral("Total"), total }, { QStringLiteral("Tasks"), page } });
    }

    QJsonObject rowOf(TaskId id, const Scheduled& task) const
    {
        return { { QStringLiteral("TaskID"), id }, { QStringLiteral("Type"), QStringLiteral("Tag") },
            { QStringLiteral("SchedAt"), serviceTime(task.due) },
            { QStringLiteral("Status"),
                now() >= task.due ? QStringLiteral("dispatched") : QStringLiteral("pending") } };
    }

    void fail(HttpOutcome& outcome, Fate fate)
    {
        if (fate == Fate::Unclear)
            return answer(outcome, 91000);
        outcome.fault = fate == Fate::Lost ? NetFault::Dropped : NetFault::HttpStatus;
        outcome.httpStatus = fate == Fate::Lost ? 0 : 502;
    }

    void answer(HttpOutcome& outcome, int code, QJsonObject body = {})
    {
        body[u"ActionStatus"] = code == 0 ? QStringLiteral("OK") : QStringLiteral("FAIL");
        body[u"ErrorInfo"] = QString();
        body[u"ErrorCode"] = code;
        outcome.httpStatus = 200;
        outcome.body = QJsonDocument(body).toJson();
        outcome.serverDate = QDateTime::fromSecsSinceEpoch(now().toSecsSinceEpoch(), Qt::UTC);
    }

    SimulatedClock& m_clock;
    double m_faulty;
    quint32 m_seed;
    std::mt19937 m_random;
    QHash<TaskId, Scheduled> m_tasks;
    std::deque<SteadyTime> m_counted;
    int m_refused = 0;
    int m_deletionsAsked = 0;
    int m_looksAsked = 0;
};

} // namespace pushbrake
