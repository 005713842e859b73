// One push of a run as the journal holds it, and how a row of the table is read. A plain value.
#pragma once

#include "domain/appkey.h"
#include "domain/deedkind.h"
#include "domain/outcome.h"
#include "domain/task.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace pushbrake {

class Statement;

/// Where one task of a run stands in the journal. Sending after a crash means: it may have reached the service.
enum class JournalState { Planned, Sending, Settled };

struct JournalRow
{
    qint64 runId = 0;
    AppKey app;
    bool isAppRecorded
        = true; ///< false in runs of earlier versions: `app` is the one their profile was opened as first since
    DeedKind deed = DeedKind::Delete;
    TaskId taskId = 0;
    Audience audience = Audience::All;
    QString title;
    QDateTime goesOutAt; ///< UTC
    bool seenPending = false; ///< the service itself had called it pending before the run
    JournalState state = JournalState::Planned;
    SettledResult result; ///< of a settled row; outcome Unknown for others

    Task task() const; ///< as it was when it was planned
};

/// What journalRowOf() reads, from `journal j` and `runs r`, in this order.
QString journalColumns();
/// Nothing for a deed that this program does not know: what it cannot judge it must not touch.
std::optional<JournalRow> journalRowOf(const Statement& row);

} // namespace pushbrake
