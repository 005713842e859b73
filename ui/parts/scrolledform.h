// The part of a dialog that gives way on a small screen: its fields scroll, while the buttons below it stay where they
// can be reached. As tall as its fields when there is room. Whatever in it gets the keyboard is scrolled into sight;
// while something is out of sight Tab comes to it as well. Owned by its dialog, and owns what is put into its column.
#pragma once

#include <QScrollArea>
#include <QTimer>

class QVBoxLayout;

namespace pushbrake {

class ScrolledForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrolledForm(QWidget* parent);

    /// Where the fields go, from the top.
    QVBoxLayout& column() const { return *m_column; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void onFocusMoved(const QWidget* to);
    void showFocused();
    void updateReach();

    QVBoxLayout* m_column;
    QWidget* m_ring; ///< around it while it has the keyboard itself
    QTimer m_later; ///< nothing moves while a mouse button is down on it
};

} // namespace pushbrake
