#include "ui/parts/growtofit.h"

#include "ui/look/theme.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>

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
    if (event->type() == QEvent::Show)
        m_dialog.resize(theme::withinScreen(m_dialog, m_dialog.size()));
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        grow();
    return false;
}

void GrowToFit::grow()
{
    const QLayout* layout = m_dialog.layout();
    if (!layout || !layout->hasHeightForWidth())
        return;
    const QSize wanted(m_dialog.width(), layout->totalHeightForWidth(m_dialog.width()));
    const int needed = theme::withinScreen(m_dialog, wanted).height();
    if (needed > m_dialog.height())
        m_dialog.resize(m_dialog.width(), needed);
}

} // namespace pushbrake
