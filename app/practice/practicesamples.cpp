#include "practice/practicesamples.h"

namespace pushbrake {

namespace {

struct Sample
{
    int seconds; ///< from now until it goes out
    int fixed; ///< which of those at a fixed time, from 1; 0: none of them
    Audience audience;
    const char* title;
    const char* text;
};

constexpr int minute = 60;
constexpr int hour = 60 * minute;

/// At a whole hour of a day, once in `fixedCount` days, each on a day of its own.
constexpr int fixedCount = 6;
constexpr int fixedHours[fixedCount] { 10, 18, 12, 22, 11, 14 };
constexpr qint64 leastAhead = hour;

// What the pushes of a shop look like: some for everybody, one about to go, two that have gone. Those of the next
// minutes are new at each start, so that something happens while one watches; those of the next days stay where they
// are.
constexpr Sample samples[] {
    { 4 * minute + 10, 0, Audience::All, "Summer sale starts now", "Up to 50 % off until Sunday." },
    { 9 * minute, 0, Audience::Tag, "Your cart misses you", "Three things are still in it." },
    { 34 * minute, 0, Audience::Tag, "Weekend double points", "Each purchase counts twice until Sunday." },
    { 0, 1, Audience::User, "订单更新提醒", "您的订单已发货。" },
    { -15 * minute, 0, Audience::All, "Flash deal: 50 % off shoes", "Two hours only." },
    { 0, 2, Audience::All, "عرض نهاية الأسبوع", "خصومات حتى يوم الأحد" },
    { 0, 3, Audience::User, "Price drop on your list", "Two things you like cost less now." },
    { 0, 4, Audience::All, "Maintenance in the night", "The app is away from 22:00 to 23:00." },
    { 75, 0, Audience::Tag, "Lunch is on the way", "Order within the next half hour." },
    { -3 * hour, 0, Audience::Tag, "Good morning, Seoul", "Your daily coupon is here." },
    { 0, 5, Audience::User, "Your subscription ends soon", "Renew it to keep your price." },
    { 0, 6, Audience::All, "New: live chat with support", "Ask us anything, day or night." },
};

/// The next time of a fixed one that is not too near: the same moment at every start until that has come.
QDateTime fixedTime(int number, const QDateTime& now)
{
    QDate day = now.toUTC().date();
    const auto isOther = [number](QDate one) { return one.toJulianDay() % fixedCount != number - 1; };
    while (isOther(day))
        day = day.addDays(1);
    const QDateTime at(day, QTime(fixedHours[number - 1], 0), Qt::UTC);
    return now.secsTo(at) >= leastAhead ? at : at.addDays(fixedCount);
}

} // namespace

QList<PracticeBook::Entry> practiceSamples(const QDateTime& now)
{
    QList<PracticeBook::Entry> entries;
    for (const Sample& sample : samples) {
        const QJsonObject content { { QStringLiteral("From_Account"), QStringLiteral("administrator") },
            { QStringLiteral("OfflinePushInfo"),
                QJsonObject { { QStringLiteral("Title"), QString::fromUtf8(sample.title) },
                    { QStringLiteral("Desc"), QString::fromUtf8(sample.text) } } } };
        const QDateTime goesOutAt = sample.fixed > 0 ? fixedTime(sample.fixed, now) : now.addSecs(sample.seconds);
        entries.append({ 0, sample.audience, now.addDays(-1), goesOutAt, content });
    }
    return entries;
}

} // namespace pushbrake
