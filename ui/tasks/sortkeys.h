// By which columns the list is sorted, the first before the others. Pure; used by RowOrder, TaskFilter and TaskTable.
#pragma once

#include "ui/tasks/taskcells.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace pushbrake {

struct SortKey
{
    int column = taskcells::GoesOut;
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const SortKey&) const = default;
};

/// Never empty; no column twice; after the last of them by ID.
using SortKeys = QList<SortKey>;

constexpr qsizetype mostSortKeys = 3;

/// By this column after the others: the other way round if it is one of them. Takes the place of the last when there
/// is no room, and of the other column of words: of a long list only one is put in order at a time.
SortKeys thenBy(SortKeys keys, int column);
/// Not by this column any more; the first stays.
SortKeys notThenBy(SortKeys keys, int column);
/// Of titles or notes, if they are sorted by one; otherwise -1.
int columnOfWords(const SortKeys& keys);

/// What stands after the heading of such a column when there are several: in which turn it comes, and its direction,
/// which the view draws of the first. Empty for another.
QString sortMark(const SortKeys& keys, int column);

/// "goesOut", "-status": for the settings.
QStringList wordsOf(const SortKeys& keys);
/// Nothing when any of it is not understood.
std::optional<SortKeys> sortKeysOf(const QStringList& words);

} // namespace pushbrake
