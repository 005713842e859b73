#include "ui/history/historykeeper.h"

#include "ui/parts/notices.h"
#include "ui/parts/safequestion.h"
#include "ui/window/commandaction.h"
#include "ui/words/problems.h"

#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushbrake {

namespace {
constexpr auto daysKey = "history/keptDays"_L1;
constexpr std::array allowed { 0, 90, 365, 5 * 365 }; ///< days; 0: for ever
constexpr auto betweenParts = 50ms;
constexpr auto nextLook = 12h;
} // namespace

HistoryKeeper::HistoryKeeper(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_menu(std::make_unique<QMenu>(tr("&Keep the history")))
{
    m_menu->setObjectName(u"keepHistoryMenu"_s);
    m_menu->setAccessibleName(tr("Keep the history"));
    m_menu->setToolTipsVisible(true);
    addChoice("keepForEverAction", tr("For &ever"), 0);
    addChoice("keepFiveYearsAction", tr("For &five years"), 5 * 365);
    addChoice("keepOneYearAction", tr("For &one year"), 365);
    addChoice("keepNinetyDaysAction", tr("For &90 days"), 90);
    showChoice();
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &HistoryKeeper::step);
    m_step.start(m_needs.quiet);
}

HistoryKeeper::~HistoryKeeper() = default;

QAction* HistoryKeeper::menuAction() const
{
    return m_menu->menuAction();
}

void HistoryKeeper::addChoice(const char* name, const QString& text, int days)
{
    auto* action = new CommandAction(name, text, {}, this);
    action->setCheckable(true);
    action->setData(days);
    action->setTip(tr("What is still not known is kept whatever its age"));
    connect(action, &QAction::triggered, this, [this, days] { choose(days); });
    m_menu->addAction(action);
    m_choices.append(action);
}

void HistoryKeeper::showChoice()
{
    for (CommandAction* choice : m_choices)
        choice->setChecked(choice->data().toInt() == keptDays());
}

int HistoryKeeper::keptDays() const
{
    // A number that was written by hand must not remove what nobody was asked about.
    const int days = m_needs.settings.value(daysKey, 0).toInt();
    return std::find(allowed.begin(), allowed.end(), days) != allowed.end() ? days : 0;
}

QDateTime HistoryKeeper::oldest(int days) const
{
    return m_needs.clock.utcNow().addDays(-days);
}

void HistoryKeeper::choose(int days)
{
    showChoice(); // until it is decided
    if (days == 0) {
        keep(days);
        m_needs.notices.tell(NoticeKind::Information, tr("The history is kept for ever."));
        return;
    }
    const auto amount = m_needs.retention.olderThan(oldest(days));
    if (!amount)
        m_needs.notices.tell(NoticeKind::Severe, sentences::databaseProblem(amount.error()));
    else if (amount->runs == 0)
        keepFromNowOn(days);
    else
        ask(days, *amount);
}

void HistoryKeeper::ask(int days, const Retention::Amount& amount)
{
    askSafely(
        { "keepHistoryQuestion", tr("Remove a part of the history?"),
            tr("The history of %n push(es) is older than that and will be removed for good.", nullptr, amount.pushes),
            tr("From then on, whatever grows older is removed without a further question. What is still not known "
               "is kept whatever its age. Nothing changes at the service."),
            { "keepAllButton", tr("&Keep all of it"), {} },
            { { "removeOldButton", tr("&Remove what is older"), [this, days] { keep(days); } } } },
        m_needs.window);
}

void HistoryKeeper::keepFromNowOn(int days)
{
    keep(days);
    m_needs.notices.tell(NoticeKind::Information,
        tr("The history is kept for %n day(s) from now on. Nothing in it is older yet, so nothing was removed. "
           "Whatever grows older is removed without a further question.",
            nullptr, days));
}

void HistoryKeeper::keep(int days)
{
    m_needs.settings.setValue(daysKey, days);
    showChoice();
    m_step.start(0);
}

void HistoryKeeper::step()
{
    const int days = keptDays();
    if (days == 0)
        return;
    if (!m_needs.mayRemove()) {
        m_step.start(m_needs.quiet);
        return;
    }
    const auto gone = m_needs.retention.removeSome(oldest(days));
    if (!gone) {
        m_needs.notices.tell(NoticeKind::Severe, sentences::databaseProblem(gone.error()));
        m_step.start(nextLook);
        return;
    }
    if (gone->runs > 0)
        Q_EMIT removed();
    m_step.start(gone->runs > 0 ? std::chrono::milliseconds(betweenParts) : std::chrono::milliseconds(nextLook));
}

} // namespace pushbrake
