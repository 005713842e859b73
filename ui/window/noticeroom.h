// Where the notices are: at the foot of the pages. A notice is seen at once, and lies over the foot of the page until
// the page gives it room, which is only while the mouse is elsewhere: nothing that a hand is about to click or an eye
// is reading moves because a notice came or went by itself. Who works by the keys has left the mouse. Owned by Shell.
#pragma once

#include <QElapsedTimer>
#include <QPoint>
#include <QTimer>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace pushbrake {

class NoticeRoom : public QWidget
{
    Q_OBJECT
public:
    /// `pages`: what gives the room, and stands above this in the same layout. Borrowed.
    NoticeRoom(QWidget& pages, QWidget* parent);

    void add(QWidget& bar); ///< above those that are there
    void setGap(int gap); ///< between two of them

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    int wanted() const; ///< height of all that is told; 0: nothing is
    QRect placeOfSheet(int height) const; ///< among the siblings of this
    bool isHandAt(const QRect& place) const; ///< the mouse, unless it was left for the keys
    bool isHandStill();
    void wait(bool isWaiting);
    void take(int height);

    QWidget& m_pages;
    QWidget* m_sheet; ///< what is seen; as high as the notices, where this is as high as the room they were given
    QVBoxLayout* m_bars;
    QTimer m_look; ///< while something waits for the mouse to go
    int m_taken = 0;
    QPoint m_hand; ///< where the mouse was when it was looked at last
    QElapsedTimer m_still; ///< since when it is there
    std::optional<QPoint> m_left; ///< where it was when keys were pressed last
    bool m_isFitting = false;
};

} // namespace pushbrake
