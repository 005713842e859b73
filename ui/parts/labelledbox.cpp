#include "ui/parts/labelledbox.h"

#include "ui/look/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace pushbrake {

LabelledBox::LabelledBox(const char* name, const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
{
    m_box->setObjectName(QString::fromLatin1(name));
    m_box->setMinimumHeight(theme::controlHeight);
    m_box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    auto* words = new QLabel(label, this);
    words->setObjectName(m_box->objectName() + QStringLiteral("Label"));
    words->setBuddy(m_box);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::buttonGap);
    row->addWidget(words);
    row->addWidget(m_box, 1);
}

} // namespace pushbrake
