#include "ui/words/sentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushbrake::sentences {

namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Sentences", text, comment, n);
}

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

//: A span of time, the two largest units of it
QString span(qint64 seconds)
{
    if (seconds < minute)
        return tr("%1 s").arg(seconds);
    if (seconds < 10 * minute && seconds % minute != 0)
        return tr("%1 min %2 s").arg(seconds / minute).arg(seconds % minute);
    if (seconds < hour)
        return tr("%1 min").arg(seconds / minute);
    if (seconds < 12 * hour)
        return tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    if (seconds < 2 * day)
        return tr("%1 h").arg(seconds / hour);
    return tr("%1 days").arg(seconds / day);
}

} // namespace

Badge outcomeBadge(Outcome outcome, bool)
{
    using theme::Tone;
    switch (outcome) {
    case Outcome::Cancelled: return { tr("Cancelled"), QStringLiteral("circle-check"), Tone::Blue };
    case Outcome::TooLate: return { tr("Too late"), QStringLiteral("clock-alert"), Tone::Orange };
    case Outcome::Rejected: return { tr("Not cancelled"), QStringLiteral("circle-x"), Tone::Red };
    case Outcome::Unknown: return { tr("Not known yet"), QStringLiteral("circle-question-mark"), Tone::Violet };
    case Outcome::NotSent: return { tr("Not sent"), QStringLiteral("circle-x"), Tone::Red };
    case Outcome::Withdrawn: break;
    }
    return { tr("Kept scheduled"), QStringLiteral("undo-2"), Tone::Dim };
}

Badge statusBadge(const Task& task)
{
    using theme::Tone;
    // What the service says after a result wins over the result: a push that is scheduled again is not "cancelled".
    const bool scheduledAgain = task.lastOutcome == Outcome::Cancelled && task.status == TaskStatus::Pending;
    if (task.lastOutcome && *task.lastOutcome != Outcome::Withdrawn && !scheduledAgain)
        return outcomeBadge(*task.lastOutcome, task.lastChecked);
    switch (task.status) {
    case TaskStatus::Pending: return { tr("Scheduled"), QStringLiteral("clock"), Tone::Dim };
    case TaskStatus::Dispatching: return { tr("Going out now"), QStringLiteral("clock-alert"), Tone::Orange };
    case TaskStatus::Dispatched: return { tr("Sent"), QStringLiteral("clock-alert"), Tone::Dim };
    case TaskStatus::Gone: return { tr("Not at the service"), QStringLiteral("circle-question-mark"), Tone::Dim };
    case TaskStatus::Other:
        return { task.statusWord.trimmed().isEmpty() ? tr("No status given") : theme::isolated(task.statusWord),
            QStringLiteral("circle-question-mark"), Tone::Violet };
    case TaskStatus::NotRead: break;
    }
    return { tr("Not checked yet"), QStringLiteral("circle-question-mark"), Tone::Dim };
}

Badge runStateBadge(RunState state)
{
    using theme::Tone;
    switch (state) {
    case RunState::Planned:
    case RunState::Held: return { tr("About to start"), QStringLiteral("list-checks"), Tone::Blue };
    case RunState::Queued: return { tr("Queued"), QStringLiteral("list-checks"), Tone::Blue };
    case RunState::Sending: return { tr("Sending"), QStringLiteral("loader"), Tone::Blue };
    case RunState::Checking: return { tr("Checking"), QStringLiteral("circle-question-mark"), Tone::Violet };
    case RunState::Settled: break;
    }
    return { tr("Done"), QStringLiteral("circle-check"), Tone::Dim };
}

QString audienceWords(std::optional<Audience> audience)
{
    if (!audience)
        return tr("Not known");
    switch (*audience) {
    case Audience::All: return tr("Everybody");
    case Audience::Tag: return tr("Tag");
    case Audience::User: break;
    }
    return tr("Chosen users");
}

QString audienceIcon(std::optional<Audience> audience)
{
    if (!audience)
        return QStringLiteral("circle-question-mark");
    return *audience == Audience::All ? QStringLiteral("users")
        : *audience == Audience::Tag  ? QStringLiteral("tag")
                                      : QStringLiteral("user");
}

QString place(const Profile& profile)
{
    return profile.region == Region::OtherHost ? theme::brief(profile.host()) : regionName(profile.region);
}

QString regionName(Region region)
{
    switch (region) {
    case Region::China: return tr("China");
    case Region::Singapore: return tr("Singapore");
    case Region::Seoul: return tr("Seoul");
    case Region::Frankfurt: return tr("Frankfurt");
    case Region::SiliconValley: return tr("Silicon Valley");
    case Region::Jakarta: return tr("Jakarta");
    case Region::Riyadh: return tr("Riyadh");
    case Region::OtherHost: return tr("Other host");
    case Region::Practice: break;
    }
    return tr("Practice");
}

