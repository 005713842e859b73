// Takes files that are dropped on a window. Owned by whoever opens them; watches the window, which has to outlive it.
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace pushbrake {

class FileDrop : public QObject
{
    Q_OBJECT
public:
    FileDrop(QWidget& window, QObject* parent);
    bool eventFilter(QObject* window, QEvent* event) override;

Q_SIGNALS:
    /// One local file. Of several nothing is taken, since only one can be looked at.
    void dropped(const QString& path);
};

} // namespace pushbrake
