#include "practice/practiceprotocol.h"

#include "api/requests.h"
#include "api/usersig.h"
#include "practice/practiceaccount.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pushbrake {

namespace {

using Answer = PracticeProtocol::Answer;

constexpr int parametersRefused = 90104;
constexpr int tooLateDispatched = 90106;
constexpr int tooLateDispatching = 90107;
constexpr int rateExceeded = 60007;
constexpr int notAdministrator = 60010;
constexpr int recallRateExceeded = 90051;
constexpr int recallUnreadable = 90001;
constexpr int recallNeedsAdministrator = 90009;
constexpr int recallNeedsReplacement = 90053;
constexpr qint64 mostSecondsListed = 31 * 86'400; // the vendor gives no number; its sample asks for a month

Answer answer(int code, const QString& text, QJsonObject more = {})
{
    more[QStringLiteral("ActionStatus")] = code == 0 ? QStringLiteral("OK") : QStringLiteral("FAIL");
    more[QStringLiteral("ErrorInfo")] = text;
    more[QStringLiteral("ErrorCode")] = code;
    return { more, 0, code, false };
}

Answer refused(int code, const QString& text, TaskId task = 0)
{
    Answer made = answer(code, text, { { QStringLiteral("TaskID"), 0 } });
    made.task = task;
    return made;
}

Answer done(TaskId task, QJsonObject more, bool applied)
{
    Answer made = answer(0, QString(), std::move(more));
    made.task = task;
    made.applied = applied;
    return made;
}

TaskId taskOf(const QJsonObject& request)
{
    return request[QLatin1String("TaskID")].toInteger();
}

bool namesOurApp(const QJsonObject& request)
{
    return request[QLatin1String("Sdkappid")].toInteger() == practiceaccount::sdkAppId;
}

std::optional<Answer> tooLate(const PracticeBook::Entry& entry, const QDateTime& now)
{
    switch (PracticeBook::statusAt(entry, now)) {
    case TaskStatus::Dispatching:
        return refused(tooLateDispatching, QStringLiteral("delete failed: task dispatching"), entry.id);
    case TaskStatus::Dispatched:
        return refused(tooLateDispatched, QStringLiteral("delete failed: task dispatched"), entry.id);
    default: return {};
    }
}

int signatureFault(const QByteArray& signature, const QString& identifier, const QDateTime& now)
{
    const auto sig = readUserSig(signature);
    if (!sig)
        return sig.error() == UserSigFault::Empty ? 70002 : 70003;
    if (sig->identifier != identifier)
        return 70013;
    if (sig->sdkAppId != practiceaccount::sdkAppId)
        return 70014;
    const qint64 signedAt = sig->signedAt.toSecsSinceEpoch();
    const qint64 life = sig->expiresAt.toSecsSinceEpoch() - signedAt;
    if (userSigHmac(identifier, sig->sdkAppId, practiceaccount::secretKey(), signedAt, life) != sig->signature)
        return 70009;
    return now > sig->expiresAt ? 70001 : 0;
}

} // namespace

