#include "check/comparison.h"

#include "api/errorcatalogue.h"

#include <limits>
#include <tuple>

namespace pushbrake {

namespace {

/// A push whose time is over by more than that should be on its way.
constexpr qint64 lateSeconds = 60;

bool isSameSecond(const QDateTime& first, const QDateTime& second)
{
    return second.isValid() && first.toSecsSinceEpoch() == second.toSecsSinceEpoch();
}

bool isAsScheduled(const Task& found, const QDateTime& now)
{
    const bool isLate = found.goesOutAt.isValid() && found.goesOutAt.secsTo(now) > lateSeconds;
    return found.status == TaskStatus::Pending && !isLate;
}

QList<CheckField> differencesOf(const Expectation& expected, const Task& found)
{
    QList<CheckField> fields;
    if (expected.goesOutAt.isValid() && !isSameSecond(expected.goesOutAt, found.goesOutAt))
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

bool isWorse(const Comparison& first, const Comparison& second)
{
    return std::tuple(first.verdict, dueOf(first), first.id()) < std::tuple(second.verdict, dueOf(second), second.id());
}

} // namespace pushbrake
