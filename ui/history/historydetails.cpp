#include "ui/history/historydetails.h"

#include "ui/parts/iconlabel.h"
#include "ui/parts/phonenotice.h"
#include "ui/words/historywords.h"
#include "ui/words/problems.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int iconSize = 28;
constexpr int longest = 600; ///< of the service's own words
} // namespace

HistoryDetails::HistoryDetails(QWidget* parent)
    : QScrollArea(parent)
    , m_sheet(new QWidget(this))
    , m_column(new QVBoxLayout(m_sheet))
{
    setObjectName(u"historyDetails"_s);
    setAccessibleName(tr("Details"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_column->setContentsMargins(theme::windowMargin, 0, theme::unit, theme::unit);
    m_column->setSpacing(theme::buttonGap);
    setWidget(m_sheet);
    showNothing();
}

void HistoryDetails::begin(const QString& icon, theme::Tone tone, const QString& word, const QString& what)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    verticalScrollBar()->setValue(0);
    auto* head = new QWidget(m_sheet);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::buttonGap);
    auto* sign = new IconLabel(iconSize, head);
    sign->setIcon(icon, tone);
    QLabel* title = theme::selectableLabel(word, head);
    title->setObjectName(u"detailsTitle"_s);
    title->setFont(theme::strongFont(title->font()));
    theme::setTone(*title, tone);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(title, 1);
    m_column->addWidget(head);
    QLabel* subject = theme::selectableLabel(what, m_sheet);
    subject->setObjectName(u"detailsSubject"_s);
    subject->setFont(theme::strongFont(subject->font()));
    m_column->addWidget(subject);
}

void HistoryDetails::add(const QString& text, theme::Tone tone)
{
    QLabel* label = theme::selectableLabel(theme::breakable(text), m_sheet);
    theme::setTone(*label, tone);
    m_column->addWidget(label);
}

void HistoryDetails::addFact(const QString& name, const QString& value)
{
    add(tr("%1: %2", "a fact of the history: its name and its value").arg(name, value));
}

void HistoryDetails::addEvents(const QList<RunEvent>& events)
{
    for (const RunEvent& event : events)
        addEvent(event);
}

void HistoryDetails::addEvent(const RunEvent& event)
{
    add(sentences::momentInBothZones(event.sentAt.isValid() ? event.sentAt : event.answeredAt), theme::Tone::Dim);
    add(sentences::eventAsked(event));
    if (event.sentAt.isValid() && event.answeredAt.isValid())
        add(tr("%1 (after %L2 s)", "an answer, and how long it took")
                .arg(sentences::eventAnswered(event))
                .arg(double(event.sentAt.msecsTo(event.answeredAt)) / 1000, 0, 'f', 1));
    else
        add(sentences::eventAnswered(event));
    if (!event.serviceText.isEmpty())
        addFact(tr("The service says"), theme::brief(event.serviceText, longest));
}

void HistoryDetails::showNothing()
{
    begin(u"history"_s, theme::Tone::Dim, tr("Nothing is chosen"), {});
    add(tr("Choose a row to see what was done, by whom, and what the service answered."), theme::Tone::Dim);
    m_column->addStretch();
}

// The record of a cancellation keeps the title. The text is the list's, if that speaks of the same push still.
void HistoryDetails::addPhone(const HistoryPush& push, const std::optional<Task>& listed)
{
    const QString title = push.row.title.isEmpty() && listed ? listed->title : push.row.title;
    const bool isSame = listed && listed->title == title;
    const QString text = isSame ? listed->description : QString();
    if (title.isEmpty() && text.isEmpty())
        return;
    add(text.isEmpty() ? tr("As it would look on a phone; its text is not known here:")
                       : tr("As it would look on a phone:"),
        theme::Tone::Dim);
    auto* phone = new PhoneNotice(m_sheet);
    m_column->addWidget(phone);
    phone->setPush({ sentences::appOnPhone(push.run), sentences::timeOnPhone(push.row.goesOutAt), title, text });
}

void HistoryDetails::showPush(const HistoryPush& push, const std::expected<QList<RunEvent>, DatabaseFault>& story,
    const std::optional<Task>& listed)
{
    const SettledResult& result = push.row.result;
    const bool isSettled = push.row.state == JournalState::Settled;
    const auto badge = sentences::pushBadge(push);
    const QString word
        = isSettled ? sentences::outcomeHeadline(result.outcome, result.checked, result.code) : badge.word;
    begin(badge.icon, badge.tone, word,
        push.row.title.isEmpty() ? tr("Push without a title") : theme::brief(push.row.title));
    if (push.run.isPractice())
        add(tr("This was practice: nothing reached real users."), theme::Tone::Orange);
    addFact(tr("Task ID"), theme::leftToRight(QString::number(push.row.taskId)));
    addFact(tr("Audience"), sentences::audienceWords(push.row.audience));
    addFact(tr("Was to go out"), sentences::momentInBothZones(push.row.goesOutAt));
    addFact(tr("Asked by"), sentences::runPerson(push.run));
    addFact(tr("App"), sentences::runApp(push.run));
    addFact(tr("Asked"), sentences::momentInBothZones(push.run.startedAt));
    add(sentences::pushState(push));
    if (isSettled)
        addFact(tr("Result since"), sentences::momentInBothZones(result.settledAt));
    addPhone(push, listed);
    if (!story)
        add(sentences::databaseProblem(story.error()), theme::Tone::Orange);
    else if (story->isEmpty() && result.attempts > 0)
        add(tr("Which requests were sent for it is not recorded."), theme::Tone::Dim);
    else
        addEvents(*story);
    m_column->addStretch();
}

void HistoryDetails::showRun(const HistoryRun& run)
{
    const bool isWhole = run.ending == RunEnding::Finished;
    begin(isWhole ? u"circle-check"_s : u"history"_s, isWhole ? theme::Tone::Blue : theme::Tone::Orange,
        sentences::runEnding(run), tr("Cancellation of %n push(es)", nullptr, run.pushes));
    if (run.isPractice())
        add(tr("This was practice: nothing reached real users."), theme::Tone::Orange);
    add(sentences::runEndingMeaning(run));
    addFact(tr("Asked by"), sentences::runPerson(run));
    addFact(tr("App"), sentences::runApp(run));
    addFact(tr("Asked"), sentences::momentInBothZones(run.startedAt));
    if (run.ending == RunEnding::Interrupted)
        addFact(tr("Last record of it"), sentences::momentInBothZones(run.endedAt));
    else if (run.ending != RunEnding::GoesOn)
        addFact(tr("Ended"), sentences::momentInBothZones(run.endedAt));
    addFact(tr("What came of it"), sentences::runCounts(run));
    if (const QString forecast = sentences::forecastAndFact(run); !forecast.isEmpty())
        add(forecast);
    m_column->addStretch();
}

} // namespace pushbrake
