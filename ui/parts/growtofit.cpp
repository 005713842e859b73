#include "ui/parts/growtofit.h"

#include "ui/look/theme.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>

#include <utility>

namespace pushbrake {

namespace {
constexpr int measuredAt = 500; ///< pixels; any width will do, if it is always the same
}

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
        grow(event->type() == QEvent::Show);
    return false;
}

void GrowToFit::grow(bool always)
{
    const QLayout* layout = m_dialog.layout();
    if (!layout || !layout->hasHeightForWidth())
        return;
    const QSize wanted(m_dialog.width(), layout->totalHeightForWidth(m_dialog.width()));
    // Whoever has made the dialog smaller wanted it so: only words that came since then make it grow.
    const int words = layout->totalHeightForWidth(measuredAt);
    if (words <= std::exchange(m_words, words) && !always)
        return;
    const int needed = theme::withinScreen(m_dialog, wanted).height();
    if (needed > m_dialog.height())
        m_dialog.resize(m_dialog.width(), needed);
}

} // namespace pushbrake
