#include "ui/history/historybar.h"

#include "domain/walltime.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/twopartrow.h"
#include "ui/words/historywords.h"
#include "ui/words/zone.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
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
constexpr int aroundDay = 15 * theme::unit; ///< the arrow and the edges of a field with a day
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
    m_first = new QHBoxLayout;
    m_first->setSpacing(theme::buttonGap);
    rows->addLayout(m_first);
    buildSearch(*m_first);
    auto* second = new TwoPartRow(this);
    rows->addWidget(second);
    buildDays(second->beginning());
    second->beginning().addStretch();
    buildResults(second->end());
    m_fault = theme::plainLabel({}, this);
    m_fault->setObjectName(u"daysFault"_s);
    theme::setTone(*m_fault, theme::Tone::Red);
    rows->addWidget(m_fault);
    m_typing.setSingleShot(true);
    m_typing.setInterval(afterTyping);
    connect(&m_typing, &QTimer::timeout, this, &HistoryBar::changed);
    connect(m_shown, &QButtonGroup::idToggled, this, [this](int shown, bool isOn) {
        if (isOn) // what a cancellation is not searched for must not seem to be missing
            m_search->setPlaceholderText(
                shown == 1 ? tr("Search title, task ID, person or app") : tr("Search title, task ID or person"));
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_app, &QComboBox::currentIndexChanged, this, &HistoryBar::changed);
    connect(m_days, &QButtonGroup::idClicked, this, [this] {
        if (Days(m_days->checkedId()) == Days::Own)
            proposeOwnDays();
        showOwnDays();
        takeOwnDays();
    });
    for (QButtonGroup* group : { m_shown, m_results })
        connect(group, &QButtonGroup::idClicked, this, &HistoryBar::changed);
    for (QDateEdit* day : { m_from, m_to }) {
        connect(day, &QDateEdit::dateChanged, this, [this] {
            m_areDaysSet = true;
            takeOwnDays();
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
    m_search->installEventFilter(this);
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
        ->setToolTip(tr("Shows every push that somebody asked to cancel"));
    addChoice(*m_shown, row, "runsShownButton", tr("Cancellations"), 1)
        ->setToolTip(tr("Shows what somebody asked for at once as one row, with what came of it"));
}

void HistoryBar::buildDays(QHBoxLayout& row)
{
    addChoice(*m_days, row, "anyDayButton", tr("Any day"), int(Days::Any));
    addChoice(*m_days, row, "todayButton", tr("Today"), int(Days::Today));
    addChoice(*m_days, row, "yesterdayButton", tr("Yesterday"), int(Days::Yesterday));
    addChoice(*m_days, row, "lastWeekButton", tr("7 days"), int(Days::Week))
        ->setToolTip(tr("Today and the six days before"));
    addChoice(*m_days, row, "ownDaysButton", tr("Days…"), int(Days::Own))->setToolTip(tr("From one day to another"));
    m_from = makeDay("fromDay", tr("From this day"));
    m_until = theme::plainLabel(tr("to", "between the first and the last day"), this);
    m_until->setWordWrap(false);
    m_to = makeDay("toDay", tr("To this day"));
    for (QWidget* part : { static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_until), static_cast<QWidget*>(m_to) })
        row.addWidget(part);
}

QDateEdit* HistoryBar::makeDay(const char* name, const QString& spoken)
{
    auto* day = new QDateEdit(this);
    day->setObjectName(QLatin1StringView(name));
    day->setAccessibleName(spoken);
    day->setTimeSpec(Qt::UTC); // in local time the field itself would move a day that begins at one o'clock
    day->setCalendarPopup(true);
    day->setLayoutDirection(Qt::LeftToRight); // before the format, which would be turned round
    day->setDisplayFormat(u"yyyy-MM-dd"_s);
    day->setMinimumWidth(day->fontMetrics().horizontalAdvance(u"2026-06-28"_s) + aroundDay);
    return day;
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
    m_from->setDate(today().addDays(-30));
    m_to->setDate(today());
}

QDate HistoryBar::today() const
{
    return sentences::inZone(m_clock.utcNow()).date();
}

QString HistoryBar::faultOfOwnDays() const
{
    if (Days(m_days->checkedId()) != Days::Own)
        return {};
    if (m_from->date() > today() || m_to->date() > today())
        return tr("The history ends today, %1. Choose no day that is still to come.")
            .arg(theme::leftToRight(today().toString(u"yyyy-MM-dd"_s)));
    return m_from->date() > m_to->date() ? tr("The first day comes after the last. Choose them the other way round.")
                                         : QString();
}

// What makes no sense is said and not read: what is shown stays, and belongs to the days before.
void HistoryBar::takeOwnDays()
{
    const QString fault = faultOfOwnDays();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    for (QDateEdit* day : { m_from, m_to })
        day->setAccessibleDescription(fault);
    if (!fault.isEmpty())
        return;
    if (Days(m_days->checkedId()) == Days::Own)
        m_own = { m_from->date(), m_to->date() };
    Q_EMIT changed();
}

void HistoryBar::showOwnDays()
{
    for (QWidget* part : { static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_until), static_cast<QWidget*>(m_to) })
        part->setVisible(Days(m_days->checkedId()) == Days::Own);
    m_fault->setVisible(!m_fault->text().isEmpty() && Days(m_days->checkedId()) == Days::Own);
}

std::pair<QDate, QDate> HistoryBar::days() const
{
    switch (Days(m_days->checkedId())) {
    case Days::Today: return { today(), {} };
    case Days::Yesterday: return { today().addDays(-1), today() };
    case Days::Week: return { today().addDays(-6), {} };
    case Days::Own: return { m_own.first, m_own.second.addDays(1) };
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
        filter.from = beginOfDay(first, sentences::zone());
    if (end.isValid())
        filter.before = beginOfDay(end, sentences::zone());
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

QString HistoryBar::chosenApp() const
{
    return m_app->currentData().toString().isEmpty() ? QString() : m_app->currentText();
}

void HistoryBar::addButton(QPushButton& button)
{
    m_first->addWidget(&button);
}

// Escape first undoes what the search hides; the next one leads on.
bool HistoryBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress || m_search->text().isEmpty()
        || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    m_search->clear();
    return true;
}

void HistoryBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace pushbrake
