#include "ui/history/historybar.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/twopartrow.h"
#include "ui/words/historywords.h"
#include "ui/words/zone.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushbrake {

namespace {
constexpr auto afterTyping = 200ms;
constexpr int longestSearch = 200;
} // namespace

HistoryBar::HistoryBar(const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_shown(new QButtonGroup(this))
    , m_days(new QButtonGroup(this))
    , m_results(new QButtonGroup(this))
{
    setObjectName(u"historyBar"_s);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::unit);
    auto* first = new QHBoxLayout;
    first->setSpacing(theme::buttonGap);
    rows->addLayout(first);
    buildSearch(*first);
    auto* second = new TwoPartRow(this);
    rows->addWidget(second);
    buildDays(second->beginning());
    second->beginning().addStretch();
    buildResults(second->end());
    m_typing.setSingleShot(true);
    m_typing.setInterval(afterTyping);
    connect(&m_typing, &QTimer::timeout, this, &HistoryBar::changed);
    connect(m_shown, &QButtonGroup::idToggled, this, [this](int shown, bool isOn) {
        if (isOn) // what a cancellation is not searched for must not seem to be missing
            m_search->setPlaceholderText(
                shown == 1 ? tr("Search person or app") : tr("Search title, task ID or person"));
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_app, &QComboBox::currentIndexChanged, this, &HistoryBar::changed);
    connect(m_days, &QButtonGroup::idClicked, this, [this] {
        if (Days(m_days->checkedId()) == Days::Own)
            proposeOwnDays();
        showOwnDays();
        Q_EMIT changed();
    });
    for (QButtonGroup* group : { m_shown, m_results })
        connect(group, &QButtonGroup::idClicked, this, &HistoryBar::changed);
    for (QDateEdit* day : { m_from, m_to }) {
        connect(day, &QDateEdit::dateChanged, this, [this] {
            m_areDaysSet = true;
            Q_EMIT changed();
        });
    }
    showOwnDays();
}

QPushButton* HistoryBar::addChoice(QButtonGroup& group, QHBoxLayout& row, const char* name, const QString& text, int id)
{
    QPushButton* choice = makeButton(name, text, this);
    choice->setCheckable(true);
    choice->setChecked(id == 0);
    group.addButton(choice, id);
    row.addWidget(choice);
    return choice;
}

void HistoryBar::buildSearch(QHBoxLayout& row)
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"historySearch"_s);
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setPlaceholderText(tr("Search title, task ID or person"));
    m_search->setMaxLength(longestSearch);
    m_search->setMinimumWidth(140);
    m_search->addAction(theme::icon(u"search"_s, theme::Tone::Dim), QLineEdit::LeadingPosition);
    row.addWidget(m_search, 2);
    m_app = new QComboBox(this);
    m_app->setObjectName(u"historyApp"_s);
    m_app->setAccessibleName(tr("App"));
    m_app->addItem(tr("All apps"), QString());
    m_app->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_app->setMinimumContentsLength(14);
    row.addWidget(m_app, 1);
    addChoice(*m_shown, row, "pushesShownButton", tr("Pushes"), 0)
        ->setToolTip(tr("Shows every push that somebody wanted to cancel"));
    addChoice(*m_shown, row, "runsShownButton", tr("Cancellations"), 1)
        ->setToolTip(tr("Shows every click on the red button as one row, with what came of it"));
}

void HistoryBar::buildDays(QHBoxLayout& row)
{
    addChoice(*m_days, row, "anyDayButton", tr("Any day"), int(Days::Any));
    addChoice(*m_days, row, "todayButton", tr("Today"), int(Days::Today));
    addChoice(*m_days, row, "yesterdayButton", tr("Yesterday"), int(Days::Yesterday));
    addChoice(*m_days, row, "lastWeekButton", tr("7 days"), int(Days::Week))
        ->setToolTip(tr("Today and the six days before"));
    addChoice(*m_days, row, "ownDaysButton", tr("Days…"), int(Days::Own))->setToolTip(tr("From one day to another"));
    m_from = new QDateEdit(this);
    m_from->setObjectName(u"fromDay"_s);
    m_from->setAccessibleName(tr("From this day"));
    m_until = theme::plainLabel(tr("to", "between the first and the last day"), this);
    m_until->setWordWrap(false);
    m_to = new QDateEdit(this);
    m_to->setObjectName(u"toDay"_s);
    m_to->setAccessibleName(tr("To this day"));
    for (QWidget* part : { static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_until), static_cast<QWidget*>(m_to) })
        row.addWidget(part);
}

