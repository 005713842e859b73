// What part of the history is meant, in words: as the name of a file and as facts inside it. Pure.
#pragma once

#include "ui/history/historytake.h"

#include <QStringList>

namespace pushbrake::historyscope {

/// "Cancelled pushes 2026-11-25", without an ending: what it holds and of which days, which no two chosen days share.
QString fileName(const HistoryFilter& filter, HistoryTake::Of of, const QDateTime& now);
/// Rows of two: what was looked for, and when it was written. `app`: the name of the one that is chosen; empty for all.
QList<QStringList> facts(const HistoryFilter& filter, HistoryTake::Of of, const QString& app, const QDateTime& now);

} // namespace pushbrake::historyscope
