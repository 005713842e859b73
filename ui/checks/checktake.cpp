#include "ui/checks/checktake.h"

#include "exchange/tablecsv.h"
#include "exchange/tablexlsx.h"
#include "ui/checks/checkmodel.h"
#include "ui/look/theme.h"
#include "ui/words/checkwords.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCoreApplication>

namespace pushbrake::checktake {

namespace {

struct CheckTake
{
    Q_DECLARE_TR_FUNCTIONS(CheckTake)
};

QStringList heading()
{
    return { CheckTake::tr("Result"), CheckTake::tr("Task ID"), CheckTake::tr("Expected: goes out (local)"),
        CheckTake::tr("Found: goes out (local)"), CheckTake::tr("Expected: goes out (UTC)"),
        CheckTake::tr("Found: goes out (UTC)"), CheckTake::tr("Expected: to"), CheckTake::tr("Found: to"),
        CheckTake::tr("Expected: title"), CheckTake::tr("Found: title"), CheckTake::tr("What it means") };
}

/// No more exactly than it was given: read back it means the same.
QString asGiven(QString stamp, const Expectation& expected)
{
    constexpr int beforeSeconds = 16; // "2026-06-01T10:00"
    return expected.precision == TimePrecision::Minute ? stamp.remove(beforeSeconds, 3) : stamp;
}

QStringList cells(const Comparison& comparison)
{
    const Expectation& expected = comparison.expected;
    const Task& found = comparison.found;
    const auto audience
        = [](const std::optional<Audience>& known) { return known ? sentences::audienceWords(known) : QString(); };
    return { theme::unmarked(sentences::checkResult(comparison)), QString::number(comparison.id()),
        asGiven(sentences::localStamp(expected.goesOutAt), expected), sentences::localStamp(found.goesOutAt),
        asGiven(sentences::utcStamp(expected.goesOutAt), expected), sentences::utcStamp(found.goesOutAt),
        audience(expected.audience), audience(found.audience), expected.title, found.title,
        theme::unmarked(sentences::checkSentences(comparison)) };
}

} // namespace

QList<QStringList> table(const CheckPaper& paper)
{
    QList<QStringList> rows { heading() };
    for (const Comparison& comparison : paper.rows)
        rows.append(cells(comparison));
    return rows;
}

QList<QStringList> facts(const CheckPaper& paper)
{
    QList<QStringList> rows { { CheckTake::tr("Check before a campaign"), QString() },
        { CheckTake::tr("What was checked"), theme::unmarked(paper.what) },
        { CheckTake::tr("App"), theme::unmarked(paper.app) },
        { CheckTake::tr("Read (local)"), sentences::localStamp(paper.readAt) },
        { CheckTake::tr("Read (UTC)"), sentences::utcStamp(paper.readAt) } };
    for (const CheckVerdict verdict : checkVerdicts)
        rows.append({ sentences::checkBadge(verdict).word, QString::number(paper.counts.of(verdict)) });
    rows.append({ CheckTake::tr("What else goes out"), theme::unmarked(paper.others) });
    if (!paper.problem.isEmpty())
        rows.append({ CheckTake::tr("What stood in the way"), theme::unmarked(paper.problem) });
    return rows;
}

QByteArray csv(const CheckPaper& paper)
{
    return tableToCsv(table(paper));
}

QByteArray tabs(const CheckPaper& paper)
{
    return tableToTabs(table(paper));
}

std::optional<QByteArray> xlsx(const CheckPaper& paper)
{
    return tablesToXlsx(
        { { CheckTake::tr("Pushes", "name of a sheet"), table(paper), { 26, 22, 26, 26, 22, 22, 16, 16, 32, 32, 80 } },
            { CheckTake::tr("Counts", "name of a sheet"), facts(paper), { 28, 60 }, 1 } });
}

} // namespace pushbrake::checktake
