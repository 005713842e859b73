#include "store/storedvalues.h"

#include <algorithm>
#include <limits>

namespace pushbrake {

// These numbers stand in people's files. Add at the end; an order that changed would give old rows another meaning.
static_assert(int(TaskStatus::NotRead) == 0 && int(TaskStatus::Pending) == 1 && int(TaskStatus::Dispatching) == 2
    && int(TaskStatus::Dispatched) == 3 && int(TaskStatus::Gone) == 4 && int(TaskStatus::Other) == 5);
static_assert(int(NetFault::None) == 0 && int(NetFault::HostNotFound) == 1 && int(NetFault::Refused) == 2
    && int(NetFault::NoNetwork) == 3 && int(NetFault::Certificate) == 4 && int(NetFault::TlsFailed) == 5
    && int(NetFault::ProxyFailed) == 6 && int(NetFault::ProxyLogin) == 7 && int(NetFault::Dropped) == 8
    && int(NetFault::Deadline) == 9 && int(NetFault::Redirected) == 10 && int(NetFault::HttpStatus) == 11
    && int(NetFault::Unreadable) == 12 && int(NetFault::TooLarge) == 13 && int(NetFault::Stopped) == 14
    && int(NetFault::Other) == 15 && int(NetFault::NoSecret) == 16 && int(NetFault::ProxyScheme) == 17);

QVariant storedTime(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeFrom(const QVariant& stored)
{
    return stored.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), Qt::UTC);
}

QVariant storedText(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant storedAudience(const std::optional<Audience>& audience)
{
    return audience ? QVariant(audienceWord(*audience)) : QVariant();
}

std::optional<Audience> audienceFrom(const QVariant& stored)
{
    return stored.isNull() ? std::nullopt : audienceFromWord(stored.toString());
}

int intFrom(const QVariant& stored)
{
    using Limits = std::numeric_limits<int>;
    return int(std::clamp<qint64>(stored.toLongLong(), Limits::min(), Limits::max()));
}

QVariant storedStatus(TaskStatus status)
{
    return int(status);
}

TaskStatus statusFrom(const QVariant& stored)
{
    const int number = intFrom(stored);
    return number >= 0 && number <= int(TaskStatus::Other) ? TaskStatus(number) : TaskStatus::Other;
}

QVariant storedFault(NetFault fault)
{
    return int(fault);
}

NetFault faultFrom(const QVariant& stored)
{
    const int number = intFrom(stored);
    return number >= 0 && number <= int(NetFault::ProxyScheme) ? NetFault(number) : NetFault::Other;
}

} // namespace pushbrake
