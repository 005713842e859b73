// What the list is narrowed by and its order, under a name; and how that is written down. Pure; used by SavedViews.
#pragma once

#include "ui/tasks/narrowing.h"
#include "ui/tasks/sortkeys.h"

namespace pushbrake {

struct SavedView
{
    static constexpr int longestName = 60;

    QString name;
    Narrowing by;
    SortKeys order { {} };

    bool operator==(const SavedView&) const = default;
};

QString textOf(const SavedView& view);
/// Nothing when any of it is missing, unknown or too much: a view that hides less than its name says would be worse
/// than none.
std::optional<SavedView> savedViewOf(const QString& text);

} // namespace pushbrake
