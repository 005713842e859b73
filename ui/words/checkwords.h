// What a check before a campaign says: of each push in a word and in whole sentences, and of all of them in counts.
// Pure.
#pragma once

#include "api/listrange.h"
#include "check/comparison.h"
#include "ui/words/badges.h"
#include "ui/words/times.h"

#include <QString>

namespace pushbrake::sentences {

Badge checkBadge(CheckVerdict verdict);
/// The same with what differs: "Differs: time, title".
QString checkResult(const Comparison& comparison);
/// "3 differ, 1 missing, 40 as expected": what is not none, the worst first.
QString checkCounts(const CheckCounts& counts);
/// The worst that there is; Expected where all is well.
CheckVerdict worstOf(const CheckCounts& counts);
/// Everything about one push in whole sentences. `now`: UTC.
QString checkSentences(const Comparison& comparison);

/// From when until when others were looked for.
QString rangeWords(const ListRange& range, const QDateTime& now);
/// When a push is expected to go out, no more exactly than it was given: "Thu 26 Nov 10:00" for any second of that
/// minute.
QString expectedTime(const Expectation& expected, const QDateTime& now);

} // namespace pushbrake::sentences
