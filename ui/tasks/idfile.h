// A file with task IDs that was handed over: read off the window's thread, and only when it is a regular file, since
// one that never ends, or that nobody writes to, would hold the window up.
#pragma once

#include <QObject>
#include <QString>

#include <expected>
#include <functional>

namespace pushbrake {

/// Why a file of task IDs cannot be read, in two sentences.
struct IdFileFault
{
    QString what;
    QString next;
};

using IdFileText = std::expected<QString, IdFileFault>;

/// Reads plain text in UTF-8 of at most 4 MiB. `done` is called once, from the event loop, unless `context` is gone by
/// then.
void readIdFile(const QString& path, QObject& context, std::function<void(const IdFileText&)> done);

} // namespace pushbrake
