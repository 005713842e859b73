// Where a room says what went wrong or what was done: one line, with details to unfold. The shell's notice bar is the
// real one; it outlives every room.
#pragma once

#include <QString>

namespace pushbrake {

class Notices
{
public:
    virtual ~Notices() = default;

    /// Shows `text` until it is closed or replaced; `details` say what to do about it. Returns this notice's number.
    virtual int tell(const QString& text, const QString& details = {}) = 0;
    /// That notice no longer matters. What was told since by somebody else stays.
    virtual void takeBack(int notice) = 0;
    /// Whatever was told no longer matters.
    virtual void clear() = 0;
};

} // namespace pushbrake
