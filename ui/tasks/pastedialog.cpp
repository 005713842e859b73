#include "ui/tasks/pastedialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/discardquestion.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/words/badges.h"
#include "ui/words/problems.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr int mostShown = 200;
constexpr int longestShown = 40;
} // namespace

PasteDialog::PasteDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("pasteDialog"));
    setWindowTitle(tr("Paste task IDs"));
    setAccessibleName(windowTitle());
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { read(); });
    buildWidgets();
    buildLayout();
    new GrowToFit(*this);
    read();
}

void PasteDialog::buildWidgets()
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("pasteEdit"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("One per line, or separated by spaces, commas or semicolons."));
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_add->setEnabled(false);
        m_pause.start();
    });
    m_audience = new QComboBox(this);
    m_audience->setObjectName(QStringLiteral("audienceCombo"));
    m_audience->setMinimumHeight(theme::controlHeight);
    m_audience->addItem(tr("Read it from the service"));
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
        m_audience->addItem(sentences::audienceWords(audience), int(audience));
    m_summary = theme::selectableLabel({}, this);
    m_summary->setObjectName(QStringLiteral("pasteSummary"));
    m_problem = theme::selectableLabel({}, this);
    m_problem->setObjectName(QStringLiteral("pasteProblem"));
    theme::setTone(*m_problem, theme::Tone::Red);
    m_problem->hide();
    m_refused = new QListWidget(this);
    m_refused->setObjectName(QStringLiteral("refusedList"));
    m_refused->setAccessibleName(tr("What could not be used"));
    m_refused->setMaximumHeight(theme::unit * 30);
    m_refused->setWordWrap(true);
    m_refused->setResizeMode(QListView::Adjust);
    m_refused->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_close = makeButton("closeButton", tr("C&lose"), this);
    m_add = makeButton("addButton", {}, this);
    m_add->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &PasteDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &PasteDialog::accept);
}

void PasteDialog::buildLayout()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addWidget(new FormField(tr("&Task IDs"), m_text, this), 1);
    page->addWidget(new FormField(tr("Who &gets them"), m_audience, this));
    page->addWidget(m_summary);
    page->addWidget(m_refused);
    page->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_add);
    page->addLayout(buttons);
    resize(theme::unit * 130, theme::unit * 120);
}

void PasteDialog::read(int justAdded)
{
    m_pasted = readPastedIds(m_text->toPlainText());
    const int found = int(m_pasted.found.size());
    const auto repeated
        = int(std::count_if(m_pasted.found.begin(), m_pasted.found.end(), [](const auto& f) { return f.times > 1; }));
    QStringList parts;
    if (justAdded > 0)
        parts.append(tr("%n task ID(s) added", nullptr, justAdded));
    else
        parts.append(tr("%n task ID(s) understood", nullptr, found));
    if (repeated > 0)
        parts.append(tr("%n of them more than once", nullptr, repeated));
    if (!m_pasted.refused.isEmpty())
        parts.append(tr("%n cannot be used", nullptr, int(m_pasted.refused.size())));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_refused->clear();
    for (const auto& refused : m_pasted.refused.first(std::min<qsizetype>(mostShown, m_pasted.refused.size())))
        m_refused->addItem(
            tr("Line %1: %2. %3")
                .arg(refused.line)
                .arg(theme::isolated(refused.text.left(longestShown)), sentences::taskIdProblem(refused.fault)));
    if (const qsizetype more = m_pasted.refused.size() - mostShown; more > 0)
        m_refused->addItem(tr("and %n more", nullptr, int(more)));
    m_refused->setVisible(!m_pasted.refused.isEmpty());
    setButtonText(*m_add, tr("&Add %n push(es)", nullptr, found));
    m_add->setEnabled(found > 0);
}

void PasteDialog::setText(const QString& text)
{
    m_text->setPlainText(text);
}

QList<Task> PasteDialog::tasks() const
{
    QList<Task> tasks;
    for (const auto& found : m_pasted.found) {
        Task task;
        task.id = found.id;
        if (m_audience->currentIndex() > 0)
            task.audience = Audience(m_audience->currentData().toInt());
        tasks.append(task);
    }
    return tasks;
}

void PasteDialog::accept()
{
    m_pause.stop();
    read();
    m_problem->hide();
    if (!m_pasted.found.isEmpty())
        Q_EMIT addRequested(tasks());
}

void PasteDialog::showProblem(const QString& sentence)
{
    m_problem->setText(tr("Nothing was added. %1").arg(sentence));
    m_problem->show();
    setAccessibleDescription(m_problem->text());
    m_text->setFocus();
}

void PasteDialog::noteAdded(const QString& problem)
{
    if (!problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    const int added = int(m_pasted.found.size());
    if (m_pasted.refused.isEmpty()) {
        QDialog::accept();
        return;
    }
    // What could not be used stays, so that it can be mended.
    QStringList left;
    for (const auto& refused : std::as_const(m_pasted.refused))
        left.append(refused.text);
    m_text->setPlainText(left.join(QLatin1Char('\n')));
    m_pause.stop();
    read(added);
    m_text->setFocus();
}

void PasteDialog::reject()
{
    if (m_text->toPlainText().trimmed().isEmpty())
        QDialog::reject();
    else
        askToDiscard(*this, [this] { QDialog::reject(); });
}

} // namespace pushbrake
