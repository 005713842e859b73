#include "ui/parts/formfield.h"

#include "ui/look/theme.h"

#include <QVBoxLayout>

namespace pushbrake {

FormField::FormField(const QString& label, QWidget* input, QWidget* parent)
    : QWidget(parent)
    , m_below(theme::plainLabel({}, this))
{
    auto* name = new QLabel(label, this);
    name->setObjectName(input->objectName() + QStringLiteral("Label"));
    name->setBuddy(input);
    if (input->accessibleName().isEmpty())
        input->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    m_below->setObjectName(input->objectName() + QStringLiteral("Below"));
    m_below->setFont(theme::smallFont(m_below->font()));
    m_below->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    column->addWidget(name);
    column->addWidget(input);
    column->addWidget(m_below);
}

void FormField::showFault(const QString& sentence)
{
    show(sentence, true);
}

void FormField::showHint(const QString& sentence)
{
    show(sentence, false);
}

void FormField::show(const QString& sentence, bool fault)
{
    theme::setTone(*m_below, fault ? theme::Tone::Red : theme::Tone::Dim);
    m_below->setText(sentence);
    m_below->setVisible(!sentence.isEmpty());
}

} // namespace pushbrake
