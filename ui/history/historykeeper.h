// How long the history is kept: a choice of the View menu, remembered in the settings. What a choice would remove at
// once is asked for; whatever grows older later goes by itself, a little at a time. Owned by HistoryDesk.
#pragma once

#include "domain/clock.h"
#include "store/retention.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace pushbrake {

class CommandAction;
class Notices;

class HistoryKeeper : public QObject
{
    Q_OBJECT
public:
    /// All borrowed. `mayRemove`: false while something more important goes on. `quiet`: how long nothing is removed
    /// after a start, and after it may not be.
    struct Needs
    {
        Retention& retention;
        QSettings& settings;
        const Clock& clock;
        QWidget& window;
        Notices& notices;
        std::function<bool()> mayRemove;
        std::chrono::milliseconds quiet = std::chrono::seconds(20);
    };
    HistoryKeeper(Needs needs, QObject* parent);
    ~HistoryKeeper() override;

    QAction* menuAction() const;

Q_SIGNALS:
    void removed(); ///< something of the history is no more

private:
    void addChoice(const char* name, const QString& text, int days);
    void choose(int days);
    void ask(int days, const Retention::Amount& amount);
    void keepFromNowOn(int days); ///< where nothing is older
    void keep(int days);
    void showChoice();
    int keptDays() const;
    QDateTime oldest(int days) const;
    void step();

    Needs m_needs;
    std::unique_ptr<QMenu> m_menu;
    QList<CommandAction*> m_choices;
    QTimer m_step;
};

} // namespace pushbrake
