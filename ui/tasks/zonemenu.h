// The choice of the zone in which the window shows times, as a menu; remembered in the settings. Owned by TaskDesk. At
// the start it puts in force what was chosen last.
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QSettings;
class QWidget;

namespace pushbrake {

class ZoneMenu : public QObject
{
    Q_OBJECT
public:
    ZoneMenu(QSettings& settings, QWidget& window, QObject* parent);

    QAction* action() const;

Q_SIGNALS:
    /// Every time that stands in the window reads differently now.
    void zoneChanged();

private:
    void add(const QString& words, const QByteArray& zone);
    void choose(const QByteArray& zone);

    QSettings& m_settings;
    QMenu* m_menu;
    QActionGroup* m_zones;
};

} // namespace pushbrake
