#include "ui/parts/listkeys.h"

#include <QKeyEvent>
#include <QKeySequence>

#include <algorithm>
#include <array>

namespace pushbrake {

bool isKeyOfTheList(const QKeyEvent& key)
{
    static const std::array keys { QKeySequence(QKeySequence::Copy), QKeySequence(QKeySequence::SelectAll),
        QKeySequence(QKeySequence::Find), QKeySequence(QKeySequence::Delete), QKeySequence(Qt::CTRL | Qt::Key_S),
        QKeySequence(Qt::Key_F2), QKeySequence(Qt::Key_F5), QKeySequence(Qt::SHIFT | Qt::Key_F5),
        QKeySequence(Qt::SHIFT | Qt::Key_Delete), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C) };
    // As shortcuts are matched: those of the number pad as well.
    const QKeySequence pressed((key.modifiers() & ~Qt::KeypadModifier) | Qt::Key(key.key()));
    return std::find(keys.begin(), keys.end(), pressed) != keys.end();
}

} // namespace pushbrake
