#include "ui/tasks/rangemenu.h"

#include "ui/tasks/owndaysdialog.h"
#include "ui/tasks/rangewords.h"
#include "ui/window/commandaction.h"
#include "ui/words/zone.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

using Kind = RefreshRange::Kind;

constexpr auto rangeKey = "refresh/range"_L1;
constexpr auto firstDayKey = "refresh/firstDay"_L1;
constexpr auto lastDayKey = "refresh/lastDay"_L1;
constexpr auto minutesKey = "refresh/everyMinutes"_L1;
constexpr auto beforeDueKey = "refresh/beforeDue"_L1;

constexpr std::array<std::pair<Kind, QLatin1StringView>, 5> words { { { Kind::NextWeek, "week"_L1 },
    { Kind::Today, "today"_L1 }, { Kind::NextMonth, "month"_L1 }, { Kind::OwnDays, "days"_L1 },
    { Kind::Everything, "all"_L1 } } };

Kind kindOf(const QString& word)
{
    for (const auto& [kind, known] : words) {
        if (word == known)
            return kind;
    }
    return Kind::NextWeek;
}

QLatin1StringView wordOf(Kind kind)
{
    return words.at(size_t(kind)).second;
}

} // namespace

RangeMenu::RangeMenu(QSettings& settings, const Clock& clock, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_window(window)
    , m_menu(std::make_unique<QMenu>(tr("Da&ys to read")))
    , m_toolMenu(std::make_unique<QMenu>())
    , m_repeatMenu(std::make_unique<QMenu>(tr("Repeat &by itself")))
    , m_ranges(new QActionGroup(this))
    , m_intervals(new QActionGroup(this))
    , m_beforeDue(nullptr)
    , m_tool(new CommandAction("rangeAction", {}, u"cloud-download"_s, this))
{
    m_menu->setObjectName(u"rangeMenu"_s);
    m_menu->menuAction()->setObjectName(u"rangeMenuAction"_s);
    m_menu->setToolTipsVisible(true);
    addRange("nextWeekAction", Kind::NextWeek);
    addRange("todayAction", Kind::Today);
    addRange("nextMonthAction", Kind::NextMonth);
    addRange("ownDaysAction", Kind::OwnDays);
    addRange("everythingAction", Kind::Everything);
    buildRepeat();
    m_menu->addSeparator();
    m_menu->addMenu(m_repeatMenu.get());
    m_toolMenu->setObjectName(u"rangeToolMenu"_s);
    m_toolMenu->setToolTipsVisible(true);
    m_toolMenu->addActions(m_menu->actions());
    m_tool->setMenu(m_toolMenu.get());
    restore();
    for (const QMenu* menu : { m_menu.get(), m_toolMenu.get() })
        connect(menu, &QMenu::aboutToShow, this, &RangeMenu::renewWords);
}

RangeMenu::~RangeMenu() = default;

void RangeMenu::addRange(const char* name, Kind kind)
{
    QAction* action = m_menu->addAction(QString());
    action->setObjectName(QLatin1StringView(name));
    action->setCheckable(true);
    action->setData(int(kind));
    m_ranges->addAction(action);
    connect(action, &QAction::triggered, this, [this, kind] {
        showChoice(); // until days are entered
        if (kind == Kind::OwnDays)
            askForDays();
        else
            choose({ kind, {}, {} });
    });
}

void RangeMenu::buildRepeat()
{
    m_repeatMenu->setObjectName(u"repeatMenu"_s);
    m_repeatMenu->menuAction()->setObjectName(u"repeatMenuAction"_s);
    m_repeatMenu->setToolTipsVisible(true);
    addRepeat("repeatOffAction", tr("&Not by itself"), 0);
    addRepeat("repeatFiveAction", tr("Every &5 minutes"), 5);
    addRepeat("repeatFifteenAction", tr("Every &15 minutes"), 15);
    addRepeat("repeatHourAction", tr("Every &hour"), 60);
    m_repeatMenu->addSeparator();
    m_beforeDue = m_repeatMenu->addAction(tr("&Shortly before something goes out"));
    m_beforeDue->setObjectName(u"beforeDueAction"_s);
    m_beforeDue->setCheckable(true);
    m_beforeDue->setToolTip(tr("Five minutes before, what goes out next is read once more."));
    connect(m_beforeDue, &QAction::triggered, this, [this](bool on) {
        m_settings.setValue(beforeDueKey, on);
        renewWords();
        Q_EMIT repeatChosen();
    });
}

void RangeMenu::addRepeat(const char* name, const QString& text, int minutes)
{
    QAction* action = m_repeatMenu->addAction(text);
    action->setObjectName(QLatin1StringView(name));
    action->setCheckable(true);
    action->setData(minutes);
    m_intervals->addAction(action);
    connect(action, &QAction::triggered, this, [this, minutes] {
        m_settings.setValue(minutesKey, minutes);
        renewWords();
        Q_EMIT repeatChosen();
    });
}

// What was written by hand and is none of the choices must not read every second.
void RangeMenu::restore()
{
    m_range = stillOfUse({ kindOf(m_settings.value(rangeKey).toString()), m_settings.value(firstDayKey).toDate(),
                             m_settings.value(lastDayKey).toDate() },
        m_clock.utcNow(), sentences::zone());
    const int minutes = m_settings.value(minutesKey, 0).toInt();
    m_intervals->actions().constFirst()->setChecked(true);
    for (QAction* action : m_intervals->actions()) {
        if (action->data().toInt() == minutes)
            action->setChecked(true);
    }
    m_beforeDue->setChecked(m_settings.value(beforeDueKey, false).toBool());
    renewWords();
    showChoice();
}

RefreshRhythm::Choice RangeMenu::repeat() const
{
    const QAction* chosen = m_intervals->checkedAction();
    return { std::chrono::minutes(chosen ? chosen->data().toInt() : 0), m_beforeDue->isChecked() };
}

QAction* RangeMenu::tool() const
{
    return m_tool;
}

QAction* RangeMenu::rangeAction() const
{
    return m_menu->menuAction();
}

QAction* RangeMenu::repeatAction() const
{
    return m_repeatMenu->menuAction();
}

void RangeMenu::choose(const RefreshRange& range)
{
    m_range = range;
    m_settings.setValue(rangeKey, wordOf(range.kind));
    m_settings.setValue(firstDayKey, range.first);
    m_settings.setValue(lastDayKey, range.last);
    showChoice();
    renewWords();
    Q_EMIT rangeChosen();
}

void RangeMenu::askForDays()
{
    const QDate today = sentences::inZone(m_clock.utcNow()).date();
    const bool hasOwn = m_range.kind == Kind::OwnDays;
    auto* dialog = new OwnDaysDialog(hasOwn ? m_range.first : today, hasOwn ? m_range.last : today.addDays(6),
        sentences::zoneName(m_clock.utcNow()), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &OwnDaysDialog::daysChosen, this, [this](QDate first, QDate last) { choose(ownDays(first, last)); });
    dialog->open();
}

void RangeMenu::showChoice()
{
    for (QAction* action : m_ranges->actions())
        action->setChecked(action->data().toInt() == int(m_range.kind));
}

void RangeMenu::renewWords()
{
    const QDateTime now = m_clock.utcNow();
    for (QAction* action : m_ranges->actions()) {
        const Kind kind = Kind(action->data().toInt());
        action->setText(kind == Kind::OwnDays ? tr("Own days…") : rangewords::name({ kind, {}, {} }, now));
        action->setToolTip(
            kind == Kind::OwnDays ? tr("From one day to another") : rangewords::tip({ kind, {}, {} }, now));
    }
    // Where it is seen: whoever chose that the list is read by itself wants to know that it is.
    const RefreshRhythm::Choice repeated = repeat();
    m_tool->setText(rangewords::deed(m_range, repeated, now));
    m_tool->setTip(rangewords::tip(m_range, now) + u' ' + tr("Which of them the list shows, the filters decide.")
        + u'\n' + rangewords::repeatTip(repeated));
}

} // namespace pushbrake
