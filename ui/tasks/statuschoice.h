// The statuses by which the list can be narrowed, in the words of its Status column and in the order in which they are
// offered. Pure; used by TaskFilter and FilterBar.
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace pushbrake {

class TaskModel;

/// The first four put pushes together by what can be done with them, the others by what the list says of them.
enum class StatusChoice {
    Any,
    CanBeCancelled,
    UnderWay,
    NeedsLook,
    Scheduled,
    TimeHasCome,
    GoingOut,
    Sent,
    Cancelled,
    NotKnownYet,
    TooLate,
    NotCancelled,
    WillGoOut,
    NotChecked,
    AudienceNotKnown,
    Gone,
    Other
};

QString statusWords(StatusChoice choice);
/// As offered, in groups.
QList<QList<StatusChoice>> statusChoices();

/// Tells by its words which status a row has.
class StatusReader
{
public:
    StatusReader();
    StatusChoice of(const TaskModel& model, int row) const;
    /// All that it can tell by.
    QStringList words() const { return m_choices.keys(); }

private:
    QHash<QString, StatusChoice> m_choices;
};

} // namespace pushbrake
