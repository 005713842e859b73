// Lets Undo, Pause, Continue and Stop answer to their keys in every window of the program, whichever is in front: what
// goes out in a minute does not wait until somebody has found the right window. Owned by RunDesk.
#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace pushbrake {

class RunKeys : public QObject
{
    Q_OBJECT
public:
    /// Borrows the actions.
    RunKeys(QList<QAction*> actions, QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<QAction*> m_actions;
};

} // namespace pushbrake
