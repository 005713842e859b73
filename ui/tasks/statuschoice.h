// The statuses by which the list can be narrowed, in the words of its Status column and in the order in which they are
// offered. Pure; used by RowFacts, RowOrder and FilterBar.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pushbrake {

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
inline constexpr int statusChoiceCount = int(StatusChoice::Other) + 1;

QString statusWords(StatusChoice choice);
/// As offered, in groups.
QList<QList<StatusChoice>> statusChoices();

/// Every word by which a row can be told to have one of them.
QStringList wordsOfStatuses();

} // namespace pushbrake
