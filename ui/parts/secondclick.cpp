#include "ui/parts/secondclick.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace pushbrake {

namespace {

class SecondClick final : public QObject
{
public:
    explicit SecondClick(QWidget& window)
        : QObject(&window)
        , m_window(window)
    {
        qApp->installEventFilter(this);
        QTimer::singleShot(QApplication::doubleClickInterval(), this, &QObject::deleteLater);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
        const auto* widget = isPress ? qobject_cast<QWidget*>(watched) : nullptr;
        return widget && widget->window() == &m_window;
    }

private:
    QWidget& m_window;
};

} // namespace

void swallowSecondClick(QWidget& window)
{
    new SecondClick(window);
}

} // namespace pushbrake
