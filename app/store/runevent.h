// One request about a push of a run, and what came back: what History tells of it. A plain value; nothing is decided by
// it.
#pragma once

#include "domain/outcome.h"
#include "domain/task.h"

#include <QDateTime>
#include <QString>

namespace pushbrake {

struct RunEvent
{
    /// Deed: the request that changes the push. Look: a read of the push itself. List: what the list shows of it.
    enum class Kind { Deed, Look, List };

    qint64 runId = 0;
    TaskId taskId = 0;
    Kind kind = Kind::Deed;
    quint32 requestNumber = 0; ///< of a deed
    bool hasLeft = true; ///< false: it certainly never left this computer
    QDateTime sentAt; ///< UTC; invalid when not known
    QDateTime answeredAt; ///< UTC; invalid while there is no answer
    int code = 0; ///< the service's ErrorCode; meaningful with NetFault::None
    NetFault fault = NetFault::None;
    int httpStatus = 0;
    QString serviceText; ///< foreign text
    TaskStatus status = TaskStatus::NotRead; ///< of the push, by a look or a list that was read
};

/// Words of the table of events ("deed"). Never shown to a person.
QString eventWord(RunEvent::Kind kind);
/// The reverse; Look, which changes nothing, for a word that is not one of them.
RunEvent::Kind eventFromWord(const QString& word);

} // namespace pushbrake
