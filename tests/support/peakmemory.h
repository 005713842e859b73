// The most memory that this process had so far, as Linux counts it, for tests and benchmarks of what may not grow.
#pragma once

#include <QByteArray>
#include <QFile>

namespace pushbrake {

inline qint64 peakMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLongLong() / 1024;
}

/// Lets the peak start from what is used now; without this it never falls. False where that cannot be done.
[[nodiscard]] inline bool forgetPeak()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
}

} // namespace pushbrake
