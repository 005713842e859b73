// How an app's own mark looks and is said: a shape in its colour, and "real users" or "test". For every place that
// shows an app's name. The eight colours stand beside their shapes; each has 3 : 1 at least on the window's grounds.
#pragma once

#include "domain/profile.h"

#include <QColor>
#include <QDateTime>
#include <QIcon>

namespace pushbrake::profilemark {

QString colourName(ProfileColour colour); ///< "Blue"
QColor colourOf(ProfileColour colour); ///< in the scheme that was applied last
/// The colour's own shape: no two colours share one, so they are told apart without seeing colours.
QIcon icon(ProfileColour colour);
QString usersWord(bool realUsers); ///< "real users", "test"
/// "Shop (real users)", the name isolated.
QString nameWithMark(const QString& name, bool realUsers);

/// How long a UserSig is still good: Far is seven days and more, Soon less, Now less than an hour, Over none.
enum class Expiry { Far, Soon, Now, Over };
Expiry expiry(const QDateTime& expiresAt, const QDateTime& now);
QString expiryWords(const QDateTime& expiresAt, const QDateTime& now); ///< "5 days left", "expired"

} // namespace pushbrake::profilemark
