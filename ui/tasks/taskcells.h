// What a row of the list says, cell by cell: words, icon, tone, tip. Pure functions, used by TaskModel. No mark of
// direction stands in any of the words: the delegate draws that, so that they can be searched, read aloud and copied.
#pragma once

#include "cancel/runplan.h"
#include "domain/task.h"
#include "ui/words/badges.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace pushbrake::taskcells {

enum Column { Push, Id, AudienceColumn, GoesOut, Utc, TimeLeft, Status, LastResult, Note, ColumnCount };

/// A push as it stands at a moment.
struct Row
{
    const Task& task;
    QDateTime now; ///< UTC
    std::optional<RunState> underWay; ///< in a run that has not settled it
    std::optional<sentences::DueWord> due; ///< of one whose time is over
    QDateTime askedAt; ///< UTC: when the service was last asked for it, since the app was opened
    bool hasWords = true; ///< false while they are read: title, note and what else the service wrote
};

QString title(int column);
/// The title, with the zone where times of one are under it.
QString heading(int column, const QDateTime& now);
QString audienceNotKnown(); ///< the status of a push that cannot be cancelled for that reason
QString firstLine(const Row& row, int column);
QString secondLine(const Row& row, int column); ///< shown small under the first
QString spoken(const Row& row, int column);
QString iconName(const Row& row, int column);
int tone(const Row& row, int column); ///< of theme::Tone
bool isStrong(const Row& row, int column);
QString whyNot(const Row& row, int column); ///< it cannot be cancelled although it is scheduled; empty if it can
QString tip(const Row& row, int column);

} // namespace pushbrake::taskcells
