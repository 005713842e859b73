#include "ui/parts/growtofit.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace pushbrake {

GrowToFit::GrowToFit(QDialog& dialog)
    : QObject(&dialog)
    , m_dialog(dialog)
{
    dialog.installEventFilter(this);
}

// A layout gives a top-level window the least height of its parts as if no text were wrapped at its present width.
bool GrowToFit::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        grow();
    return false;
}

void GrowToFit::grow()
{
    const QLayout* layout = m_dialog.layout();
    if (!layout || !layout->hasHeightForWidth())
        return;
    const int room = m_dialog.screen()->availableSize().height();
    const int needed = std::min(layout->totalHeightForWidth(m_dialog.width()), room);
    if (needed > m_dialog.height())
        m_dialog.resize(m_dialog.width(), needed);
}

} // namespace pushbrake
