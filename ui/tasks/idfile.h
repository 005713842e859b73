// A text file with task IDs that was handed over: its text, or in words why it cannot be used. For TaskDesk.
#pragma once

#include <QString>

#include <expected>

namespace pushbrake {

struct IdFileFault
{
    QString what;
    QString next; ///< what to do about it
};

std::expected<QString, IdFileFault> readIdFile(const QString& path);

} // namespace pushbrake
