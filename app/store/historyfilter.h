// Which part of the history is meant, and how far it was read. Plain values.
#pragma once

#include "domain/appkey.h"
#include "domain/outcome.h"
#include "domain/task.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <limits>

namespace pushbrake {

struct HistoryFilter
{
    AppKey app; ///< empty: of all
    QList<Outcome> outcomes; ///< of what is settled; empty: everything
    QDateTime from; ///< invalid: since ever
    QDateTime before; ///< invalid: until now, and what is not settled
    QString
        words; ///< each of them in task ID, title or person, of runs also app; a task ID that is there means just it
    qint64 run = 0; ///< of this run alone

    bool operator==(const HistoryFilter&) const = default;
};

/// Where the next page begins; of the first page, before everything.
struct HistoryMark
{
    qint64 when = std::numeric_limits<qint64>::max();
    qint64 run = std::numeric_limits<qint64>::max();
    TaskId task = std::numeric_limits<TaskId>::max();
};

} // namespace pushbrake
