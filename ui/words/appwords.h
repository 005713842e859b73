// How an app is named: its mark in words ("real users", "test"), its colour and region, and how long its signature is
// good. The mark is drawn by ui/look/profilemark.h.
#pragma once

#include "domain/profile.h"

#include <QDateTime>
#include <QString>

namespace pushbrake::sentences {

QString colourName(ProfileColour colour); ///< "Blue circle": colour and shape
QString usersWord(bool realUsers); ///< "real users", "test"
/// "Shop (real users)", the name isolated.
QString nameWithMark(const QString& name, bool realUsers);
QString regionName(Region region);
QString place(const Profile& profile); ///< its region, or the host that was typed

/// How soon a UserSig expires; Far is seven days and more.
enum class Expiry { Far, WithinTheWeek, WithinTheDay, WithinTheHour, Over };
struct TimeLeft
{
    Expiry expiry = Expiry::Far;
    int days = 0; ///< whole ones
};
TimeLeft signatureTimeLeft(const QDateTime& expiresAt, const QDateTime& now);
QString expiryWords(const QDateTime& expiresAt, const QDateTime& now); ///< "5 days left", "expired"

} // namespace pushbrake::sentences
