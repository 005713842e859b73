#include "ui/parts/secretedit.h"

#include "ui/look/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

namespace pushbrake {

SecretEdit::SecretEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setDragEnabled(false);
    // A selection that can be read is offered to every other program as X11's PRIMARY, and stays there.
    connect(this, &QLineEdit::selectionChanged, this, [this] {
        if (echoMode() == QLineEdit::Normal && hasSelectedText())
            deselect();
    });
    QAction* eye = addAction(theme::icon(QStringLiteral("eye"), theme::Tone::Dim), QLineEdit::TrailingPosition);
    eye->setObjectName(QStringLiteral("showSecretAction"));
    eye->setText(tr("Show while held down (F8)"));
    eye->setToolTip(eye->text());
    for (auto* button : findChildren<QToolButton*>()) {
        if (button->defaultAction() != eye)
            continue;
        button->setObjectName(QStringLiteral("showSecretButton"));
        button->setAccessibleName(eye->text());
        connect(button, &QToolButton::pressed, this, [this] { showWhat(true); });
        connect(button, &QToolButton::released, this, [this] { showWhat(false); });
    }
}

void SecretEdit::showWhat(bool shown)
{
    deselect();
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
}

void SecretEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F8) {
        if (!event->isAutoRepeat())
            showWhat(true);
        return;
    }
    for (const auto denied : { QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo, QKeySequence::Redo }) {
        if (event->matches(denied))
            return;
    }
    if (echoMode() == QLineEdit::Normal)
        showWhat(false); // typing and selecting go on masked
    QLineEdit::keyPressEvent(event);
}

void SecretEdit::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F8 && !event->isAutoRepeat())
        showWhat(false);
    else
        QLineEdit::keyReleaseEvent(event);
}

void SecretEdit::focusOutEvent(QFocusEvent* event)
{
    showWhat(false);
    QLineEdit::focusOutEvent(event);
}

void SecretEdit::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("secretMenu"));
    menu->addAction(tr("&Paste"), this, &QLineEdit::paste);
    menu->addAction(tr("C&lear"), this, &QLineEdit::clear)->setEnabled(!text().isEmpty());
    menu->popup(event->globalPos());
}

} // namespace pushbrake