QString taskIdProblem(TaskIdFault fault)
{
    switch (fault) {
    case TaskIdFault::Empty: return tr("Enter the task ID.");
    case TaskIdFault::Letters: return tr("A task ID has digits only.");
    case TaskIdFault::Scientific:
        return tr("A spreadsheet has replaced part of this number. Format the column as text and copy it again.");
    case TaskIdFault::Decimal: return tr("A task ID is a whole number without a decimal part.");
    case TaskIdFault::Separators: return tr("Remove the separators between the digits.");
    case TaskIdFault::Sign: return tr("A task ID has no plus or minus sign.");
    case TaskIdFault::Zero: return tr("0 is not a task ID.");
    case TaskIdFault::LeadingZero: return tr("A task ID does not begin with 0. A spreadsheet may have added it.");
    case TaskIdFault::TooLarge: return tr("This number is larger than any task ID.");
    case TaskIdFault::PushId: break;
    }
    return tr("This is the ID of a push that was sent already; it can only be recalled.");
}

QString storeProblem(StoreFault fault)
{
    switch (fault) {
    case StoreFault::Missing: return tr("The computer's keychain has no entry for this app. Enter the account again.");
    case StoreFault::Locked: return tr("The computer's keychain is locked. Unlock it, then try again.");
    case StoreFault::Unavailable:
        return tr("The computer's keychain does not answer. Your account is not lost; try again in a moment.");
    case StoreFault::Refused:
        return tr("The computer's keychain refused access. Allow it for Pushbrake, then try again.");
    case StoreFault::Damaged: return tr("The keychain's entry for this app cannot be read. Enter the account again.");
    case StoreFault::TooLarge:
        return tr("This account is too long for the keychain. Check whether too much was pasted.");
    case StoreFault::NotKept: break;
    }
    return tr("The keychain said that it was done, but looking again shows otherwise. Try again.");
}

QString databaseProblem(DatabaseFault fault)
{
    switch (fault) {
    case DatabaseFault::NoFolder:
        return tr("The folder for Pushbrake's data cannot be made, so this list is kept for this session only.");
    case DatabaseFault::CannotOpen:
        return tr("The list on this computer cannot be opened, so what you add is kept for this session only.");
    case DatabaseFault::ReadOnly: return tr("The list on this computer cannot be written: its file is read-only.");
    case DatabaseFault::Full: return tr("The disk is full. Make room, then try again.");
    case DatabaseFault::Damaged:
        return tr("The list on this computer was damaged. It was set aside, and a new one was begun.");
    case DatabaseFault::TooNew:
        return tr(
            "The list on this computer was written by a newer Pushbrake. It was left as it is; use that version.");
    case DatabaseFault::InUse: return tr("Pushbrake is open already. Use the window that is there.");
    case DatabaseFault::WriteFailed: break;
    }
    return tr("Writing to the list on this computer failed. Nothing more is sent until it works again.");
}

QString localTime(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (!utc.isValid())
        return tr("Time not known");
    const QDateTime local = utc.toLocalTime();
    const QLocale locale;
    // Pushes go out on the minute; some locales' short format has seconds all the same.
    const QString time
        = locale.toString(local.time(), locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
    const QDate today = nowUtc.toLocalTime().date();
    const qint64 days = today.daysTo(local.date());
    if (days == 0)
        return tr("Today %1").arg(time);
    if (days == 1)
        return tr("Tomorrow %1").arg(time);
    if (days == -1)
        return tr("Yesterday %1").arg(time);
    const QString format = local.date().year() == today.year()
        ? tr("ddd d MMM", "date format: short weekday, day, month")
        : tr("ddd d MMM yyyy", "date format: short weekday, day, month, year");
    return tr("%1 %2", "a date and a time").arg(locale.toString(local.date(), format), time);
}

QString utcTime(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (!utc.isValid())
        return {};
    const bool sameDay = utc.toLocalTime().date() == utc.date();
    const QString time = utc.toString(QStringLiteral("HH:mm"));
    const QString format = utc.date().year() == nowUtc.date().year()
        ? tr("d MMM", "date format: day, month")
        : tr("d MMM yyyy", "date format: day, month, year");
    return sameDay ? tr("%1 UTC").arg(time)
                   : tr("%1 %2 UTC", "a date and a time").arg(QLocale().toString(utc.date(), format), time);
}

QString timeLeft(const QDateTime& utc, const QDateTime& nowUtc)
{
    if (!utc.isValid())
        return {};
    const qint64 seconds = nowUtc.secsTo(utc);
    return seconds >= 0 ? tr("in %1", "time until a push goes out").arg(span(seconds))
                        : tr("%1 ago").arg(span(-seconds));
}

} // namespace pushbrake::sentences
