// Keeps the words of a form whole: a message that wraps to another line makes the dialog taller, never a field lower.
// Owned by the dialog that it watches. Opened within the screen, a dialog is never made smaller, so that no button
// moves away under the pointer.
#pragma once

#include <QObject>

class QDialog;

namespace pushbrake {

class GrowToFit : public QObject
{
    Q_OBJECT
public:
    explicit GrowToFit(QDialog& dialog);
    bool eventFilter(QObject* dialog, QEvent* event) override;

private:
    void grow(bool always);

    QDialog& m_dialog;
    int m_words = 0; ///< the height that they need at one and the same width
};

} // namespace pushbrake
