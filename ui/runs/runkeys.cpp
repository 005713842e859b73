#include "ui/runs/runkeys.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QEvent>

#include <utility>

namespace pushbrake {

RunKeys::RunKeys(QList<QAction*> actions, QObject* parent)
    : QObject(parent)
    , m_actions(std::move(actions))
{
    qApp->installEventFilter(this);
}

bool RunKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        if (auto* dialog = qobject_cast<QDialog*>(watched))
            dialog->addActions(m_actions);
    }
    return false;
}

} // namespace pushbrake
