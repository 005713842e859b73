// Finds a command of a window by its name, as its menus and keys do.
#pragma once

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace pushbrake {

inline QAction* actionOf(const QWidget& window, const char* name)
{
    const QList<QAction*> all = window.actions();
    const auto found = std::find_if(
        all.begin(), all.end(), [name](const QAction* a) { return a->objectName() == QLatin1StringView(name); });
    return found == all.end() ? nullptr : *found;
}

} // namespace pushbrake
