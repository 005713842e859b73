#include "ui/parts/scrolledform.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace pushbrake {

namespace {
constexpr int leastHeight = 14 * theme::unit;
constexpr int mostNeeded = 560; ///< of width: what is wider scrolls sideways, too
} // namespace

ScrolledForm::ScrolledForm(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("scrolledForm"));
    auto* fields = new QWidget(this);
    fields->setObjectName(QStringLiteral("formFields"));
    m_column = new QVBoxLayout(fields);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::bandGap);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // the fields have it, and are scrolled to
    setWidget(fields);
}

// Qt's own is at most as large as a few lines of text.
QSize ScrolledForm::sizeHint() const
{
    const QSize fields = m_column->totalSizeHint();
    return { fields.width(), heightForWidth(fields.width()) };
}

// As wide as the fields need, beside the scroll bar, so that none is cut at its end, unless that is wider than a small
// screen.
QSize ScrolledForm::minimumSizeHint() const
{
    const QSize fields = m_column->totalMinimumSize();
    return { std::min(fields.width() + verticalScrollBar()->sizeHint().width(), mostNeeded),
        std::min(fields.height(), leastHeight) };
}

int ScrolledForm::heightForWidth(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->totalSizeHint().height();
}

// The layout of the dialog does not hear of a field that grows in here.
bool ScrolledForm::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace pushbrake
