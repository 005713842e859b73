#include "ui/parts/scrolledform.h"

#include "ui/look/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOption>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr int leastHeight = 14 * theme::unit;
constexpr int mostNeeded = 560; ///< of width: what is wider scrolls sideways, too

class FocusRing final : public QWidget
{
public:
    explicit FocusRing(QWidget* around)
        : QWidget(around)
    {
        setObjectName(QStringLiteral("formFocusRing"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QStyleOptionFocusRect ring;
        ring.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter);
    }
};
} // namespace

ScrolledForm::ScrolledForm(QWidget* parent)
    : QScrollArea(parent)
    , m_ring(new FocusRing(this))
{
    setObjectName(QStringLiteral("scrolledForm"));
    setAccessibleName(tr("Scrolled part of the window"));
    auto* fields = new QWidget(this);
    fields->setObjectName(QStringLiteral("formFields"));
    m_column = new QVBoxLayout(fields);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::bandGap);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // until something is out of sight
    setWidget(fields);
    m_later.setSingleShot(true);
    m_later.setInterval(50ms);
    connect(&m_later, &QTimer::timeout, this, &ScrolledForm::showFocused);
    // A mnemonic, a click and the program move the keyboard past the base, which follows Tab alone.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* to) { onFocusMoved(to); });
    for (const QScrollBar* bar : { verticalScrollBar(), horizontalScrollBar() })
        connect(bar, &QScrollBar::rangeChanged, this, &ScrolledForm::updateReach);
}

void ScrolledForm::onFocusMoved(const QWidget* to)
{
    if (to && widget() && widget()->isAncestorOf(to))
        showFocused();
}

// What a mouse button is pressed on must still be under the mouse when it is released.
void ScrolledForm::showFocused()
{
    QWidget* focused = QApplication::focusWidget();
    if (!focused || !widget()->isAncestorOf(focused))
        return;
    if (QApplication::mouseButtons() != Qt::NoButton || QApplication::activePopupWidget())
        m_later.start();
    else
        ensureWidgetVisible(focused);
}

void ScrolledForm::updateReach()
{
    const bool isCut = verticalScrollBar()->maximum() > 0 || horizontalScrollBar()->maximum() > 0;
    setFocusPolicy(isCut ? Qt::TabFocus : Qt::NoFocus);
    if (!isCut && hasFocus())
        focusNextChild();
}

// Keys that nobody in here wanted come by as well: those would scroll away what has the keyboard.
void ScrolledForm::keyPressEvent(QKeyEvent* event)
{
    if (hasFocus())
        QScrollArea::keyPressEvent(event);
    else
        event->ignore();
}

void ScrolledForm::focusInEvent(QFocusEvent* event)
{
    QScrollArea::focusInEvent(event);
    m_ring->setGeometry(rect());
    m_ring->raise();
    m_ring->show();
}

void ScrolledForm::focusOutEvent(QFocusEvent* event)
{
    QScrollArea::focusOutEvent(event);
    m_ring->hide();
}

void ScrolledForm::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    m_ring->setGeometry(rect());
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
