// How the domain's values stand in the columns, both ways. NULL is "not known" or empty. Pure; used by TaskList and
// Journal. What a column holds that this program does not know becomes the cautious value: Other, Unknown, nothing.
#pragma once

#include "domain/outcome.h"
#include "domain/task.h"

#include <QDateTime>
#include <QVariant>

namespace pushbrake {

/// Milliseconds since 1970 in UTC.
QVariant storedTime(const QDateTime& time);
QDateTime timeFrom(const QVariant& stored);

QVariant storedText(const QString& text);

QVariant storedAudience(const std::optional<Audience>& audience);
std::optional<Audience> audienceFrom(const QVariant& stored);

/// The nearest one that there is: cut to its lower half a number nobody knows would become one that means something.
int intFrom(const QVariant& stored);

QVariant storedStatus(TaskStatus status);
TaskStatus statusFrom(const QVariant& stored);

QVariant storedFault(NetFault fault);
NetFault faultFrom(const QVariant& stored);

} // namespace pushbrake
