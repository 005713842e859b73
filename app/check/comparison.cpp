#include "check/comparison.h"

#include "api/errorcatalogue.h"

#include <limits>
#include <tuple>

namespace pushbrake {

namespace {

/// A push whose time is over by more than that should be on its way.
constexpr qint64 lateSeconds = 60;

/// As exactly as it was given: to the second, or within the minute.
bool isAsTimed(const Expectation& expected, const QDateTime& found)
{
    return found.isValid() && expected.goesOutAt.toSecsSinceEpoch() <= found.toSecsSinceEpoch()
        && found.toSecsSinceEpoch() <= expected.lastSecond().toSecsSinceEpoch();
}

bool isAsScheduled(const Task& found, const QDateTime& now)
{
    const bool isLate = found.goesOutAt.isValid() && found.goesOutAt.secsTo(now) > lateSeconds;
    return found.status == TaskStatus::Pending && !isLate;
}

QList<CheckField> differencesOf(const Expectation& expected, const Task& found)
{
    QList<CheckField> fields;
    if (expected.goesOutAt.isValid() && !isAsTimed(expected, found.goesOutAt))
        fields.append(CheckField::GoesOut);
    if (expected.audience && expected.audience != found.audience)
        fields.append(CheckField::Audience);
    if (const QString title = expected.title.simplified(); !title.isEmpty() && title != found.title.simplified())
        fields.append(CheckField::Title);
    return fields;
}

Comparison missing(const Expectation& expected)
{
    Comparison comparison { CheckVerdict::Missing, expected };
    comparison.found.id = expected.id;
    comparison.found.status = TaskStatus::Gone;
    return comparison;
}

qint64 dueOf(const Comparison& comparison)
{
    const QDateTime& due
        = comparison.found.goesOutAt.isValid() ? comparison.found.goesOutAt : comparison.expected.goesOutAt;
    return due.isValid() ? due.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

} // namespace

Comparison compared(const Expectation& expected, const CallReport& report, const Task& read, const QDateTime& now)
{
    if (report.answered() && saysNoSuchTask(report.code))
        return missing(expected);
    return report.ok() ? comparedWithRow(expected, read, now) : notRead(expected, report);
}

Comparison comparedWithRow(const Expectation& expected, const Task& row, const QDateTime& now)
{
    Comparison comparison { CheckVerdict::Expected, expected, row, differencesOf(expected, row) };
    switch (row.status) {
    case TaskStatus::Gone: return missing(expected);
    case TaskStatus::NotRead: return notRead(expected, {});
    case TaskStatus::Dispatching:
    case TaskStatus::Dispatched: comparison.verdict = CheckVerdict::GoingOut; return comparison;
    case TaskStatus::Pending:
    case TaskStatus::Other: break;
    }
    if (!isAsScheduled(row, now))
        comparison.differences.append(CheckField::Status);
    if (!comparison.differences.isEmpty())
        comparison.verdict = CheckVerdict::Differs;
    return comparison;
}

bool tellsEnough(const Task& row, const Expectation& expected)
{
    return !row.statusWord.isEmpty() && (!expected.goesOutAt.isValid() || row.goesOutAt.isValid())
        && (!expected.audience || row.audience) && (expected.title.isEmpty() || !row.title.isEmpty());
}

Comparison notRead(const Expectation& expected, const CallReport& why)
{
    Comparison comparison { CheckVerdict::NotRead, expected };
    comparison.found.id = expected.id;
    comparison.fault = why;
    return comparison;
}

Comparison notExpected(const Task& row)
{
    Comparison comparison { CheckVerdict::NotExpected, { row.id }, row };
    return comparison;
}

bool isScheduled(const Comparison& comparison)
{
    return comparison.found.status == TaskStatus::Pending && !comparison.cancelledSince.isValid();
}

Comparison cancelledSince(Comparison comparison, const QDateTime& at)
{
    if (mayStillGoOut(comparison.found) || comparison.found.status == TaskStatus::Other)
        comparison.cancelledSince = at;
    return comparison;
}

QList<TaskId> idsOf(const QList<Comparison>& comparisons)
{
    QList<TaskId> ids;
    for (const Comparison& comparison : comparisons)
        ids.append(comparison.id());
    return ids;
}

QList<Task> foundIn(const QList<Comparison>& comparisons)
{
    QList<Task> found;
    for (const Comparison& comparison : comparisons) {
        if (comparison.found.status != TaskStatus::NotRead)
            found.append(comparison.found);
    }
    return found;
}

bool isWorse(const Comparison& first, const Comparison& second)
{
    return std::tuple(first.verdict, dueOf(first), first.id()) < std::tuple(second.verdict, dueOf(second), second.id());
}

} // namespace pushbrake
