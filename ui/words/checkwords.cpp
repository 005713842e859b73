#include "ui/words/checkwords.h"

#include "ui/look/theme.h"
#include "ui/words/historywords.h"
#include "ui/words/results.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace pushbrake::sentences {

namespace {

struct CheckWords
{
    Q_DECLARE_TR_FUNCTIONS(CheckWords)
};

QString fieldName(CheckField field)
{
    switch (field) {
    case CheckField::GoesOut: return CheckWords::tr("time", "what differs");
    case CheckField::Audience: return CheckWords::tr("audience", "what differs");
    case CheckField::Title: return CheckWords::tr("title", "what differs");
    case CheckField::Status: break;
    }
    return CheckWords::tr("status", "what differs");
}

QString countWords(CheckVerdict verdict, int count)
{
    switch (verdict) {
    case CheckVerdict::Differs: return CheckWords::tr("%Ln differ(s)", nullptr, count);
    case CheckVerdict::Missing: return CheckWords::tr("%L1 missing").arg(count);
    case CheckVerdict::GoingOut: return CheckWords::tr("%L1 already going out").arg(count);
    case CheckVerdict::NotExpected: return CheckWords::tr("%L1 not expected").arg(count);
    case CheckVerdict::NotRead: return CheckWords::tr("%L1 not read").arg(count);
    case CheckVerdict::Expected: break;
    }
    return CheckWords::tr("%L1 as expected").arg(count);
}

QString titleWords(const QString& title)
{
    return CheckWords::tr("“%1”").arg(theme::brief(title.simplified()));
}

QString statusSentence(const Task& found)
{
    if (found.status == TaskStatus::Pending)
        return CheckWords::tr("Its time is over, and the service still calls it scheduled.");
    return found.statusWord.isEmpty()
        ? CheckWords::tr("The service does not say whether it is scheduled.")
        : CheckWords::tr("The service gives it a status that Pushbrake does not know: %1.")
              .arg(theme::brief(found.statusWord));
}

QString difference(const Comparison& comparison, CheckField field)
{
    const Expectation& expected = comparison.expected;
    const Task& found = comparison.found;
    switch (field) {
    case CheckField::GoesOut: {
        const QString moment = momentInBothZones(expected.goesOutAt);
        const QString wanted = expected.precision == TimePrecision::Minute
            ? CheckWords::tr("within the minute from %1", "a time").arg(moment)
            : moment;
        return found.goesOutAt.isValid()
            ? CheckWords::tr("Expected to go out: %1. At the service: %2.")
                  .arg(wanted, momentInBothZones(found.goesOutAt))
            : CheckWords::tr("Expected to go out: %1. The service does not say when.").arg(wanted);
    }
    case CheckField::Audience:
        return found.audience ? CheckWords::tr("Expected to go to: %1. At the service: %2.")
                                    .arg(audienceWords(expected.audience), audienceWords(found.audience))
                              : CheckWords::tr("Expected to go to: %1. The service does not say to whom.")
                                    .arg(audienceWords(expected.audience));
    case CheckField::Title:
        return found.title.isEmpty()
            ? CheckWords::tr("Expected title: %1. The service does not give one.").arg(titleWords(expected.title))
            : CheckWords::tr("Expected title: %1. At the service: %2.")
                  .arg(titleWords(expected.title), titleWords(found.title));
    case CheckField::Status: break;
    }
    return statusSentence(found);
}

QString notReadSentences(const CallReport& why)
{
    if (why.fault == NetFault::Stopped)
        return CheckWords::tr("The check was stopped before this push was read. What the service has of it is not "
                              "known.");
    return CheckWords::tr("What the service has of this push is not known: it could not be read. %1")
        .arg(callProblem(why));
}

QString firstSentence(const Comparison& comparison)
{
    switch (comparison.verdict) {
    case CheckVerdict::Differs: return {};
    case CheckVerdict::Missing:
        if (comparison.cancelledBefore.isValid())
            return CheckWords::tr("It was cancelled here at %1: the service has it no more.", "a time")
                .arg(exactTime(comparison.cancelledBefore, comparison.cancelledBefore));
        return CheckWords::tr("The service has no push of this task ID in this app. It was cancelled, or the ID is of "
                              "another app, or wrong.");
    case CheckVerdict::GoingOut:
        return comparison.found.status == TaskStatus::Dispatching ? CheckWords::tr("It is going out now.")
                                                                  : CheckWords::tr("It has gone out.");
    case CheckVerdict::NotExpected:
        return CheckWords::tr("The service has this push in the same time, and it was not expected.");
    case CheckVerdict::NotRead: return notReadSentences(comparison.fault);
    case CheckVerdict::Expected: break;
    }
    return CheckWords::tr("It is scheduled as expected.");
}

QString verdictWords(const Comparison& comparison)
{
    const QString word = checkBadge(comparison.verdict).word;
    if (comparison.differences.isEmpty())
        return word;
    QStringList fields;
    for (const CheckField field : comparison.differences)
        fields.append(fieldName(field));
    //: what came of a check, and which parts of the push differ: "Differs: time, title"
    return CheckWords::tr("%1: %2").arg(word, fields.join(CheckWords::tr(", ", "between the parts that differ")));
}

} // namespace

