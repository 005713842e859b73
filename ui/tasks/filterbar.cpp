#include "ui/tasks/filterbar.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/words/badges.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int lettersOfCounter = 46; ///< of average width: "4 of 40 pushes shown · 3 selected · soonest in 4 min 10 s"
constexpr int leastChoice = 90; ///< wide, in a narrow window
constexpr int longestSearch = 10'000; ///< some hundreds of task IDs
} // namespace

FilterBar::FilterBar(TaskFilter& filter, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_choices(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_search(new QLineEdit(this))
    , m_counter(theme::plainLabel({}, this))
{
    setObjectName(u"filterBar"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(theme::buttonGap);
    m_choices->setSpacing(theme::buttonGap);
    m_rows->addLayout(m_choices, 3);
    m_search->setObjectName(u"searchBox"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search title, text, task IDs or note"));
    m_search->setMaxLength(longestSearch);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(420);
    m_search->addAction(theme::icon(u"search"_s, theme::Tone::Dim), QLineEdit::LeadingPosition);
    addClearing();
    m_choices->addWidget(m_search, 2);

    m_status = addChoice("statusFilter", tr("Status"));
    addStatuses();
    m_audience = addChoice("audienceFilter", tr("Audience"));
    m_audience->addItem(tr("Any audience"));
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
        m_audience->addItem(sentences::audienceWords(audience), int(audience));
    m_time = addChoice("timeFilter", tr("Goes out"));
    m_time->addItem(tr("Goes out: any time"), int(TaskFilter::TimeChoice::Any));
    m_time->addItem(tr("Goes out: next hour"), int(TaskFilter::TimeChoice::NextHour));
    m_time->addItem(tr("Goes out: next 24 hours"), int(TaskFilter::TimeChoice::NextDay));
    m_time->addItem(tr("Goes out: next 7 days"), int(TaskFilter::TimeChoice::NextWeek));
    m_time->addItem(tr("Time has passed"), int(TaskFilter::TimeChoice::Past));
    m_time->addItem(tr("Time not known"), int(TaskFilter::TimeChoice::NotKnown));

    addPasted();

    m_counter->setObjectName(u"counter"_s);
    m_counter->setForegroundRole(QPalette::PlaceholderText);
    m_counter->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_counter->setWordWrap(false);
    m_counter->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_rows->addWidget(m_counter, 2);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) { m_filter.setWords(words); });
    connect(m_status, &QComboBox::currentIndexChanged, this,
        [this] { m_filter.setStatus(TaskFilter::StatusChoice(m_status->currentData().toInt())); });
    connect(m_audience, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant chosen = m_audience->currentData();
        m_filter.setAudience(chosen.isValid() ? std::optional(Audience(chosen.toInt())) : std::nullopt);
    });
    connect(m_time, &QComboBox::currentIndexChanged, this,
        [this] { m_filter.setTime(TaskFilter::TimeChoice(m_time->currentData().toInt())); });
}

// Qt's own clear button looks through every icon theme of the desktop at start-up.
void FilterBar::addClearing()
{
    QAction* clearing = m_search->addAction(theme::icon(u"x"_s, theme::Tone::Dim), QLineEdit::TrailingPosition);
    clearing->setObjectName(u"clearSearch"_s);
    clearing->setText(tr("Clear the search"));
    clearing->setToolTip(clearing->text());
    clearing->setVisible(false);
    connect(clearing, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::textChanged, clearing,
        [clearing](const QString& text) { clearing->setVisible(!text.isEmpty()); });
}

void FilterBar::addStatuses()
{
    m_status->setMaxVisibleItems(30);
    for (const QList<StatusChoice>& group : statusChoices()) {
        if (m_status->count() > 0)
            m_status->insertSeparator(m_status->count());
        for (const StatusChoice choice : group)
            m_status->addItem(statusWords(choice), int(choice));
    }
}

void FilterBar::addPasted()
{
    m_pasted = makeButton("pastedFilter", {}, this);
    m_pasted->setCheckable(true);
    m_pasted->setToolTip(tr("Shows only the pushes whose task IDs were pasted last"));
    m_pasted->hide();
    m_choices->addWidget(m_pasted);
    connect(m_pasted, &QPushButton::toggled, this, [this](bool only) { m_filter.showOnlyPasted(only); });
}

void FilterBar::setPasted(int count)
{
    if (count == 0)
        m_pasted->setChecked(false);
    else
        setButtonText(*m_pasted, tr("Brought in now (%L1)").arg(count));
    m_pasted->setVisible(count > 0);
    arrange();
}

void FilterBar::showOnlyPasted()
{
    clear();
    m_pasted->setChecked(true);
}

// Escape first undoes what the search hides, then gives the keyboard back to the list, which stands below.
bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const bool isPlain = !(pressed->modifiers() & ~Qt::KeypadModifier);
    if (!isPlain || (pressed->key() != Qt::Key_Escape && pressed->key() != Qt::Key_Down))
        return QWidget::eventFilter(watched, event);
    if (pressed->key() == Qt::Key_Down || m_search->text().isEmpty())
        Q_EMIT leaveRequested();
    else
        m_search->clear();
    return true;
}

QComboBox* FilterBar::addChoice(const char* name, const QString& spoken)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(QLatin1StringView(name));
    choice->setAccessibleName(spoken);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->setMinimumWidth(leastChoice);
    connect(choice, &QComboBox::currentTextChanged, choice, &QWidget::setToolTip); // where it has no room for it
    m_choices->addWidget(choice);
    return choice;
}

void FilterBar::setCounter(const QString& text)
{
    if (m_counter->text() != text)
        m_counter->setText(text);
    arrange();
}

void FilterBar::arrange()
{
    // Not by what it says now: the list would move up and down under the mouse as rows are selected.
    const int usual = m_counter->fontMetrics().averageCharWidth() * lettersOfCounter;
    m_counterWidth = std::max({ m_counterWidth, usual, m_counter->sizeHint().width() });
    const int needed = m_choices->sizeHint().width() + m_counterWidth + theme::windowMargin;
    const bool isNarrow = needed > width();
    m_rows->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_rows->setSpacing(isNarrow ? theme::unit / 2 : theme::buttonGap);
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::clear()
{
    m_search->clear();
    for (QComboBox* choice : { m_status, m_audience, m_time })
        choice->setCurrentIndex(0);
    m_pasted->setChecked(false);
}

} // namespace pushbrake
