#include "ui/tasks/filterbar.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/chiprow.h"
#include "ui/tasks/filtermenu.h"
#include "ui/tasks/filterwords.h"
#include "ui/tasks/lastreadlabel.h"
#include "ui/tasks/taskmodel.h"
#include "ui/tasks/viewsmenu.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
/// Of average width: "4 of 40 pushes shown · soonest in 4 min 10 s · 3 selected · soonest of them in 9 min 10 s"
constexpr int lettersOfCounter = 84;
} // namespace

FilterBar::FilterBar(TaskFilter& filter, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_choices(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_search(new QLineEdit(this))
    , m_counter(theme::plainLabel({}, this))
    , m_lastRead(new LastReadLabel(filter.model().clock(), this))
{
    setObjectName(u"filterBar"_s);
    auto* page = new QBoxLayout(QBoxLayout::TopToBottom, this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(theme::buttonGap);
    page->addLayout(m_rows);
    m_rows->setSpacing(theme::buttonGap);
    m_choices->setSpacing(theme::buttonGap);
    m_rows->addLayout(m_choices);
    m_search->setObjectName(u"searchBox"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search title, text, task IDs or note"));
    m_search->setMaxLength(Narrowing::longestTyped);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(420);
    m_search->addAction(theme::icon(u"search"_s, theme::Tone::Dim), QLineEdit::LeadingPosition);
    addClearing();
    m_choices->addWidget(m_search, 2);

    addFilters();
    addViews(settings);
    addPasted();
    m_choices->addStretch(); // takes what the search does not, lest the buttons grow
    addCounter();
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter.setWords(words);
        renewChips();
    });
    addChips(*page);
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

void FilterBar::addFilters()
{
    QPushButton* button = makeButton("filterButton", tr("&Filter"), this);
    button->setToolTip(tr("Shows only pushes of a status, an audience, a time, a last result or an origin"));
    m_menu = new FilterMenu(m_filter, *button);
    button->setMenu(&m_menu->menu());
    m_choices->addWidget(button);
    connect(m_menu, &FilterMenu::chosen, this, &FilterBar::narrow);
}

void FilterBar::addCounter()
{
    m_selectAll = makeButton("selectAllButton", {}, this);
    m_selectAll->setToolTip(tr("Selects every push that is shown"));
    m_selectAll->hide();
    connect(m_selectAll, &QPushButton::clicked, this, &FilterBar::selectAllRequested);
    m_counter->setObjectName(u"counter"_s);
    m_counter->setForegroundRole(QPalette::PlaceholderText);
    m_counter->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_counter->setWordWrap(false);
    m_counter->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* count = new QBoxLayout(QBoxLayout::LeftToRight);
    count->setSpacing(theme::buttonGap);
    count->addWidget(m_counter, 1);
    count->addSpacing(theme::bandGap);
    count->addWidget(m_lastRead);
    count->addWidget(m_selectAll);
    m_rows->addLayout(count);
}

void FilterBar::addViews(QSettings& settings)
{
    QPushButton* button = makeButton("viewsButton", tr("Views"), this);
    button->setToolTip(tr("Opens a saved view of the list, or saves this one"));
    m_views = new ViewsMenu(settings, m_filter, *button);
    button->setMenu(&m_views->menu());
    m_choices->addWidget(button);
    connect(m_views, &ViewsMenu::opened, this, [this](const SavedView& view) {
        m_pasted->setChecked(false);
        narrow(view.by);
        Q_EMIT orderRequested(view.order);
    });
}

void FilterBar::openApp(const AppKey& app)
{
    m_views->open(app);
}

// While something is filtered its room stays when it has nothing to do: the counter must not move as rows are selected.
void FilterBar::offerAll(int count)
{
    QSizePolicy policy = m_selectAll->sizePolicy();
    policy.setRetainSizeWhenHidden(m_filter.isFiltering());
    m_selectAll->setSizePolicy(policy);
    if (count > 0)
        setButtonText(*m_selectAll, tr("Select all %L1").arg(count));
    if (count == 0 && m_selectAll->hasFocus())
        Q_EMIT leaveRequested();
    m_selectAll->setVisible(count > 0);
    arrange();
}

void FilterBar::addChips(QBoxLayout& page)
{
    m_chips = new ChipRow(tr("Show everything"), *m_selectAll, this);
    page.addWidget(m_chips);
    connect(m_chips, &ChipRow::removeRequested, this, &FilterBar::removeChip);
    connect(m_chips, &ChipRow::clearRequested, this, &FilterBar::clear);
    connect(m_chips, &ChipRow::keyboardLeft, m_search, qOverload<>(&QWidget::setFocus));
}

void FilterBar::narrow(const Narrowing& by)
{
    m_filter.narrow(by);
    m_search->setText(by.typed);
    renewChips();
}

void FilterBar::removeChip(int chip)
{
    if (chip == filterwords::BroughtInChip)
        m_pasted->setChecked(false);
    else
        narrow(filterwords::without(m_filter.narrowing(), chip));
}

// The words that are looked for stand in their box, and are one of the choices that are taken back together.
void FilterBar::renewChips()
{
    m_menu->show(m_filter.narrowing());
    const QList<Chip> chips = filterwords::chips(m_filter.narrowing(), m_filter.showsOnlyPasted());
    m_chips->show(chips, chips.size() + !m_search->text().isEmpty() > 1);
}

void FilterBar::addPasted()
{
    m_pasted = makeButton("pastedFilter", {}, this);
    m_pasted->setCheckable(true);
    m_pasted->setToolTip(tr("Shows only the pushes whose task IDs were pasted last"));
    m_pasted->hide();
    m_choices->addWidget(m_pasted);
    connect(m_pasted, &QPushButton::toggled, this, [this](bool only) {
        m_filter.showOnlyPasted(only);
        renewChips();
    });
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

void FilterBar::setCounter(const QString& text)
{
    if (m_counter->text() != text)
        m_counter->setText(text);
    arrange();
}

void FilterBar::setLastReading(const LastReading& last)
{
    m_lastRead->say(last);
    arrange();
}

void FilterBar::renewTimes()
{
    renewChips();
    m_lastRead->renew();
}

void FilterBar::arrange()
{
    // Not by what it says now: the list would move up and down under the mouse as rows are selected.
    const int usual = m_counter->fontMetrics().averageCharWidth() * lettersOfCounter;
    m_counterWidth = std::max({ m_counterWidth, usual, m_counter->sizeHint().width() });
    const int selecting = m_filter.isFiltering() ? m_selectAll->sizeHint().width() + theme::buttonGap : 0;
    const int lastRead = m_lastRead->minimumWidth() + 2 * theme::buttonGap + theme::bandGap;
    const int count = m_counterWidth + lastRead + selecting;
    const bool isNarrow = m_choices->sizeHint().width() + count + theme::windowMargin > width();
    m_rows->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // The counter has what it needs, or its beginning would be cut; the search has the rest.
    m_rows->setStretch(0, isNarrow ? 0 : width() - count);
    m_rows->setStretch(1, isNarrow ? 0 : count);
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
    m_pasted->setChecked(false);
    narrow({});
}

} // namespace pushbrake
