#include "ui/look/labels.h"

#include <QLabel>
#include <QVariant>

namespace pushbrake::theme {

namespace {
constexpr const char* toneProperty = "tone";
}

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel* selectableLabel(const QString& text, QWidget* parent)
{
    QLabel* label = plainLabel(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setTone(QLabel& label, Tone tone)
{
    label.setProperty(toneProperty, int(tone));
    renewTone(label);
}

void renewTone(QLabel& label)
{
    const QVariant tone = label.property(toneProperty);
    if (!tone.isValid())
        return;
    QPalette palette = label.palette();
    palette.setColor(label.foregroundRole(), color(Tone(tone.toInt())));
    label.setPalette(palette);
}

} // namespace pushbrake::theme
