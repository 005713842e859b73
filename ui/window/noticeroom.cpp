#include "ui/window/noticeroom.h"

#include <QCoreApplication>
#include <QCursor>
#include <QEvent>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr auto betweenLooks = 100ms;
constexpr qint64 stillMs = 1'500; ///< a hand that rests so long clicks nothing in a hurry
} // namespace

NoticeRoom::NoticeRoom(QWidget& pages, QWidget* parent)
    : QWidget(parent)
    , m_pages(pages)
    , m_sheet(new QWidget(parent))
    , m_bars(new QVBoxLayout(m_sheet))
{
    setObjectName(QStringLiteral("noticeRoom"));
    m_sheet->setObjectName(QStringLiteral("noticeSheet"));
    m_sheet->hide();
    m_bars->setContentsMargins(0, 0, 0, 0);
    m_sheet->installEventFilter(this);
    m_pages.installEventFilter(this);
    m_look.setInterval(betweenLooks);
    connect(&m_look, &QTimer::timeout, this, &NoticeRoom::fit);
    hide();
}

void NoticeRoom::add(QWidget& bar)
{
    m_bars->insertWidget(0, &bar);
    bar.installEventFilter(this);
    fit();
}

void NoticeRoom::setGap(int gap)
{
    m_bars->setSpacing(gap);
    fit();
}

int NoticeRoom::wanted() const
{
    bool isAnyTold = false;
    for (int i = 0; i < m_bars->count(); ++i)
        isAnyTold = isAnyTold || !m_bars->itemAt(i)->widget()->isHidden();
    if (!isAnyTold)
        return 0;
    const int width = std::max(1, m_pages.width());
    return std::max(m_bars->totalMinimumSize().height(),
        m_bars->hasHeightForWidth() ? m_bars->totalHeightForWidth(width) : m_bars->totalSizeHint().height());
}

QRect NoticeRoom::placeOfSheet(int height) const
{
    const QRect pages = m_pages.geometry();
    const int bottom = isHidden() ? pages.bottom() : geometry().bottom();
    return { pages.left(), bottom - height + 1, pages.width(), height };
}

bool NoticeRoom::isHandAt(const QRect& place) const
{
    const QPoint hand = QCursor::pos();
    return window()->isVisible() && m_left != hand && place.contains(parentWidget()->mapFromGlobal(hand));
}

bool NoticeRoom::isHandStill()
{
    const QPoint hand = QCursor::pos();
    if (std::exchange(m_hand, hand) != hand || !m_still.isValid() || QGuiApplication::mouseButtons() != Qt::NoButton)
        m_still.start();
    return m_still.hasExpired(stillMs);
}

void NoticeRoom::take(int height)
{
    if (std::exchange(m_taken, height) == height)
        return;
    setFixedHeight(height);
    setVisible(height > 0);
}

void NoticeRoom::fit()
{
    if (std::exchange(m_isFitting, true))
        return;
    const int height = wanted();
    const QRect place = placeOfSheet(height);
    const bool mayCome = !m_sheet->isHidden() || !isHandAt(place) || isHandStill();
    if (mayCome) {
        m_sheet->setGeometry(place);
        m_sheet->setVisible(height > 0);
        m_sheet->raise();
    }
    const bool isShown = height == 0 || mayCome;
    const bool isHandOnPage = isHandAt(m_pages.geometry()) && !(height > 0 && isHandAt(place));
    if (isShown && !isHandOnPage && QGuiApplication::mouseButtons() == Qt::NoButton)
        take(height);
    wait(!isShown || m_taken != height);
    m_isFitting = false;
}

void NoticeRoom::wait(bool isWaiting)
{
    if (isWaiting == m_look.isActive())
        return;
    if (isWaiting) {
        m_look.start();
        QCoreApplication::instance()->installEventFilter(this);
    } else {
        m_look.stop();
        QCoreApplication::instance()->removeEventFilter(this);
        m_still.invalidate();
        m_left.reset();
    }
}

// A notice that is told, closed or unfolded, and a window that is made larger or smaller.
bool NoticeRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress)
        m_left = QCursor::pos();
    if (watched != m_sheet && watched != &m_pages && watched->parent() != m_sheet)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::LayoutRequest:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
    case QEvent::Resize:
    case QEvent::Move: fit(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void NoticeRoom::moveEvent(QMoveEvent* event)
{
    QWidget::moveEvent(event);
    fit();
}

void NoticeRoom::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace pushbrake
