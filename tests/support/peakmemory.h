// The most memory that this process had so far, as Linux counts it, for tests and benchmarks of what may not grow.
#pragma once

#include <QByteArray>
#include <QFile>

namespace pushbrake {

/// A line of what Linux says of this process, in MB.
inline double memoryMb(const QByteArray& name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf(name) + name.size()).trimmed().split(' ').first().toDouble() / 1024;
}

inline qint64 peakMb()
{
    return qint64(memoryMb("VmHWM:"));
}

/// What it uses now.
inline double residentMb()
{
    return memoryMb("VmRSS:");
}

/// Lets the peak start from what is used now; without this it never falls. False where that cannot be done.
[[nodiscard]] inline bool forgetPeak()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
}

} // namespace pushbrake
