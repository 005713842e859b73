#include "ui/tasks/zonemenu.h"

#include "ui/words/zone.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
const QString setting = u"view/zone"_s;
} // namespace

ZoneMenu::ZoneMenu(QSettings& settings, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_menu(new QMenu(tr("Times &in the zone of"), &window))
    , m_zones(new QActionGroup(this))
{
    m_menu->setObjectName(u"zoneMenu"_s);
    m_menu->menuAction()->setObjectName(u"zoneMenuAction"_s);
    add(tr("This computer (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())), {});
    m_menu->addSeparator();
    for (const sentences::OfferedZone& zone : sentences::offeredZones())
        add(zone.name, zone.id);
    choose(settings.value(setting).toByteArray());
}

QAction* ZoneMenu::action() const
{
    return m_menu->menuAction();
}

void ZoneMenu::add(const QString& words, const QByteArray& zone)
{
    QAction* action = m_menu->addAction(words);
    action->setCheckable(true);
    action->setData(zone);
    m_zones->addAction(action);
    connect(action, &QAction::triggered, this, [this, zone] {
        m_settings.setValue(setting, zone);
        choose(zone);
        Q_EMIT zoneChanged();
    });
}

// One that this computer does not know is not taken: times would be wrong without a word.
void ZoneMenu::choose(const QByteArray& zone)
{
    const QTimeZone chosen(zone);
    sentences::setZone(zone.isEmpty() ? QTimeZone() : chosen);
    for (QAction* action : m_zones->actions()) {
        if (action->data().toByteArray() == (chosen.isValid() ? zone : QByteArray()))
            action->setChecked(true);
    }
}

} // namespace pushbrake
