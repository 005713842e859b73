#include "ui/imports/importquestions.h"

#include "ui/look/theme.h"
#include "ui/parts/labelledbox.h"
#include "ui/words/zone.h"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

namespace pushbrake {

ImportQuestions::ImportQuestions(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("importQuestions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    m_zone = makeBox("zoneBox", tr("Times without a &zone are meant in"));
    m_zone->box().addItem(
        tr("The zone of the window (%1)").arg(QString::fromLatin1(sentences::zone().id())), QByteArray());
    for (const sentences::OfferedZone& zone : sentences::offeredZones())
        m_zone->box().addItem(zone.name, zone.id);
    m_order = makeBox("dateOrderBox", tr("&Dates like 1/6/2026 begin with"));
    m_order->box().addItem(tr("Choose…"), int(DateOrder::Unknown));
    m_order->box().addItem(tr("The day"), int(DateOrder::DayFirst));
    m_order->box().addItem(tr("The month"), int(DateOrder::MonthFirst));
    m_hidden = makeCheck("hiddenRowsBox");
    m_decimals = makeCheck("decimalsBox");
    m_decimals->setText(tr("Leave the zeros after a decimal point away: 1234.0 is 1&234"));
}

LabelledBox* ImportQuestions::makeBox(const char* name, const QString& label)
{
    auto* line = new LabelledBox(name, label, this);
    static_cast<QVBoxLayout*>(layout())->addWidget(line, 0, Qt::AlignLeading);
    connect(&line->box(), &QComboBox::activated, this, &ImportQuestions::answered);
    return line;
}

QCheckBox* ImportQuestions::makeCheck(const char* name)
{
    auto* check = new QCheckBox(this);
    check->setObjectName(QString::fromLatin1(name));
    layout()->addWidget(check);
    connect(check, &QCheckBox::clicked, this, &ImportQuestions::answered);
    return check;
}

// A question that was answered stays, so that the answer can be taken back.
void ImportQuestions::ask(const ImportPreview& preview)
{
    m_zone->setVisible(preview.timesWithoutZone > 0);
    m_order->setVisible(preview.timesOfUnknownOrder > 0 || dateOrder() != DateOrder::Unknown);
    m_hidden->setText(tr("Take also the %n &hidden row(s)", nullptr, preview.hiddenRows));
    m_hidden->setVisible(preview.hiddenRows > 0);
    m_decimals->setVisible(preview.wholeDecimals > 0 || m_decimals->isChecked());
    setVisible(m_zone->isVisibleTo(this) || m_order->isVisibleTo(this) || m_hidden->isVisibleTo(this)
        || m_decimals->isVisibleTo(this));
}

void ImportQuestions::answer(ImportContext& context) const
{
    const QByteArray zone = m_zone->box().currentData().toByteArray();
    context.zone = zone.isEmpty() ? sentences::zone() : QTimeZone(zone);
    context.takesHiddenRows = m_hidden->isChecked();
    context.takesWholeDecimals = m_decimals->isChecked();
}

DateOrder ImportQuestions::dateOrder() const
{
    return DateOrder(m_order->box().currentData().toInt());
}

void ImportQuestions::forget()
{
    m_order->box().setCurrentIndex(0);
    m_hidden->setChecked(false);
    m_decimals->setChecked(false);
    hide();
}

} // namespace pushbrake
