// What would become of each row of a table that is imported: taken, taken with a note, or refused, and why. A plain
// value; ui/ makes the sentences from the reasons and what stands beside them. Nothing in it was repaired by guessing.
#pragma once

#include "domain/expectation.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace pushbrake {

enum class ImportReason {
    // Refused.
    NoId, ///< the cell is empty
    NotANumber,
    Scientific, ///< 1.23457E+18
    RoundedNumber, ///< a cell of numbers with more digits than a spreadsheet keeps
    RoundedText, ///< only zeros from the sixteenth digit on, and not known to be exact
    RoundedTwin, ///< like the numbers of `lines` up to the fifteenth digit, and one of them is rounded
    Decimal, ///< 1234.0; `id` is what it would be, when nothing but zeros follows
    Separators, ///< marks of thousands that may mean something else
    Sign,
    Zero,
    LeadingZero,
    TooLarge,
    ErrorValue, ///< #N/A
    Truth, ///< TRUE
    DateCell,
    DateForm, ///< 2-Jan
    Moment, ///< 10:30, in a message
    Phone,
    Address,
    PushId, ///< of a push already sent
    MixedDigits, ///< of several scripts
    HiddenCharacter, ///< within the number
    SeveralIds, ///< in one cell
    ExtraCells, ///< more than the table has columns: a number or a text was torn apart
    MergedCell,
    HiddenRow, ///< until a person says that hidden rows count
    AboveHeadings,
    RepeatedHeadings,
    Repetition, ///< of the row in `lines`
    AudienceConflict, ///< the rows in `lines` say different things of one push
    OtherApp,
    OtherRegion,
    UnknownRegion,
    // Taken, with a note.
    Trimmed, ///< blanks or invisible characters around it
    ForeignDigits, ///< full-width, Arabic, ...
    ThousandsRemoved,
    LabelRemoved, ///< "ID: 1234,"
    DecimalRemoved, ///< as a person said
    FromFormula,
    WasHidden, ///< and is taken as a person said
    MayBeADate, ///< five digits, in a column that has dates
    Unlike, ///< the others have another number of digits
    Repeated, ///< stands in all of `lines`, taken once
    RepeatedTimesDiffer, ///< and the time is left open
    AlreadyListed,
    AudienceMapped, ///< `text` was taken for the audience
    UnknownAudience,
    TimeUnclear, ///< in this and the following the time is left open, except where it says otherwise
    TimeOfDayMissing,
    DateOrderUnknown,
    UnknownZone,
    TimeSkipped, ///< the clock is put forward over it
    TimeTwice, ///< the clock is put back over it
    TimeFromSerial, ///< a spreadsheet's number of days; taken
    TimeFromUnix, ///< seconds since 1970; taken
    TimeInPast ///< taken
};

/// Whether a row is left out for it.
inline bool isRefusal(ImportReason reason)
{
    return reason < ImportReason::Trimmed;
}

struct ImportRemark
{
    ImportReason reason = ImportReason::NoId;
    QString text; ///< of another cell that it is about, foreign text
    QList<int> lines; ///< that it is about, in order
    TaskId id = 0;

    bool operator==(const ImportRemark&) const = default;
};

enum class ImportVerdict { Accept, AcceptWithNote, Refuse };

struct ImportRow
{
    int line = 0; ///< 1-based, as the file counts
    int tableRow = -1; ///< of the table that was read; -1: of a message
    QString raw; ///< what stood where the ID should, foreign text
    QList<ImportRemark> remarks; ///< the first is the most telling
    TaskId id = 0; ///< also of a row that is refused, where one was read
    std::optional<Audience> audience;
    QString title;
    QDateTime goesOutAt; ///< UTC; invalid when not known
    TimePrecision timePrecision = TimePrecision::Second; ///< as the file has it

    ImportVerdict verdict() const;
    bool isRefused() const { return verdict() == ImportVerdict::Refuse; }
};

struct ImportPreview
{
    QList<ImportRow> rows; ///< in the file's order, without rows that are empty
    int accepted = 0; ///< with and without a note
    int refused = 0;
    int alreadyListed = 0; ///< of the accepted
    bool needsIdColumn = false; ///< nothing was read: nobody has said which it is
    int hiddenRows = 0; ///< to be asked about
    int wholeDecimals = 0; ///< refused numbers like 1234.0, to be asked about
    int timesWithoutZone = 0; ///< read by the zone that was given, to be asked about
    int timesOfUnknownOrder = 0; ///< to be asked about
    bool isCutShort = false; ///< a message had more numbers than are read
};

/// The same where it is of no account what the list has already.
ImportPreview withoutTheList(ImportPreview preview);

/// The task as the list takes it in, of a row that is accepted.
Task importedTask(const ImportRow& row);
/// What it asks of its push, its time as exactly as the file has it.
Expectation importedExpectation(const ImportRow& row);

} // namespace pushbrake
