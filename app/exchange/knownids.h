// Which tasks the list has already, for a look-up by another thread. A value; what happens to the list later is not
// seen.
#pragma once

#include "domain/task.h"

#include <QList>

namespace pushbrake {

/// A number up to which a spreadsheet keeps every digit is below this; from the sixteenth digit on it writes zeros.
inline constexpr TaskId firstRoundedId = 1'000'000'000'000'000;

class KnownIds
{
public:
    KnownIds() = default;
    /// `read` are those of them that the service itself has named.
    KnownIds(QList<TaskId> all, QList<TaskId> read);

    bool contains(TaskId id) const;
    /// Exactly this one is the service's, and none that is listed differs from it only where a spreadsheet rounds.
    bool provesExact(TaskId id) const;

private:
    QList<TaskId> m_all; ///< sorted, like the next
    QList<TaskId> m_read;
};

/// The number with zeros from the sixteenth digit on, which is what a spreadsheet makes of it.
TaskId roundedId(TaskId id);
inline bool mayBeRounded(TaskId id)
{
    return id >= firstRoundedId && roundedId(id) == id;
}

} // namespace pushbrake
