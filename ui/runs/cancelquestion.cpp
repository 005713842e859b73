#include "ui/runs/cancelquestion.h"

#include "api/limits.h"
#include "ui/look/theme.h"
#include "ui/parts/appband.h"
#include "ui/parts/button.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/scrolledform.h"
#include "ui/runs/askedtasks.h"
#include "ui/runs/outlookwords.h"
#include "ui/words/badges.h"
#include "ui/words/problems.h"
#include "ui/words/times.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int fewTasks = 5; ///< more have a table, which scrolls
constexpr int countFrom = 21; ///< more than 20 pushes ask for their count
constexpr qint64 everybodySoon = 600; ///< seconds
constexpr int hasty = 400; ///< ms in which a second click or a key meant for something else is not an answer

QLabel* label(const QString& text, const QString& name, QWidget* parent)
{
    QLabel* made = theme::selectableLabel(text, parent);
    made->setObjectName(name);
    return made;
}

void dim(QLabel* text)
{
    theme::setTone(*text, theme::Tone::Dim);
    text->setFont(theme::smallFont(text->font()));
}

} // namespace

CancelQuestion::CancelQuestion(const QList<Task>& tasks, const Profile& profile, const Clock& clock,
    std::optional<DatabaseFault> noRecord, QWidget* parent, Count count)
    : QDialog(parent)
    , m_tasks(tasks)
    , m_profile(profile)
    , m_clock(clock)
    , m_noRecord(noRecord)
    , m_asksCount(count)
{
    std::stable_sort(m_tasks.begin(), m_tasks.end(), [](const Task& a, const Task& b) {
        return a.goesOutAt.isValid() && (!b.goesOutAt.isValid() || a.goesOutAt < b.goesOutAt);
    });
    setObjectName(QStringLiteral("cancelQuestion"));
    setWindowTitle(headline());
    setAccessibleName(headline());
    setAccessibleDescription(recordLine());
    buildWidgets();
    buildLayout();
    updateConfirm();
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &CancelQuestion::tick);
    m_tick.start();
}

QString CancelQuestion::headline() const
{
    const int n = int(m_tasks.size());
    return m_profile.isPractice() ? tr("Practise cancelling %n scheduled push(es)?", nullptr, n)
                                  : tr("Cancel %n scheduled push(es)?", nullptr, n);
}

QString CancelQuestion::whatItMeans() const
{
    return m_profile.realUsers
        ? tr("This app has real users. What you cancel does not go out. The service cannot undo that.")
        : tr("This is a test app. What you cancel does not go out. The service cannot undo that.");
}

QString CancelQuestion::warning() const
{
    const auto everybody
        = std::count_if(m_tasks.begin(), m_tasks.end(), [](const Task& t) { return t.audience == Audience::All; });
    if (everybody == 0)
        return {};
    return m_tasks.size() == 1 ? tr("It goes to everybody.")
                               : tr("%n of them go(es) to everybody.", nullptr, int(everybody));
}

QString CancelQuestion::recordLine() const
{
    return m_noRecord ? sentences::noRecordNow(*m_noRecord) + QLatin1Char('\n')
            + tr("If you go on, the results are known only until Pushbrake ends. After a crash nothing tells what was "
                 "asked.")
                      : QString();
}

QString CancelQuestion::confirmWord() const
{
    const int n = int(m_tasks.size());
    if (m_noRecord)
        return m_profile.isPractice() ? tr("&Practise cancelling %n push(es) without a record", nullptr, n)
                                      : tr("&Cancel %n push(es) without a record", nullptr, n);
    return m_profile.isPractice() ? tr("&Practise cancelling %n push(es)", nullptr, n)
                                  : tr("&Cancel %n push(es)", nullptr, n);
}

bool CancelQuestion::mustCount() const
{
    if (m_asksCount == Count::Always)
        return true;
    const QDateTime now = m_clock.utcNow();
    const bool everybodyNow = std::any_of(m_tasks.begin(), m_tasks.end(), [&](const Task& t) {
        return t.audience == Audience::All && t.goesOutAt.isValid() && now.secsTo(t.goesOutAt) <= everybodySoon;
    });
    return !m_profile.isPractice() && (m_tasks.size() >= countFrom || everybodyNow);
}