std::optional<Answer> PracticeProtocol::countCall(const QString& command, const QDateTime& now)
{
    const int limit = command == QLatin1String("revoke") ? 1 : m_rate;
    auto& calls = m_calls[command];
    const qint64 at = now.toMSecsSinceEpoch();
    while (!calls.empty() && at - calls.front() >= 1'000)
        calls.pop_front();
    if (int(calls.size()) >= limit)
        return refused(command == QLatin1String("revoke") ? recallRateExceeded : rateExceeded,
            QStringLiteral("request frequency limit"));
    calls.push_back(at);
    return {};
}

Answer PracticeProtocol::handle(
    const QString& command, const QUrlQuery& query, const QByteArray& body, const QDateTime& now)
{
    const bool recalls
        = command == QLatin1String("revoke"); // document 60571 has codes of its own for two of the common ones
    if (const int fault = accountFault(query, now))
        return refused(recalls && fault == notAdministrator ? recallNeedsAdministrator : fault,
            QStringLiteral("account check failed"));
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return refused(recalls ? recallUnreadable : 60003, QStringLiteral("body is not json"));
    const QJsonObject request = document.object();
    if (recalls)
        return revoke(request, now);
    if (!namesOurApp(request))
        return refused(parametersRefused, QStringLiteral("invalid Sdkappid"), taskOf(request));
    if (command == QLatin1String("delete_sched_task"))
        return remove(request, now);
    if (command == QLatin1String("get_sched_task"))
        return get(request, now);
    if (command == QLatin1String("list_sched_task"))
        return list(request, now);
    if (command == QLatin1String("add_sched_task"))
        return add(request, now);
    if (command == QLatin1String("modify_sched_task"))
        return modify(request, now);
    return refused(60009, QStringLiteral("no such command"));
}

int PracticeProtocol::accountFault(const QUrlQuery& query, const QDateTime& now) const
{
    const QString app = query.queryItemValue(QStringLiteral("sdkappid"), QUrl::FullyDecoded);
    const QString identifier = query.queryItemValue(QStringLiteral("identifier"), QUrl::FullyDecoded);
    if (app.isEmpty())
        return 60012;
    if (app.toULongLong() != practiceaccount::sdkAppId)
        return 70020;
    if (query.queryItemValue(QStringLiteral("contenttype")) != QLatin1String("json")
        || !query.hasQueryItem(QStringLiteral("random")))
        return 60025;
    const QByteArray signature = query.queryItemValue(QStringLiteral("usersig"), QUrl::FullyDecoded).toLatin1();
    if (const int fault = signatureFault(signature, identifier, now))
        return fault;
    return identifier == practiceaccount::identifier() ? 0 : notAdministrator;
}

Answer PracticeProtocol::remove(const QJsonObject& request, const QDateTime& now)
{
    const TaskId task = taskOf(request);
    const PracticeBook::Entry* entry = m_book.find(task);
    if (!entry)
        return refused(parametersRefused, QStringLiteral("delete failed: task not found"), task);
    if (request[QLatin1String("Type")].toString() != audienceWord(entry->audience))
        return refused(parametersRefused, QStringLiteral("delete failed: invalid Type"), task);
    if (const auto late = tooLate(*entry, now))
        return *late;
    m_book.remove(task);
    return done(task, { { QStringLiteral("TaskID"), task } }, true);
}

Answer PracticeProtocol::get(const QJsonObject& request, const QDateTime& now) const
{
    const TaskId task = taskOf(request);
    const PracticeBook::Entry* entry = m_book.find(task);
    if (!entry)
        return refused(parametersRefused, QStringLiteral("task not found"), task);
    return done(task,
        { { QStringLiteral("TaskInfo"), PracticeBook::taskInfo(*entry, practiceaccount::sdkAppId, now) } }, false);
}

Answer PracticeProtocol::list(const QJsonObject& request, const QDateTime& now) const
{
    const QDateTime from = fromServiceTime(request[QLatin1String("BeginTime")].toString());
    const QDateTime until = fromServiceTime(request[QLatin1String("EndTime")].toString());
    const int offset = request[QLatin1String("Offset")].toInt(-1);
    const int want = request[QLatin1String("Want")].toInt(0);
    const QString order = request[QLatin1String("OrderBy")].toString();
    const bool bySchedule = order == QLatin1String(m_camelCase ? "schedAt" : "schedat");
    const bool orderKnown = bySchedule || order == QLatin1String(m_camelCase ? "createAt" : "createat");
    if (!from.isValid() || !until.isValid() || until < from || from.secsTo(until) > mostSecondsListed || offset < 0
        || want <= 0 || !orderKnown)
        return refused(parametersRefused, QStringLiteral("invalid list parameters"));

    const QString keyword = request[QLatin1String("Keyword")].toString();
    QList<PracticeBook::Entry> found;
    for (const PracticeBook::Entry& entry : m_book.entries()) {
        const QJsonValue shown = entry.content[QLatin1String("OfflinePushInfo")];
        const bool matches = shown[QLatin1String("Title")].toString().contains(keyword, Qt::CaseInsensitive)
            || shown[QLatin1String("Desc")].toString().contains(keyword, Qt::CaseInsensitive);
        if (entry.goesOutAt >= from && entry.goesOutAt <= until && matches)
            found.append(entry);
    }
    const bool ascending = request[QLatin1String("Asc")].toBool();
    std::stable_sort(found.begin(), found.end(), [=](const auto& a, const auto& b) {
        const auto& left = ascending ? a : b;
        const auto& right = ascending ? b : a;
        return bySchedule ? left.goesOutAt < right.goesOutAt : left.createdAt < right.createdAt;
    });
    QJsonArray rows;
    for (const auto& entry : found.mid(offset, want))
        rows.append(PracticeBook::taskInfo(entry, practiceaccount::sdkAppId, now));
    return done(0, { { QStringLiteral("Total"), found.size() }, { QStringLiteral("Tasks"), rows } }, false);
}

Answer PracticeProtocol::add(const QJsonObject& request, const QDateTime& now)
{
    const auto audience = audienceFromWord(request[QLatin1String("Type")].toString());
    const QDateTime goesOutAt = fromServiceTime(request[QLatin1String("SchedAt")].toString());
    if (!audience || !goesOutAt.isValid() || goesOutAt <= now || !request[QLatin1String("Content")].isObject())
        return refused(parametersRefused, QStringLiteral("invalid parameters"));
    const TaskId task = m_book.add({ 0, *audience, now, goesOutAt, request[QLatin1String("Content")].toObject() });
    return done(task, { { QStringLiteral("TaskID"), task } }, true);
}

Answer PracticeProtocol::modify(const QJsonObject& request, const QDateTime& now)
{
    const TaskId task = taskOf(request);
    PracticeBook::Entry* entry = m_book.find(task);
    if (!entry || request[QLatin1String("Type")].toString() != audienceWord(entry->audience))
        return refused(parametersRefused, QStringLiteral("invalid TaskID or Type"), task);
    if (const auto late = tooLate(*entry, now))
        return *late;
    if (const QString time = request[QLatin1String("SchedAt")].toString(); !time.isEmpty()) {
        const QDateTime goesOutAt = fromServiceTime(time);
        if (!goesOutAt.isValid() || goesOutAt <= now)
            return refused(parametersRefused, QStringLiteral("invalid SchedAt"), task);
        entry->goesOutAt = goesOutAt;
    }
    if (request[QLatin1String("Content")].isObject())
        entry->content = request[QLatin1String("Content")].toObject();
    return done(task, { { QStringLiteral("TaskID"), task } }, true);
}

Answer PracticeProtocol::revoke(const QJsonObject& request, const QDateTime& now)
{
    PracticeBook::Entry* entry = m_book.findPush(request[QLatin1String("TaskId")].toString());
    if (!entry || PracticeBook::statusAt(*entry, now) != TaskStatus::Dispatched)
        return refused(90049, QStringLiteral("task not found"));
    if (entry->revoked)
        return refused(90050, QStringLiteral("already revoked"), entry->id);
    if (entry->goesOutAt.secsTo(now) > 24 * 3600)
        return refused(90052, QStringLiteral("revoke period is over"), entry->id);
    // A push that stored no message leaves nothing to take back but the notification, which needs another in its place.
    if (entry->content[QLatin1String("OnlineOnlyFlag")].toInt() == 1
        && !request[QLatin1String("OfflinePushInfo")].isObject())
        return refused(recallNeedsReplacement, QStringLiteral("OfflinePushInfo is needed"), entry->id);
    entry->revoked = true;
    return done(entry->id, {}, true);
}

} // namespace pushbrake
