#include "practice/practicesamples.h"

namespace pushbrake {

namespace {

struct Sample
{
    int seconds; ///< from now until it goes out
    Audience audience;
    const char* title;
    const char* text;
};

constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;

// What the pushes of a shop look like: some for everybody, one about to go, two that have gone.
constexpr Sample samples[] {
    { 4 * minute + 10, Audience::All, "Summer sale starts now", "Up to 50 % off until Sunday." },
    { 9 * minute, Audience::Tag, "Your cart misses you", "Three things are still in it." },
    { 34 * minute, Audience::Tag, "Weekend double points", "Each purchase counts twice until Sunday." },
    { hour + 4 * minute, Audience::User, "订单更新提醒", "您的订单已发货。" },
    { -15 * minute, Audience::All, "Flash deal: 50 % off shoes", "Two hours only." },
    { 2 * hour + 4 * minute, Audience::All, "عرض نهاية الأسبوع", "خصومات حتى يوم الأحد" },
    { 3 * hour + 4 * minute, Audience::User, "Price drop on your list", "Two things you like cost less now." },
    { 12 * hour, Audience::All, "Maintenance tonight", "The app is away from 22:00 to 23:00." },
    { 75, Audience::Tag, "Lunch is on the way", "Order within the next half hour." },
    { -3 * hour, Audience::Tag, "Good morning, Seoul", "Your daily coupon is here." },
    { day + 2 * hour, Audience::User, "Your subscription ends soon", "Renew it to keep your price." },
    { 3 * day, Audience::All, "New: live chat with support", "Ask us anything, day or night." },
};

} // namespace

QList<PracticeBook::Entry> practiceSamples(const QDateTime& now)
{
    QList<PracticeBook::Entry> entries;
    for (const Sample& sample : samples) {
        const QJsonObject content { { QStringLiteral("From_Account"), QStringLiteral("administrator") },
            { QStringLiteral("OfflinePushInfo"),
                QJsonObject { { QStringLiteral("Title"), QString::fromUtf8(sample.title) },
                    { QStringLiteral("Desc"), QString::fromUtf8(sample.text) } } } };
        entries.append({ 0, sample.audience, now.addDays(-1), now.addSecs(sample.seconds), content });
    }
    return entries;
}

} // namespace pushbrake
