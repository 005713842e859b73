// What a reading of the next minutes found, in whole sentences. Pure.
#pragma once

#include "ui/runs/duepushes.h"

#include <QString>
#include <QStringList>

namespace pushbrake::duewords {

/// "14 pushes: 2 to everybody, 12 by tag."
QString counts(const DuePushes& due);
/// Which ones are not among them, and why: a sentence for each reason.
QStringList leftOut(const DuePushes& due);
/// Pushes of the list that should go out in the same time, and that the service did not show.
QString notShown(int pushes);

} // namespace pushbrake::duewords
