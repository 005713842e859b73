// Every key of a window on one sheet, made from the actions themselves, so that it cannot be out of date. Owned by its
// parent; deletes itself when closed.
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <utility>

class QAction;

namespace pushbrake {

class KeySheet : public QDialog
{
    Q_OBJECT
public:
    /// `commands`: menu by menu; those without keys are left out.
    KeySheet(const QList<std::pair<QString, QList<QAction*>>>& commands, QWidget* parent);
};

} // namespace pushbrake
