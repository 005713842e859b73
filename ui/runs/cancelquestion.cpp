#include "ui/runs/cancelquestion.h"

#include "ui/look/theme.h"
#include "ui/parts/appband.h"
#include "ui/parts/button.h"
#include "ui/words/badges.h"
#include "ui/words/problems.h"
#include "ui/words/times.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pushbrake {

namespace {
// Empty when all can be stopped and it takes hardly any time.
QString forecastSentence(const Forecast& seen)
{
    const qint64 seconds = seen.duration.count() / 1000;
    const QString took = seconds < 90 ? CancelQuestion::tr("about %n second(s)", nullptr, int(seconds))
                                      : CancelQuestion::tr("about %n minute(s)", nullptr, int((seconds + 30) / 60));
    if (seen.goOutFirst > 0)
        return CancelQuestion::tr(
            "At this pace %1 can still be stopped and %n go(es) out first. It takes %2.", nullptr, seen.goOutFirst)
            .arg(seen.canBeStopped)
            .arg(took);
    return seconds < 5 ? QString()
                       : CancelQuestion::tr("At this pace all of them can still be stopped. It takes %1.").arg(took);
}
} // namespace

namespace {

constexpr int tasksNamed = 5;
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
    std::optional<DatabaseFault> noRecord, QWidget* parent)
    : QDialog(parent)
    , m_tasks(tasks)
    , m_profile(profile)
    , m_clock(clock)
    , m_noRecord(noRecord)
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
    page->addWidget(new AppBand(AppBand::Form::Dialog, m_profile, this));
    if (!m_profile.isPractice()) // there the band says all
        page->addWidget(label(whatItMeans(), QStringLiteral("questionApp"), this));
    page->addWidget(buildTaskCard());
    addBand(*page, warning(), QStringLiteral("questionWarning"));
    addBand(*page, recordLine(), QStringLiteral("questionRecord"));
    m_forecast = label({}, QStringLiteral("questionForecast"), this);
    m_forecast->hide();
    page->addWidget(m_forecast);
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
    page->addStretch();
    page->addLayout(buttons);
    m_keep->setFocus();
    setMinimumWidth(theme::unit * 150);
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
    grid->setColumnStretch(0, 1);
    const int named = std::min<int>(tasksNamed, int(m_tasks.size()));
    for (int i = 0; i < named; ++i)
        addTaskRow(*grid, 2 * i, m_tasks[i]);
    if (const int more = int(m_tasks.size()) - named; more > 0) {
        QLabel* rest = label(tr("and %n more", nullptr, more), QStringLiteral("questionMore"), card);
        dim(rest);
        grid->addWidget(rest, 2 * named, 0, 1, 4);
    }
    return card;
}

void CancelQuestion::addTaskRow(QGridLayout& grid, int row, const Task& task)
{
    const QDateTime now = m_clock.utcNow();
    QWidget* parent = grid.parentWidget();
    const QString title = task.title.isEmpty() ? tr("Push without a title") : theme::brief(task.title, 80);
    QLabel* name = label(title, QStringLiteral("taskTitle"), parent);
    name->setFont(theme::strongFont(name->font()));
    QLabel* id = label(theme::leftToRight(QString::number(task.id)), QStringLiteral("taskId"), parent);
    dim(id);
    QLabel* utc = label(theme::leftToRight(sentences::utcTime(task.goesOutAt, now)), QStringLiteral("taskUtc"), parent);
    dim(utc);
    QLabel* left = label(sentences::timeLeft(task.goesOutAt, now), QStringLiteral("taskTimeLeft"), parent);
    if (task.goesOutAt.isValid() && now.secsTo(task.goesOutAt) <= everybodySoon) {
        theme::setTone(*left, theme::Tone::Orange);
        left->setFont(theme::strongFont(left->font()));
    }
    QLabel* audience = label(sentences::audienceWords(task.audience), QStringLiteral("taskAudience"), parent);
    QLabel* local = label(sentences::localTime(task.goesOutAt, now), QStringLiteral("taskTime"), parent);
    for (QLabel* single : { audience, local, utc, left })
        single->setWordWrap(false);
    grid.addWidget(name, row, 0);
    grid.addWidget(id, row + 1, 0);
    grid.addWidget(audience, row, 1);
    grid.addWidget(local, row, 2);
    grid.addWidget(utc, row + 1, 2);
    grid.addWidget(left, row, 3);
}

void CancelQuestion::setForecast(const Forecast& seen)
{
    const QString sentence = forecastSentence(seen);
    m_forecast->setText(sentence);
    m_forecast->setVisible(!sentence.isEmpty());
}

void CancelQuestion::showEvent(QShowEvent* event)
{
    m_shown.start();
    QDialog::showEvent(event);
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
