// Which rows of the list are shown, and in what order: decided from facts and choice alone. Pure, and apart from the
// model, so that a long list is filtered and sorted on another thread. Used by TaskFilter.
#pragma once

#include "domain/taskwords.h"
#include "ui/tasks/narrowing.h"
#include "ui/tasks/rowfacts.h"
#include "ui/tasks/sortkeys.h"

#include <QSet>

#include <array>
#include <functional>
#include <optional>
#include <stop_token>

namespace pushbrake {

/// What a person has chosen to see. What is being cancelled is shown whatever the choice.
struct RowChoice
{
    Narrowing by;
    TaskWords words; ///< of what was typed
    std::optional<QSet<TaskId>> only; ///< what was pasted; nothing: whatever there is
    SortKeys order { {} }; ///< and then by ID, in the direction of the first

    bool isFiltering() const;
};

class RowOrder
{
public:
    struct Known
    {
        RowFacts facts;
        std::function<bool(TaskId)> hasWords; ///< those of the choice; called only when there are any
        std::optional<quint16> fileNumber; ///< of the file that is chosen as origin; nothing: no push came from it
        QList<quint32> places; ///< by row, for a column of words: of each among all
        qint64 nowMs = 0; ///< UTC
        QTimeZone zone = QTimeZone::utc(); ///< whose days are meant
    };
    RowOrder(Known known, RowChoice choice);

    bool matches(qsizetype row) const;
    /// It matches, or belongs to a run that goes on.
    bool isShown(qsizetype row) const;
    /// In the order chosen.
    bool precedes(qsizetype left, qsizetype right) const;
    /// All that are shown, in order; fewer once it is stopped.
    QList<quint32> rows(const std::stop_token& stop) const;

private:
    quint64 key(qsizetype row, int column) const;
    bool matchesStatus(const TaskBrief& brief) const;
    bool matchesTime(const TaskBrief& brief) const;

    Known m_known;
    RowChoice m_choice;
    TimeSpan m_span; ///< in which a push goes out
    std::array<quint8, statusChoiceCount> m_statusPlaces; ///< by their words
};

} // namespace pushbrake
