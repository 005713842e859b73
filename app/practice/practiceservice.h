// The practice service: the real protocol on the loopback, for training and for the tests (documents 78839-78843,
// 60571). Listens on 127.0.0.1 only. Owned by Program or by a test; knows api/ only.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "domain/task.h"
#include "practice/faults.h"
#include "practice/httpconnection.h"
#include "practice/practiceaccount.h"

#include <QObject>

#include <memory>

namespace pushbrake {

class PracticeServer;

class PracticeService : public QObject
{
    Q_OBJECT
public:
    /// The app that the service knows; its key signs and checks every UserSig.
    static constexpr quint32 sdkAppId = practiceaccount::sdkAppId;
    static QString identifier(); ///< "administrator"
    static QByteArray secretKey();

    struct Tls
    {
        QString certificateFile; ///< PEM
        QString keyFile; ///< PEM
    };

    /// Borrows the clock.
    explicit PracticeService(const Clock& clock, QObject* parent = nullptr);
    ~PracticeService() override;

    /// Port listened on, or 0 when none could be had. Plain HTTP, below a path that only account() knows.
    quint16 listen(quint16 port = 0);
    /// The same over TLS and without that path: for callers that set up an app by hand, as for a real service.
    quint16 listenTls(const Tls& tls, quint16 port = 0);
    /// Hangs up on every caller and listens no more. The tasks stay for the next time.
    void close();

    /// The account that opens it: region Practice, host 127.0.0.1:PORT, a token, secret key.
    Account account() const;

    /// A dozen believable tasks that go out from a minute to a few days from now, and some that have gone.
    void addSampleTasks();
    void addTask(const Task& task);
    /// What stands there now; Gone when it was deleted or never known.
    TaskStatus statusOf(TaskId task) const;

    /// Of what listens from now on.
    void setLimits(const HttpLimits& limits);
    void setFaults(const Faults& faults);
    void setLatency(Milliseconds oneWay, Milliseconds jitter = Milliseconds(0));
    /// Calls of each command a second that are allowed; more are answered with 60007.
    void setRate(int callsASecond);
    /// OrderBy of list_sched_task is "schedAt" rather than "schedat"; the service itself is met with either.
    void setCamelCase(bool camelCase);

    /// What really happened, in order.
    struct LogEntry
    {
        QString command; ///< "delete_sched_task"
        TaskId task = 0;
        int code = 0; ///< answered, or meant to be
        bool applied = false; ///< the task was really deleted, added, changed or revoked
        QString fault; ///< name of the fault that struck, empty for none
        QDateTime at; ///< UTC
    };
    const QList<LogEntry>& log() const;
    /// Requests of delete_sched_task that the service read whole, refused ones included.
    int deletionsReceived() const;

Q_SIGNALS:
    void logged(const pushbrake::PracticeService::LogEntry& entry);

private:
    PracticeServer* makeServer();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pushbrake
