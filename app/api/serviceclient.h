// Talks to the service for one account: builds, signs, sends through the gate's slot, reads the answer strictly.
// Never sends anything twice, and nothing at all without a secret that was entered for this very account. Owned by
// AppSession or ConnectionTest; each call is answered exactly once unless `context` is gone.
#pragma once

#include "api/limits.h"
#include "api/reply.h"
#include "api/requests.h"
#include "domain/profile.h"
#include "domain/serviceclock.h"
#include "net/sendgate.h"
#include "net/transport.h"

#include <functional>

class QObject;

namespace pushbrake {

/// How a call went, without its content. ok() means: a well-formed answer with ErrorCode 0.
struct CallReport
{
    bool mayHaveArrived = false; ///< false: certainly never left
    NetFault fault = NetFault::None;
    int httpStatus = 0;
    int code = 0; ///< ErrorCode; meaningful with NetFault::None
    QString serviceText; ///< ErrorInfo, foreign text
    QDateTime serverDate; ///< UTC; invalid when absent

    bool answered() const { return fault == NetFault::None; }
    bool ok() const { return answered() && code == 0; }
};

/// Gives a slot back by what is known of its request.
void endSlot(SendGate::Slot& slot, const CallReport& report);

/// What changes a task, and how its answer is read.
struct ChangeRequest
{
    Command command;
    TaskId task;
    QByteArray body;
    std::expected<ReplyHead, ReplyFault> (*readReply)(const QByteArray& body, TaskId sent);
    Milliseconds deadline = limits::changeDeadline;
};

class ServiceClient
{
public:
    /// Borrows transport and clock; the latter hears what the answers say of the service's time. Signs anew by itself
    /// when the account holds a secret key.
    ServiceClient(Account account, Transport& transport, ServiceClock& clock);

    const Profile& profile() const { return m_account.profile; }
    /// Uses another secret from now on (the account was mended).
    void replaceAccount(Account account);
    /// Makes the next request sign anew; true when the account can (it holds a secret key).
    bool renewSignature();
    bool canSign() const { return m_account.profile.kind == CredentialKind::SecretKey; }

    void change(
        ChangeRequest change, quint32 random, QObject* context, std::move_only_function<void(const CallReport&)> done);
    void getTask(TaskId task, QObject* context, std::move_only_function<void(const CallReport&, const Task&)> done,
        Milliseconds deadline = limits::readDeadline);
    /// get_sched_task has answered for a task of this app: what it says of one that is not there means that.
    bool getAnswers() const { return m_getAnswers; }
    void listTasks(const ListQuery& query, QObject* context,
        std::move_only_function<void(const CallReport&, const ListReply&)> done);

private:
    CallReport heard(const HttpOutcome& outcome);
    /// A text or a task of the service, without what it repeats of our secrets.
    template<typename Foreign> Foreign cleaned(Foreign text) const;
    void takeHead(CallReport& report, const std::expected<ReplyHead, ReplyFault>& head) const;
    HttpRequest request(Command command, quint32 random, QByteArray body, Milliseconds deadline);
    void post(HttpRequest request, QObject* context, Transport::Done read);
    quint32 sdkAppId() const { return m_account.profile.sdkAppId; }
    const Secret& userSig();

    Account m_account;
    Transport& m_transport;
    ServiceClock& m_clock;
    Secret m_signed; ///< from the secret key, good until m_signedUntil
    SteadyTime m_signedUntil;
    bool m_getAnswers = false;
};

} // namespace pushbrake
