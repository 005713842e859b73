#include "ui/checks/checktake.h"

#include "exchange/tablecsv.h"
#include "ui/checks/checkmodel.h"
#include "ui/look/theme.h"
#include "ui/words/checkwords.h"
#include "ui/words/zone.h"

#include <QCoreApplication>

namespace pushbrake::checktake {

namespace {

struct CheckTake
{
    Q_DECLARE_TR_FUNCTIONS(CheckTake)
};

QString utcStamp(const QDateTime& utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : QString();
}

QString localStamp(const QDateTime& utc)
{
    const QDateTime local = sentences::inZone(utc);
    return utc.isValid() ? local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate) : QString();
}

QStringList heading()
{
    return { CheckTake::tr("Result"), CheckTake::tr("Task ID"), CheckTake::tr("Expected: goes out (local)"),
        CheckTake::tr("Found: goes out (local)"), CheckTake::tr("Expected: goes out (UTC)"),
        CheckTake::tr("Found: goes out (UTC)"), CheckTake::tr("Expected: to"), CheckTake::tr("Found: to"),
        CheckTake::tr("Expected: title"), CheckTake::tr("Found: title"), CheckTake::tr("What it means") };
}

QStringList cells(const Comparison& comparison)
{
    const Expectation& expected = comparison.expected;
    const Task& found = comparison.found;
    const auto audience
        = [](const std::optional<Audience>& known) { return known ? sentences::audienceWords(known) : QString(); };
    return { theme::unmarked(sentences::checkResult(comparison)), QString::number(comparison.id()),
        localStamp(expected.goesOutAt), localStamp(found.goesOutAt), utcStamp(expected.goesOutAt),
        utcStamp(found.goesOutAt), audience(expected.audience), audience(found.audience), expected.title, found.title,
        theme::unmarked(sentences::checkSentences(comparison)) };
}

} // namespace

QList<QStringList> table(const QList<Comparison>& comparisons)
{
    QList<QStringList> rows { heading() };
    for (const Comparison& comparison : comparisons)
        rows.append(cells(comparison));
    return rows;
}

QByteArray csv(const QList<Comparison>& comparisons)
{
    return tableToCsv(table(comparisons));
}

QByteArray tabs(const QList<Comparison>& comparisons)
{
    QByteArray text;
    const QList<QStringList> rows = table(comparisons);
    for (const QStringList& row : rows) {
        QStringList line;
        for (const QString& cell : row)
            line += harmlessCell(cell.simplified());
        text += line.join(u'\t').toUtf8() + '\n';
    }
    return text;
}

} // namespace pushbrake::checktake