void CancelQuestion::buildWidgets()
{
    m_confirm = makeButton("confirmButton", confirmWord(), this);
    theme::makeDangerous(*m_confirm);
    m_keep = makeButton("keepButton", tr("&Keep scheduled"), this);
    m_keep->setDefault(true);
    connect(m_confirm, &QPushButton::clicked, this, &CancelQuestion::confirm);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    if (mustCount()) {
        m_count = new QLineEdit(this);
        m_count->setObjectName(QStringLiteral("countEdit"));
        m_count->setAccessibleName(tr("How many pushes are cancelled"));
        m_count->setMaximumWidth(theme::unit * 30);
        connect(m_count, &QLineEdit::textChanged, this, &CancelQuestion::updateConfirm);
    }
}

void CancelQuestion::buildLayout()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    QLabel* title = label(headline(), QStringLiteral("questionTitle"), this);
    title->setFont(theme::titleFont(title->font()));
    page->addWidget(title);
    auto* form = new ScrolledForm(this);
    page->addWidget(form, 1);
    form->column().addWidget(new AppBand(AppBand::Form::Dialog, m_profile, this));
    if (!m_profile.isPractice()) // there the band says all
        form->column().addWidget(label(whatItMeans(), QStringLiteral("questionApp"), this));
    addBand(form->column(), warning(), QStringLiteral("questionWarning"));
    addBand(form->column(), recordLine(), QStringLiteral("questionRecord"));
    m_forecast = label({}, QStringLiteral("questionForecast"), this);
    m_forecast->setMinimumHeight(2 * m_forecast->fontMetrics().lineSpacing()); // as below
    form->column().addWidget(m_forecast);
    form->column().addWidget(buildTasks(), 1);
    m_leftOut = label({}, QStringLiteral("questionLeftOut"), this);
    theme::setTone(*m_leftOut, theme::Tone::Dim);
    m_leftOut->hide();
    form->column().addWidget(m_leftOut);
    if (hasFew())
        form->column().addStretch();
    // Beside the buttons, and never scrolled away: whether this can be undone. Room for two lines, so that what changes
    // while time goes by moves no button.
    m_undo = label({}, QStringLiteral("questionUndo"), this);
    m_undo->setMinimumHeight(2 * m_undo->fontMetrics().lineSpacing());
    m_undo->hide();
    page->addWidget(m_undo);
    if (m_count) {
        auto* row = new QHBoxLayout;
        QLabel* ask = label(tr("&Type how many pushes you are cancelling:"), QStringLiteral("countLabel"), this);
        ask->setBuddy(m_count);
        row->addWidget(ask);
        row->addWidget(m_count);
        page->addLayout(row);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    buttons->addWidget(m_confirm);
    page->addLayout(buttons);
    new GrowToFit(*this);
    m_keep->setFocus();
    // As one reads: the pushes, the count, the buttons; the careful one first.
    setTabOrder(m_keep, m_confirm);
    if (m_count)
        setTabOrder(m_count, m_keep);
    resize(theme::withinScreen(*this, QSize(theme::unit * (hasFew() ? 150 : 190), 0)));
}

void CancelQuestion::addBand(QVBoxLayout& page, const QString& text, const QString& name)
{
    if (text.isEmpty())
        return;
    QLabel* band = label(text, name, this);
    QPalette palette = band->palette();
    palette.setColor(QPalette::Window, theme::color(theme::Tone::Band));
    palette.setColor(QPalette::WindowText, theme::color(theme::Tone::OnBand));
    band->setPalette(palette);
    band->setAutoFillBackground(true);
    band->setMargin(theme::bandGap);
    page.addWidget(band);
}

bool CancelQuestion::hasFew() const
{
    return m_tasks.size() <= fewTasks;
}

QWidget* CancelQuestion::buildTasks()
{
    m_asked = new AskedTasks(m_tasks, m_clock, this);
    return hasFew() ? buildTaskCard() : buildTaskTable();
}

QWidget* CancelQuestion::buildTaskTable()
{
    auto* view = new QTreeView(this);
    view->setTabKeyNavigation(false);
    view->setObjectName(QStringLiteral("questionTable"));
    view->setAccessibleName(tr("The pushes that will be cancelled"));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setSelectionMode(QAbstractItemView::NoSelection);
    view->setModel(m_asked);
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->header()->setSectionResizeMode(AskedTasks::Push, QHeaderView::Stretch);
    view->setMinimumHeight(theme::unit * 44);
    return view;
}

