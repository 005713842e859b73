// A labelled field with room below it for one sentence: what is wrong, or what was understood. Owned by its dialog.
#pragma once

#include <QLabel>
#include <QWidget>

namespace pushbrake {

class FormField : public QWidget
{
    Q_OBJECT
public:
    /// `label` with a mnemonic; `input` becomes its buddy and a child. A hidden field takes no room.
    FormField(const QString& label, QWidget* input, QWidget* parent);

    void showFault(const QString& sentence); ///< empty: nothing is wrong
    void showHint(const QString& sentence);

private:
    void show(const QString& sentence, bool fault);

    QLabel* m_below;
};

} // namespace pushbrake
