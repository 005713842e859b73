#include "ui/tasks/taskcells.h"

#include "ui/look/theme.h"
#include "ui/words/results.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace pushbrake::taskcells {

namespace {

struct TaskCells
{
    Q_DECLARE_TR_FUNCTIONS(TaskCells)
};

constexpr qint64 soon = 600; ///< seconds
constexpr qint64 verySoon = 60;

bool isDueWithin(qint64 limit, const Row& row)
{
    // A push that can no longer be cancelled is no reason to hurry.
    if (!row.task.goesOutAt.isValid() || !isCancellable(row.task))
        return false;
    const qint64 seconds = row.now.secsTo(row.task.goesOutAt);
    return seconds >= 0 && seconds < limit;
}

/// Nothing of it will go out, so no time runs.
bool isOff(const Task& task)
{
    return task.status == TaskStatus::Gone;
}

/// A cancellation has to name who gets the push.
bool lacksAudience(const Task& task)
{
    return mayStillGoOut(task) && !task.audience;
}

sentences::Badge badgeOf(const Row& row)
{
    if (row.underWay)
        return sentences::runStateBadge(*row.underWay);
    sentences::Badge badge = sentences::statusBadge(row.task, row.due);
    if (row.task.status == TaskStatus::NotRead && lacksAudience(row.task) && !row.due && !row.task.lastOutcome)
        badge.word = audienceNotKnown();
    return badge;
}

} // namespace

QString audienceNotKnown()
{
    return TaskCells::tr("Audience not known");
}

QString title(int column)
{
    const std::array<QString, ColumnCount> titles { TaskCells::tr("Push"), TaskCells::tr("Task ID"),
        TaskCells::tr("Audience"), TaskCells::tr("Goes out"), TaskCells::tr("UTC"), TaskCells::tr("Time left"),
        TaskCells::tr("Status"), TaskCells::tr("Last result"), TaskCells::tr("Note") };
    return titles.at(size_t(column));
}

QString heading(int column, const QDateTime& now)
{
    return column == GoesOut ? TaskCells::tr("Goes out (%1)").arg(sentences::zoneName(now)) : title(column);
}

QString firstLine(const Row& row, int column)
{
    const Task& task = row.task;
    const bool isTimed = task.goesOutAt.isValid();
    switch (column) {
    case Push:
        if (!row.hasWords)
            return u"…"_s;
        return task.title.isEmpty() ? TaskCells::tr("No title") : theme::visible(task.title);
    case Id: return QString::number(task.id);
    case AudienceColumn: return sentences::audienceWords(task.audience);
    case GoesOut:
        return isTimed ? theme::unmarked(sentences::localTime(task.goesOutAt, row.now))
                       : TaskCells::tr("Time not known");
    case Utc: return isTimed ? theme::unmarked(sentences::utcTime(task.goesOutAt, row.now)) : QString();
    case TimeLeft: return isTimed && !isOff(task) ? sentences::timeLeft(task.goesOutAt, row.now) : QString();
    case Status: return theme::unmarked(badgeOf(row).word);
    case LastResult: // of a run that has asked anew it is a word of the past
        return row.underWay ? QString() : theme::unmarked(sentences::lastResult(task, row.now));
    case Note: return theme::visible(task.note);
    default: return {};
    }
}

QString secondLine(const Row& row, int column)
{
    if (column == Push)
        return firstLine(row, Id);
    return column == GoesOut ? firstLine(row, Utc) : QString();
}

QString spoken(const Row& row, int column)
{
    const QString second = secondLine(row, column);
    return second.isEmpty() ? firstLine(row, column) : u"%1, %2"_s.arg(firstLine(row, column), second);
}

QString iconName(const Row& row, int column)
{
    if (column == AudienceColumn)
        return sentences::audienceIcon(row.task.audience);
    return column == Status ? badgeOf(row).icon : QString();
}

int tone(const Row& row, int column)
{
    if (column == Status)
        return int(badgeOf(row).tone);
    if (column == TimeLeft && isDueWithin(soon, row))
        return int(isDueWithin(verySoon, row) ? theme::Tone::Red : theme::Tone::Orange);
    const bool quiet = column == LastResult || column == Note || column == Utc
        || (column == Push && row.task.title.isEmpty()) || (column == GoesOut && !row.task.goesOutAt.isValid());
    return int(quiet ? theme::Tone::Dim : theme::Tone::Text);
}

bool isStrong(const Row& row, int column)
{
    return column == Push || column == Status || (column == TimeLeft && isDueWithin(soon, row));
}

QString whyNot(const Row& row, int column)
{
    const bool isAboutIt = column == Status || column == AudienceColumn;
    return isAboutIt && lacksAudience(row.task) ? TaskCells::tr(
               "It cannot be cancelled yet, because it is not known who gets it. Choose that with F2, or check "
               "the push now: then the service says it.")
                                                : QString();
}

QString tip(const Row& row, int column)
{
    QStringList said { whyNot(row, column) };
    if (column == Status)
        said << (row.askedAt.isValid()
                ? TaskCells::tr("As of %1, when the service was last asked.")
                      .arg(QLocale().toString(sentences::inZone(row.askedAt), u"HH:mm:ss"_s))
                : TaskCells::tr("The service was not asked for this push since the app was opened."));
    said.removeAll(QString());
    return said.join(u'\n');
}

} // namespace pushbrake::taskcells
