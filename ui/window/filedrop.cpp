#include "ui/window/filedrop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace pushbrake {

namespace {

/// Empty when it is anything but one local file.
QString fileIn(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

FileDrop::FileDrop(QWidget& window, QObject* parent)
    : QObject(parent)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool FileDrop::eventFilter(QObject* window, QEvent* event)
{
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!isDrag && event->type() != QEvent::Drop)
        return QObject::eventFilter(window, event);
    auto* drop = static_cast<QDropEvent*>(event);
    const QString path = fileIn(*drop->mimeData());
    if (path.isEmpty())
        return QObject::eventFilter(window, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (!isDrag)
        Q_EMIT dropped(path);
    return true;
}

} // namespace pushbrake
