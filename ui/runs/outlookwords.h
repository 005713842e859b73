// What a yes would do at this moment, in sentences for the question. Pure.
#pragma once

#include "cancel/outlook.h"
#include "ui/look/tones.h"

#include <QString>
#include <QStringList>

namespace pushbrake::outlookwords {

/// What is in time and what is not. Empty when all can be stopped and it takes hardly any time.
QStringList forecast(const Outlook& seen);
/// Whether it can be undone, and for which of them. `hold`: 0 for none.
QString whatComesFirst(const Outlook& seen, Milliseconds hold);
/// How much of it that is to be seen.
theme::Tone toneOf(const Outlook& seen, Milliseconds hold);

} // namespace pushbrake::outlookwords
