// Tasks and a clock that stands still, for the tests of the window.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "domain/task.h"

#include <QStringList>

namespace pushbrake::samples {

class StillClock final : public Clock
{
public:
    SteadyTime steadyNow() const override { return SteadyTime(now.toMSecsSinceEpoch() * std::chrono::milliseconds(1)); }
    QDateTime utcNow() const override { return now; }

    QDateTime now = QDateTime(QDate(2026, 6, 1), QTime(8, 0), Qt::UTC);
};

inline Task task(const Clock& clock, TaskId id, const QString& title, int minutes, Audience audience = Audience::Tag)
{
    Task made;
    made.id = id;
    made.title = title;
    made.audience = audience;
    made.status = TaskStatus::Pending;
    made.goesOutAt = clock.utcNow().addSecs(minutes * 60);
    return made;
}

/// "Shop" in Frankfurt, marked red.
inline Profile shop(bool realUsers = true)
{
    Profile made;
    made.id = QStringLiteral("shop");
    made.name = QStringLiteral("Shop");
    made.region = Region::Frankfurt;
    made.sdkAppId = 1400000001;
    made.realUsers = realUsers;
    made.colour = ProfileColour::Red;
    return made;
}

/// What no sane service sends: a word, and words, of 10,000 characters.
inline QStringList endlessTitles()
{
    return { QString(10'000, QLatin1Char('W')), QStringLiteral("word ").repeated(2'000) };
}

/// Three that can be cancelled (5, 30 and 90 minutes from now) and one that went out.
inline QList<Task> four(const Clock& clock)
{
    QList<Task> tasks { task(clock, 7000000003, QStringLiteral("Winter sale"), 90, Audience::All),
        task(clock, 7000000001, QStringLiteral("Summer sale"), 5), task(clock, 7000000002, QStringLiteral("Cart"), 30),
        task(clock, 7000000004, QStringLiteral("Flash deal"), -20) };
    tasks[2].description = QStringLiteral("Your basket waits");
    tasks[2].note = QStringLiteral("asked by Mei");
    tasks[3].status = TaskStatus::Dispatched;
    return tasks;
}

} // namespace pushbrake::samples