void HistoryBar::buildResults(QHBoxLayout& row)
{
    addChoice(*m_results, row, "anyResultButton", tr("Any result"), int(Results::Any));
    addChoice(*m_results, row, "cancelledButton", tr("Cancelled"), int(Results::Cancelled));
    addChoice(*m_results, row, "tooLateButton", tr("Too late"), int(Results::TooLate));
    addChoice(*m_results, row, "notCancelledButton", tr("Not cancelled"), int(Results::NotCancelled))
        ->setToolTip(tr("Refused by the service, taken back, or never asked for"));
    addChoice(*m_results, row, "notKnownButton", tr("Not known"), int(Results::NotKnown));
}

// Those of the start are over in a program that stays open. What a person has set stays.
void HistoryBar::proposeOwnDays()
{
    if (m_areDaysSet)
        return;
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    const QDate today = sentences::inZone(m_clock.utcNow()).date();
    m_from->setDate(today.addDays(-30));
    m_to->setDate(today);
}

void HistoryBar::showOwnDays()
{
    for (QWidget* part : { static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_until), static_cast<QWidget*>(m_to) })
        part->setVisible(Days(m_days->checkedId()) == Days::Own);
}

std::pair<QDate, QDate> HistoryBar::days() const
{
    const QDate today = sentences::inZone(m_clock.utcNow()).date();
    switch (Days(m_days->checkedId())) {
    case Days::Today: return { today, {} };
    case Days::Yesterday: return { today.addDays(-1), today };
    case Days::Week: return { today.addDays(-6), {} };
    case Days::Own:
        return { std::min(m_from->date(), m_to->date()), std::max(m_from->date(), m_to->date()).addDays(1) };
    case Days::Any: break;
    }
    return {};
}

HistoryFilter HistoryBar::filter() const
{
    HistoryFilter filter;
    filter.app = { m_app->currentData().toString() };
    filter.words = m_search->text();
    // A day begins where the person is, whatever is changed in it for summer and winter.
    const auto [first, end] = days();
    if (first.isValid())
        filter.from = first.startOfDay(sentences::zone()).toUTC();
    if (end.isValid())
        filter.before = end.startOfDay(sentences::zone()).toUTC();
    switch (Results(m_results->checkedId())) {
    case Results::Cancelled: filter.outcomes = { Outcome::Cancelled }; break;
    case Results::TooLate: filter.outcomes = { Outcome::TooLate }; break;
    case Results::NotCancelled: filter.outcomes = { Outcome::Rejected, Outcome::NotSent, Outcome::Withdrawn }; break;
    case Results::NotKnown: filter.outcomes = { Outcome::Unknown }; break;
    case Results::Any: break;
    }
    return filter;
}

bool HistoryBar::showsRuns() const
{
    return m_shown->checkedId() == 1;
}

void HistoryBar::showPushes()
{
    m_shown->button(0)->setChecked(true);
}

void HistoryBar::setApps(const QList<HistoryRun>& apps)
{
    const QString chosen = m_app->currentData().toString();
    const QSignalBlocker quiet(m_app);
    while (m_app->count() > 1)
        m_app->removeItem(1);
    for (const HistoryRun& run : apps)
        m_app->addItem(sentences::runApp(run), run.app.text);
    chooseApp({ chosen });
}

void HistoryBar::chooseApp(const AppKey& app)
{
    m_app->setCurrentIndex(std::max(0, m_app->findData(app.text)));
}

void HistoryBar::clear()
{
    const QSignalBlocker quiet(this);
    m_search->clear();
    m_typing.stop();
    m_app->setCurrentIndex(0);
    m_days->button(0)->setChecked(true);
    m_results->button(0)->setChecked(true);
    showOwnDays();
}

void HistoryBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace pushbrake
