#include "ui/apps/accountinputs.h"

#include "domain/profile.h"
#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/words/appwords.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace pushbrake::accountinputs {

namespace {

struct AccountInputs
{
    Q_DECLARE_TR_FUNCTIONS(AccountInputs)
};

QComboBox* combo(const QString& name, QWidget* parent)
{
    auto* made = new QComboBox(parent);
    made->setObjectName(name);
    made->setMinimumHeight(theme::controlHeight);
    return made;
}

} // namespace

QLineEdit* lineEdit(const QString& name, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setMinimumHeight(theme::controlHeight);
    edit->setMaxLength(widest);
    return edit;
}

QComboBox* regionCombo(QWidget* parent)
{
    QComboBox* regions = combo(QStringLiteral("regionCombo"), parent);
    for (const Region region : serviceRegions)
        regions->addItem(sentences::regionName(region), int(region));
    regions->addItem(AccountInputs::tr("Other host…"), int(Region::OtherHost));
    regions->setCurrentIndex(regions->findData(int(Region::Singapore)));
    return regions;
}

QComboBox* colourCombo(QWidget* parent)
{
    QComboBox* colours = combo(QStringLiteral("colourCombo"), parent);
    for (const ProfileColour colour : profileColours)
        colours->addItem(profilemark::icon(colour), sentences::colourName(colour), int(colour));
    return colours;
}

} // namespace pushbrake::accountinputs
