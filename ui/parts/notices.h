// Where a room says what went wrong or what was done: one line, with details to unfold. The shell's notice bar is the
// real one; it outlives every room.
#pragma once

#include <QString>

namespace pushbrake {

/// What a notice is, and how much it weighs: the later, the more. Severe is what is in danger on this computer,
/// whatever the app; a warning is what went wrong or is wrong.
enum class NoticeKind { Good, Information, Warning, Severe };

class Notices
{
public:
    virtual ~Notices() = default;

    /// Shows `text` until it is closed; `details` say what to do about it. Never in the place of a notice that weighs
    /// more: then it waits behind that, and what is well or good to know stands in a line under it meanwhile. Returns
    /// this notice's number.
    virtual int tell(NoticeKind kind, const QString& text, const QString& details = {}) = 0;
    /// That notice no longer matters, shown or waiting. What others told stays.
    virtual void takeBack(int notice) = 0;
    /// Whatever was told no longer matters, but for what is severe.
    virtual void clear() = 0;
};

} // namespace pushbrake
