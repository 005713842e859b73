// A scheduled push task as the program knows it: what was typed, what the service said, what happened last.
// A plain value; the task list in store/ owns the lasting copy.
#pragma once

#include "domain/origin.h"
#include "domain/outcome.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace pushbrake {

/// The service's number of a scheduled task: 1..2^63-1, signed 64-bit everywhere. 0 means none.
using TaskId = qint64;

/// `Type` of the service (document 78841): who gets the push.
enum class Audience { All, Tag, User };

/// The service's word for an audience, exactly as sent ("All", "Tag", "User").
QString audienceWord(Audience audience);
/// Reads the service's word; case-sensitive as the service is. Nothing for any other word.
std::optional<Audience> audienceFromWord(const QString& word);

/// Where the service says a task stands. Other keeps a word the program does not know (see Task::statusWord);
/// only Pending may be cancelled. NotRead: the service was never asked.
enum class TaskStatus { NotRead, Pending, Dispatching, Dispatched, Gone, Other };

/// Reads the service's status word, ignoring case; an unknown word gives Other.
TaskStatus taskStatusFromWord(const QString& word);

struct Task
{
    TaskId id = 0;
    std::optional<Audience> audience;
    QString title;
    QString description;
    QDateTime goesOutAt; ///< UTC; invalid when not known
    TaskStatus status = TaskStatus::NotRead;
    QString statusWord; ///< as the service wrote it
    QString note;
    QString pushTaskId; ///< of the push made at dispatch, for recall; empty while pending
    std::optional<Outcome> lastOutcome;
    int lastCode = 0; ///< the service's ErrorCode of the last result
    QDateTime lastResultAt; ///< UTC; invalid when never tried
    bool lastChecked = false; ///< the outcome was confirmed by reading the task
    bool readFromService = false; ///< title, audience, time and status come from the service
    quint16 origin = origin::notKnown; ///< of when it was first known; no later word changes it

    bool operator==(const Task&) const = default;
};

/// `known` with what the service says of it in `read`; what it leaves out stays as it was, and what is the person's or
/// of a run stays too. The list in store/ does the same to its rows.
Task withServicesWord(Task known, const Task& read);

/// `known` with what became of it: the outcome tells the status as well, and what the service says later wins over it.
Task withResult(Task known, const SettledResult& result);

/// The service has called it pending since it was cancelled, or too late for it: that result is of the past.
bool isScheduledAgain(TaskStatus status, std::optional<Outcome> lastOutcome);
bool isScheduledAgain(const Task& task);

/// `read` was asked for at `askedAt`, before a cancellation that was confirmed since: that it was scheduled is of the
/// past.
bool isOlderThanResult(const Task& known, const Task& read, const QDateTime& askedAt);

/// In the same order.
QList<TaskId> idsOf(const QList<Task>& tasks);

/// As far as is known it is still to go out: pending by the service's word, or never asked about.
bool mayStillGoOut(TaskStatus status);
bool mayStillGoOut(const Task& task);

/// Whether a cancellation may be asked for: what the service calls pending, or what it was never asked about
/// provided that its audience is known. An unknown status word is never cancellable by guess.
bool isCancellable(const Task& task);

} // namespace pushbrake
