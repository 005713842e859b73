// Finds keys that are given twice in a window: then neither works at the first press. For the tests of every window.
#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QGroupBox>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QShortcut>
#include <QTabBar>
#include <QToolButton>

namespace pushbrake {

/// One who answers to a key. `only`: the widget that must have the keyboard for it; none when the whole window answers.
struct KeyHolder
{
    QString name;
    const QWidget* only = nullptr;
};

class KeyRegister
{
public:
    void note(const QKeySequence& keys, const QString& name, const QWidget* only = nullptr)
    {
        if (!keys.isEmpty())
            m_holders[keys.toString()].append({ name, only });
    }

    void noteMnemonic(const QString& text, const QString& name) { note(QKeySequence::mnemonic(text), name); }

    /// "where: Alt+C: closeButton, colourLabel"
    QStringList doubled(const QString& where) const
    {
        QStringList lines;
        for (auto key = m_holders.begin(); key != m_holders.end(); ++key) {
            QStringList names;
            for (const KeyHolder& holder : *key) {
                if (meets(holder, *key))
                    names.append(holder.name);
            }
            if (!names.isEmpty())
                lines.append(QStringLiteral("%1: %2: %3").arg(where, key.key(), names.join(QStringLiteral(", "))));
        }
        return lines;
    }

private:
    static bool meets(const KeyHolder& holder, const QList<KeyHolder>& all)
    {
        int met = 0;
        for (const KeyHolder& other : all)
            met += !holder.only || !other.only || holder.only == other.only;
        return met > 1; // itself is among them
    }

    QMap<QString, QList<KeyHolder>> m_holders;
};

inline QString spokenName(const QObject& object, const QString& text)
{
    return object.objectName().isEmpty() ? QStringLiteral("\"%1\"").arg(text) : object.objectName();
}

/// A menu stands over the window, and so belongs to the one that its owner is in.
inline const QWidget* windowOf(const QWidget* widget)
{
    while (widget && qobject_cast<const QMenu*>(widget))
        widget = widget->parentWidget();
    return widget ? widget->window() : nullptr;
}

inline void noteWidget(KeyRegister& keys, const QWidget& widget, const QWidget& window)
{
    if (const auto* menuBar = qobject_cast<const QMenuBar*>(&widget)) { // hidden or not: it can be shown
        for (const QAction* title : menuBar->actions()) {
            if (title->isVisible())
                keys.noteMnemonic(title->text(), spokenName(*title, title->text()));
        }
    }
    if (!widget.isVisibleTo(&window))
        return;
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        keys.noteMnemonic(button->text(), spokenName(*button, button->text()));
    if (const auto* group = qobject_cast<const QGroupBox*>(&widget))
        keys.noteMnemonic(group->title(), spokenName(*group, group->title()));
    if (const auto* label = qobject_cast<const QLabel*>(&widget); label && label->buddy())
        keys.noteMnemonic(label->text(), spokenName(*label, label->text()));
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            keys.noteMnemonic(tabs->tabText(tab), spokenName(*tabs, tabs->tabText(tab)));
    }
}

/// A line for each key that two answer to in `window` or in one of its menus; what is hidden now does not count.
inline QStringList doubledKeys(const QWidget& window)
{
    KeyRegister keys;
    QStringList inMenus;
    QSet<const QAction*> seen;
    QList<const QWidget*> widgets { &window };
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (windowOf(widget) == &window)
            widgets.append(widget);
    }
    for (const QWidget* widget : std::as_const(widgets)) {
        const auto* menu = qobject_cast<const QMenu*>(widget);
        KeyRegister entries;
        for (const QAction* action : widget->actions()) {
            if (menu && action->isVisible())
                entries.noteMnemonic(action->text(), spokenName(*action, action->text()));
            if (seen.contains(action))
                continue;
            seen.insert(action);
            const bool isNarrow = action->shortcutContext() == Qt::WidgetShortcut;
            for (const QKeySequence& shortcut : action->shortcuts())
                keys.note(shortcut, spokenName(*action, action->text()), isNarrow ? widget : nullptr);
        }
        for (const auto* shortcut : widget->findChildren<QShortcut*>(Qt::FindDirectChildrenOnly)) {
            const bool isNarrow = shortcut->context() == Qt::WidgetShortcut;
            keys.note(shortcut->key(), spokenName(*shortcut, shortcut->key().toString()), isNarrow ? widget : nullptr);
        }
        if (menu)
            inMenus += entries.doubled(spokenName(*menu, menu->title()));
        else
            noteWidget(keys, *widget, window);
    }
    return keys.doubled(spokenName(window, window.windowTitle())) + inMenus;
}

/// A line for each button of `window` that answers to a mnemonic which nobody can see: it shows no text.
inline QStringList unseenMnemonics(const QWidget& window)
{
    QStringList lines;
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (windowOf(button) != &window || !button->isVisibleTo(&window) || !button->isEnabled())
            continue;
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool isIconOnly = tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        if (!button->shortcut().isEmpty() && (isIconOnly || button->text().isEmpty()))
            lines.append(QStringLiteral("%1: %2: %3 shows no text")
                             .arg(spokenName(window, window.windowTitle()), button->shortcut().toString(),
                                 spokenName(*button, button->text())));
    }
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (windowOf(label) == &window && label->isVisibleTo(&window) && label->buddy()
            && label->text().remove(QLatin1Char('&')).trimmed().isEmpty())
            lines.append(QStringLiteral("%1: %2 has a buddy and no text")
                             .arg(spokenName(window, window.windowTitle()), spokenName(*label, {})));
    }
    return lines;
}

} // namespace pushbrake