QWidget* CancelQuestion::buildTaskCard()
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("questionTasks"));
    card->setFrameShape(QFrame::StyledPanel);
    card->setAutoFillBackground(true);
    QPalette palette = card->palette();
    palette.setColor(QPalette::Window, theme::color(theme::Tone::Card));
    card->setPalette(palette);
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(theme::unit * 4, theme::bandGap, theme::unit * 4, theme::bandGap);
    grid->setHorizontalSpacing(theme::windowMargin);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    for (int i = 0; i < int(m_tasks.size()); ++i)
        addTaskRow(*grid, i);
    return card;
}

void CancelQuestion::addTaskRow(QGridLayout& grid, int row)
{
    const auto add = [&](AskedTasks::Column column, const char* name) {
        return label(m_asked->index(row, column).data().toString(), QString::fromLatin1(name), grid.parentWidget());
    };
    QLabel* title = add(AskedTasks::Push, "taskTitle");
    title->setFont(theme::strongFont(title->font()));
    QLabel* id = add(AskedTasks::TaskIdColumn, "taskId");
    QLabel* utc = label(theme::leftToRight(sentences::utcTime(m_tasks[row].goesOutAt, m_clock.utcNow())),
        QStringLiteral("taskUtc"), grid.parentWidget());
    QLabel* left = add(AskedTasks::TimeLeft, "taskTimeLeft");
    m_timesLeft.append(left);
    tickRow(row);
    QLabel* audience = add(AskedTasks::WhoGetsIt, "taskAudience");
    QLabel* local = add(AskedTasks::GoesOut, "taskTime");
    dim(id);
    dim(utc);
    for (QLabel* single : { audience, local, utc, left })
        single->setWordWrap(false);
    const int first = 3 * row;
    grid.addWidget(title, first, 0);
    grid.addWidget(id, first + 1, 0);
    grid.addWidget(audience, first, 1);
    grid.addWidget(local, first, 2);
    grid.addWidget(utc, first + 1, 2);
    grid.addWidget(left, first, 3);
    if (row + 1 < int(m_tasks.size()))
        grid.setRowMinimumHeight(first + 2, theme::unit * 2);
}

void CancelQuestion::tickRow(int row)
{
    QLabel& left = *m_timesLeft[row];
    left.setText(m_asked->index(row, AskedTasks::TimeLeft).data().toString());
    if (!m_asked->isSoon(row))
        return;
    theme::setTone(left, theme::Tone::Orange);
    left.setFont(theme::strongFont(font()));
}

// While a question stands here, time goes by and what it says must stay true.
void CancelQuestion::tick()
{
    for (int row = 0; row < int(m_timesLeft.size()); ++row)
        tickRow(row);
    m_asked->tick();
    if (m_pace <= 0)
        return;
    const Outlook seen = outlookOf(m_tasks, m_clock.utcNow(), m_pace, limits::lead, m_hold);
    m_undo->setText(outlookwords::whatComesFirst(seen, m_hold));
    theme::setTone(*m_undo, outlookwords::toneOf(seen, m_hold));
    m_undo->show();
    m_forecast->setText(outlookwords::forecast(seen).join(QLatin1Char('\n')));
}

void CancelQuestion::setPace(double pace, Milliseconds hold)
{
    m_pace = pace;
    m_hold = hold;
    tick();
}

void CancelQuestion::setLeftOut(const QStringList& sentences)
{
    m_leftOut->setText(sentences.join(QLatin1Char('\n')));
    m_leftOut->setVisible(!sentences.isEmpty());
}

void CancelQuestion::showEvent(QShowEvent* event)
{
    m_shown.start();
    QDialog::showEvent(event);
}

// Whoever has typed the number and presses Enter wants to go on: to keep all of them without a word would be the
// opposite. It leads to the button, and confirms nothing, not even when it is held: see makeButton().
void CancelQuestion::keyPressEvent(QKeyEvent* event)
{
    if (!isEnter(*event) || !m_count || !m_count->hasFocus())
        return QDialog::keyPressEvent(event);
    if (m_confirm->isEnabled())
        m_confirm->setFocus(Qt::TabFocusReason);
}

void CancelQuestion::updateConfirm()
{
    m_confirm->setEnabled(!m_count || m_count->text().trimmed() == QString::number(m_tasks.size()));
}

void CancelQuestion::confirm()
{
    if (m_done || !m_shown.isValid() || m_shown.elapsed() < hasty)
        return;
    m_done = true;
    Q_EMIT confirmed();
    accept();
}

} // namespace pushbrake
