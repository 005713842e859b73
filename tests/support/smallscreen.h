// Whether a window can be used on a small screen: it shrinks to it, and no button outside a part that scrolls is cut.
#pragma once

#include <QAbstractButton>
#include <QCoreApplication>
#include <QScrollArea>
#include <QStringList>
#include <QWidget>

#include <algorithm>

namespace pushbrake {

/// What a screen of 1280x800 shows at twice its scale, less frame and panel.
inline constexpr QSize smallScreen(640, 370);

inline bool isScrolled(const QWidget& widget)
{
    for (const QWidget* over = widget.parentWidget(); over && !widget.isWindow(); over = over->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(over))
            return true;
        if (over->isWindow())
            break;
    }
    return false;
}

/// What keeps `window` from being used on a small screen, in words; its size is as it was afterwards.
inline QStringList unreachableParts(QWidget& window)
{
    QStringList faults;
    const QString name = window.objectName();
    const auto settle = [] {
        for (int i = 0; i < 3; ++i) // layout by layout
            QCoreApplication::processEvents();
    };
    settle();
    const QSize before = window.size();
    window.resize(smallScreen);
    settle();
    if (window.width() > smallScreen.width() || window.height() > smallScreen.height())
        faults.append(QStringLiteral("%1 is at least %2x%3").arg(name).arg(window.width()).arg(window.height()));
    const auto buttons = window.findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons) {
        if (!button->isVisible() || button->window() != &window || isScrolled(*button))
            continue;
        const QRect place(button->mapTo(&window, QPoint()), button->size());
        const int least = std::min(button->minimumSizeHint().height(), button->sizeHint().height());
        if (!QRect(QPoint(), smallScreen).contains(place) || place.height() < least)
            faults.append(QStringLiteral("%1: %2 is cut").arg(name, button->objectName()));
    }
    window.resize(before);
    settle();
    return faults;
}

} // namespace pushbrake
