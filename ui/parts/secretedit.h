// A field for a secret: masked, shown only while its eye (or F8) is held down. What is in it can be pasted over and
// cleared, but not copied, cut, dragged, brought back by undo, or selected while it can be read: nothing of it comes
// into a clipboard or X11's PRIMARY selection. Owned by its dialog.
#pragma once

#include <QLineEdit>

namespace pushbrake {

class SecretEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretEdit(QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showWhat(bool shown);
};

} // namespace pushbrake
