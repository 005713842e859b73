#include "ui/tasks/filtermenu.h"

#include "ui/tasks/filterwords.h"
#include "ui/tasks/originmenu.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"
#include "ui/tasks/timerangedialog.h"
#include "ui/words/badges.h"

#include <QActionGroup>
#include <QMenu>

#include <utility>

namespace pushbrake {

FilterMenu::FilterMenu(const TaskFilter& filter, QWidget& window)
    : QObject(&window)
    , m_filter(filter)
    , m_window(window)
    , m_menu(new QMenu(&window))
{
    m_menu->setObjectName(QStringLiteral("filterMenu"));
    m_menu->setAccessibleName(tr("Filter"));
    fillStatuses();
    fillAudiences();
    fillTimes();
    fillResults();
    addOrigins();
    show({});
}

QMenu* FilterMenu::addMenu(const char* name, const QString& title)
{
    QMenu* menu = m_menu->addMenu(title);
    menu->setObjectName(QLatin1StringView(name));
    m_kind = new QActionGroup(this);
    return menu;
}

void FilterMenu::add(QMenu& menu, const QString& words, Change change)
{
    QAction* action = menu.addAction(words);
    action->setCheckable(true);
    m_kind->addAction(action);
    connect(action, &QAction::triggered, this, [this, change] {
        Narrowing by = m_by;
        change(by);
        show(m_by); // until the owner says that it is chosen
        if (by.time == TimeChoice::Between && by.between == TimeSpan())
            askForRange();
        else
            Q_EMIT chosen(by);
    });
    m_choices.emplace_back(action, std::move(change));
}

// A choice that is in force changes nothing.
void FilterMenu::show(const Narrowing& by)
{
    m_by = by;
    for (const auto& [action, change] : m_choices) {
        Narrowing changed = by;
        change(changed);
        if (changed.time == TimeChoice::Between)
            changed.between = by.between;
        action->setChecked(changed == by);
    }
    m_origins->show(by.origin);
}

void FilterMenu::fillStatuses()
{
    QMenu* menu = addMenu("statusFilter", tr("&Status"));
    for (const QList<StatusChoice>& group : statusChoices()) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const StatusChoice choice : group)
            add(*menu, statusWords(choice), [choice](Narrowing& by) { by.status = choice; });
    }
}

void FilterMenu::fillAudiences()
{
    QMenu* menu = addMenu("audienceFilter", tr("&Audience"));
    add(*menu, tr("Any audience"), [](Narrowing& by) { by.audience.reset(); });
    menu->addSeparator();
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
        add(*menu, sentences::audienceWords(audience), [audience](Narrowing& by) { by.audience = audience; });
}

void FilterMenu::fillTimes()
{
    using enum TimeChoice;
    QMenu* menu = addMenu("timeFilter", tr("&Goes out"));
    const QList<QList<TimeChoice>> groups { { Any }, { NextHour, NextDay, NextWeek }, { Today, Tomorrow, Between },
        { Past, NotKnown } };
    for (const QList<TimeChoice>& group : groups) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const TimeChoice choice : group) {
            add(*menu, filterwords::time(choice), [choice](Narrowing& by) {
                by.time = choice;
                by.between = {};
            });
        }
    }
}

void FilterMenu::fillResults()
{
    QMenu* menu = addMenu("resultFilter", tr("Last &result"));
    for (const QList<ResultChoice>& group : resultChoices()) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const ResultChoice choice : group)
            add(*menu, resultWords(choice), [choice](Narrowing& by) { by.result = choice; });
    }
}

void FilterMenu::addOrigins()
{
    m_origins = new OriginMenu(m_filter, *addMenu("originFilter", tr("&Origin")), m_window);
    connect(m_origins, &OriginMenu::chosen, this, [this](const OriginChoice& choice) {
        Narrowing by = m_by;
        by.origin = choice;
        Q_EMIT chosen(by);
    });
}

void FilterMenu::askForRange()
{
    if (!m_range) {
        m_range = new TimeRangeDialog(m_filter.model().clock(), &m_window);
        m_range->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_range, &TimeRangeDialog::chosen, this, [this](const TimeSpan& span) {
            Narrowing by = m_by;
            by.time = TimeChoice::Between;
            by.between = span;
            Q_EMIT chosen(by);
        });
    }
    if (m_by.time == TimeChoice::Between)
        m_range->setSpan(m_by.between);
    m_range->open();
}

} // namespace pushbrake
