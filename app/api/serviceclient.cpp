#include "api/serviceclient.h"

#include "api/errorcatalogue.h"
#include "api/limits.h"
#include "api/usersig.h"
#include "domain/foreigntext.h"

#include <QRandomGenerator>
#include <QTimer>

namespace pushbrake {

namespace {

template<typename Reply> std::expected<ReplyHead, ReplyFault> headOf(const std::expected<Reply, ReplyFault>& reply)
{
    if (!reply)
        return std::unexpected { reply.error() };
    return reply->head;
}

} // namespace

void endSlot(SendGate::Slot& slot, const CallReport& report)
{
    if (!report.mayHaveArrived)
        slot.unsent();
    else if (report.answered() && codeMeaning(report.code) == CodeMeaning::RateLimited)
        slot.refused();
    else if (report.httpStatus != 0)
        slot.answered();
    else
        slot.abandoned();
}

ServiceClient::ServiceClient(Account account, Transport& transport, ServiceClock& clock)
    : m_account(std::move(account))
    , m_transport(transport)
    , m_clock(clock)
{
}

void ServiceClient::replaceAccount(Account account)
{
    m_account = std::move(account);
    renewSignature();
}

bool ServiceClient::renewSignature()
{
    m_signed.wipe();
    return canSign();
}

const Secret& ServiceClient::userSig()
{
    if (!canSign())
        return m_account.secret();
    const SteadyTime now = m_clock.steadyNow();
    if (m_signed.isEmpty() || now >= m_signedUntil) {
        m_signed = signUserSig(
            m_account.profile.identifier, sdkAppId(), m_account.secret(), m_clock.utcNow(), limits::signatureLife);
        m_signedUntil = now + limits::signatureLife - limits::signatureRenewedBefore;
    }
    return m_signed;
}

CallReport ServiceClient::heard(const HttpOutcome& outcome)
{
    CallReport report;
    report.mayHaveArrived = outcome.bodyRead;
    report.fault = outcome.fault;
    report.httpStatus = outcome.httpStatus;
    report.serverDate = outcome.serverDate;
    // A gateway's own answer is dated by the gateway.
    if (report.answered())
        m_clock.heard(outcome.serverDate, outcome.roundTrip);
    return report;
}

template<typename Foreign> Foreign ServiceClient::cleaned(Foreign text) const
{
    return withoutSecrets(std::move(text), { &m_signed, &m_account.secret() });
}

// Puts what the reader found into the report: an answer that cannot be read is no answer.
void ServiceClient::takeHead(CallReport& report, const std::expected<ReplyHead, ReplyFault>& head) const
{
    if (!head) {
        report.fault = NetFault::Unreadable;
        return;
    }
    report.code = head->code;
    report.serviceText = cleaned(head->text);
}

HttpRequest ServiceClient::request(Command command, quint32 random, QByteArray body, Milliseconds deadline)
{
    const Profile& profile = m_account.profile;
    const Caller caller { profile.host(), profile.isPractice(), profile.sdkAppId, profile.identifier, &userSig(),
        profile.practiceToken };
    return { requestUrl(caller, command, random), std::move(body), deadline };
}

void ServiceClient::post(HttpRequest request, QObject* context, Transport::Done read)
{
    if (!m_account.secret().isEmpty()) {
        m_transport.post(std::move(request), context, std::move(read));
        return;
    }
    QTimer::singleShot(0, context, [read = std::move(read)]() mutable {
        HttpOutcome refused;
        refused.fault = NetFault::NoSecret;
        read(refused);
    });
}

void ServiceClient::change(
    ChangeRequest change, quint32 random, QObject* context, std::move_only_function<void(const CallReport&)> done)
{
    auto read = [this, task = change.task, readReply = change.readReply, done = std::move(done)](
                    const HttpOutcome& outcome) mutable {
        CallReport report = heard(outcome);
        if (report.answered())
            takeHead(report, readReply(outcome.body, task));
        done(report);
    };
    HttpRequest posted = request(change.command, random, std::move(change.body), change.deadline);
    posted.ownConnection = true;
    post(std::move(posted), context, std::move(read));
}

void ServiceClient::getTask(TaskId task, QObject* context,
    std::move_only_function<void(const CallReport&, const Task&)> done, Milliseconds deadline)
{
    auto read = [this, task, done = std::move(done)](const HttpOutcome& outcome) mutable {
        CallReport report = heard(outcome);
        Task found;
        found.id = task;
        if (report.answered()) {
            const auto reply = readGetReply(outcome.body, task);
            takeHead(report, headOf(reply));
            if (report.ok())
                found = cleaned(reply->task);
            m_getAnswers = m_getAnswers || report.ok();
        }
        done(report, found);
    };
    const quint32 random = QRandomGenerator::system()->generate();
    post(request(Command::Get, random, getBody(sdkAppId(), task), deadline), context, std::move(read));
}

void ServiceClient::listTasks(
    const ListQuery& query, QObject* context, std::move_only_function<void(const CallReport&, const ListReply&)> done)
{
    auto read = [this, done = std::move(done)](const HttpOutcome& outcome) mutable {
        CallReport report = heard(outcome);
        ListReply page;
        if (report.answered()) {
            const auto reply = readListReply(outcome.body);
            takeHead(report, headOf(reply));
            if (report.ok())
                page = *reply;
            for (Task& task : page.tasks)
                task = cleaned(std::move(task));
        }
        done(report, page);
    };
    const quint32 random = QRandomGenerator::system()->generate();
    post(request(Command::List, random, listBody(sdkAppId(), query), limits::readDeadline), context, std::move(read));
}

} // namespace pushbrake
