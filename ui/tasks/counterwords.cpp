#include "ui/tasks/counterwords.h"

#include "ui/words/times.h"

#include <QCoreApplication>
#include <QStringList>

namespace pushbrake {

namespace {

struct CounterWords
{
    Q_DECLARE_TR_FUNCTIONS(CounterWords)
};

QString readingWords(const CounterFacts& facts)
{
    if (*facts.readSoFar == 0)
        return CounterWords::tr("Reading…");
    if (!facts.readShare)
        return CounterWords::tr("Reading… %L1 so far").arg(*facts.readSoFar);
    //: %1: pushes that were read; %2: percent of the days that are read
    return CounterWords::tr("Reading… %L1 so far, %2 %").arg(*facts.readSoFar).arg(int(*facts.readShare * 100));
}

} // namespace

QString counterWords(const CounterFacts& facts, const QDateTime& now)
{
    QStringList parts;
    if (facts.readSoFar)
        parts << readingWords(facts);
    if (!facts.writing.isEmpty())
        parts << facts.writing;
    if (facts.isLooking)
        parts << CounterWords::tr("Looking through the list…");
    else if (facts.isFiltering)
        parts
            << CounterWords::tr("%1 of %n push(es) shown", nullptr, facts.listed).arg(facts.shown - facts.shownForRun);
    else if (facts.listed != facts.readSoFar) // otherwise the same number stands there already
        parts << CounterWords::tr("%n push(es)", nullptr, facts.listed);
    if (facts.shownForRun > 0)
        parts << CounterWords::tr("%n more shown while it is (they are) being cancelled", nullptr, facts.shownForRun);
    if (facts.mayBeMore && !facts.readSoFar)
        parts << CounterWords::tr("there may be more");
    if (facts.soonest.isValid())
        parts << CounterWords::tr("soonest %1").arg(sentences::timeLeft(facts.soonest, now));
    if (facts.selected > 0)
        parts << CounterWords::tr("%n selected", nullptr, int(facts.selected));
    if (facts.soonestSelected.isValid() && facts.soonestSelected != facts.soonest)
        parts << CounterWords::tr("soonest of them %1").arg(sentences::timeLeft(facts.soonestSelected, now));
    return parts.join(QStringLiteral(" · "));
}

} // namespace pushbrake
