// What was expected of one push beside what the service said of it in this check, and the word for it. A plain value,
// made by the functions below and by nothing else; CheckRun hands it out, ui/ makes the sentences.
#pragma once

#include "api/serviceclient.h"
#include "domain/checkcounts.h"
#include "domain/expectation.h"

namespace pushbrake {

enum class CheckField { GoesOut, Audience, Title, Status };

struct Comparison
{
    CheckVerdict verdict = CheckVerdict::NotRead;
    Expectation expected {}; ///< no more than the ID of a push that was not expected
    Task found {}; ///< the service's word; its status is NotRead where there is none
    QList<CheckField> differences {}; ///< of one that is going out as well
    CallReport fault {}; ///< why it was not read
    QDateTime cancelledBefore {}; ///< UTC, of one that is missing: when it was cancelled by this program; else invalid
    QDateTime cancelledSince {}; ///< UTC: when it was cancelled by this program, after it was read; else invalid

    TaskId id() const { return expected.id; }
    bool differsIn(CheckField field) const { return differences.contains(field); }
};

/// By the service's answer to a look at the task. What is no answer about the task makes NotRead, never anything else.
Comparison compared(const Expectation& expected, const CallReport& report, const Task& read, const QDateTime& now);
/// By what the list shows of it.
Comparison comparedWithRow(const Expectation& expected, const Task& row, const QDateTime& now);
/// Whether a row of the list says all that is to be compared; otherwise the task itself is looked at.
bool tellsEnough(const Task& row, const Expectation& expected);
Comparison notRead(const Expectation& expected, const CallReport& why);
Comparison notExpected(const Task& row);

/// Still to go out as far as the check tells, and not cancelled since.
bool isScheduled(const Comparison& comparison);
/// The cancellation was confirmed at `at`, later than it was read. Of what was not to go out any more it says nothing.
Comparison cancelledSince(Comparison comparison, const QDateTime& at);

/// In the same order.
QList<TaskId> idsOf(const QList<Comparison>& comparisons);
/// What the service said of them, also that it has none; of those that were read.
QList<Task> foundIn(const QList<Comparison>& comparisons);

/// The order in which people read them: the worst first, then what goes out soonest.
bool isWorse(const Comparison& first, const Comparison& second);

} // namespace pushbrake