Badge checkBadge(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Differs:
        return { CheckWords::tr("Differs"), QStringLiteral("triangle-alert"), theme::Tone::Orange };
    case CheckVerdict::Missing: return { CheckWords::tr("Missing"), QStringLiteral("circle-x"), theme::Tone::Red };
    case CheckVerdict::GoingOut:
        return { CheckWords::tr("Already going out"), QStringLiteral("clock-alert"), theme::Tone::Orange };
    case CheckVerdict::NotExpected: return { CheckWords::tr("Not expected"), QStringLiteral("eye"), theme::Tone::Red };
    case CheckVerdict::NotRead:
        return { CheckWords::tr("Not read"), QStringLiteral("circle-question-mark"), theme::Tone::Violet };
    case CheckVerdict::Expected: break;
    }
    return { CheckWords::tr("As expected"), QStringLiteral("circle-check"), theme::Tone::Blue };
}

QString checkResult(const Comparison& comparison)
{
    if (comparison.cancelledBefore.isValid())
        return CheckWords::tr("Missing: cancelled here");
    const QString word = verdictWords(comparison);
    //: a later deed first, since the cell may be narrow, and what the check said: "Cancelled since · As expected"
    return comparison.cancelledSince.isValid() ? CheckWords::tr("Cancelled since · %1").arg(word) : word;
}

QString checkCounts(const CheckCounts& counts)
{
    QStringList said;
    for (const CheckVerdict verdict : checkVerdicts) {
        if (const int count = counts.of(verdict); count > 0)
            said.append(countWords(verdict, count));
    }
    return said.join(CheckWords::tr(", ", "between the counts of a check"));
}

CheckVerdict worstOf(const CheckCounts& counts)
{
    const auto worst = std::find_if(
        checkVerdicts.begin(), checkVerdicts.end(), [&counts](CheckVerdict verdict) { return counts.of(verdict) > 0; });
    return worst == checkVerdicts.end() ? CheckVerdict::Expected : *worst;
}

QString checkSentences(const Comparison& comparison)
{
    QStringList said { firstSentence(comparison) };
    for (const CheckField field : comparison.differences)
        said.append(difference(comparison, field));
    if (comparison.cancelledSince.isValid())
        said.append(CheckWords::tr("It was cancelled here at %1, after this check.", "a time")
                        .arg(exactTime(comparison.cancelledSince, comparison.cancelledSince)));
    said.removeAll(QString());
    return said.join(QLatin1Char(' '));
}

QString rangeWords(const ListRange& range, const QDateTime& now)
{
    return range.from == range.until
        ? CheckWords::tr("at %1", "a time").arg(exactTime(range.from, now))
        : CheckWords::tr("from %1 to %2", "times").arg(exactTime(range.from, now), exactTime(range.until, now));
}

QString expectedTime(const Expectation& expected, const QDateTime& now)
{
    QString time = exactTime(expected.goesOutAt, now);
    const QString noSeconds = QStringLiteral(":00");
    if (const qsizetype seconds = time.lastIndexOf(noSeconds);
        expected.precision == TimePrecision::Minute && seconds >= 0)
        time.remove(seconds, noSeconds.size());
    return time;
}

} // namespace pushbrake::sentences
