// Where a room says what went wrong or what was done: one line, with details to unfold. The shell's notice bar is the
// real one; it outlives every room.
#pragma once

#include <QString>

namespace pushbrake {

class Notices
{
public:
    virtual ~Notices() = default;

    /// Shows `text` until it is closed or replaced; `details` say what to do about it.
    virtual void tell(const QString& text, const QString& details = {}) = 0;
    /// What was told no longer matters.
    virtual void clear() = 0;
};

} // namespace pushbrake
