#include "ui/tasks/pastedialog.h"

#include "ui/look/shortwindow.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/discardquestion.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/labelledbox.h"
#include "ui/parts/scrolledform.h"
#include "ui/tasks/pastedmodel.h"
#include "ui/words/badges.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pushbrake {

using namespace std::chrono_literals;

namespace {
constexpr qsizetype mostOffered = 1024 * 1024; ///< characters; more is no list that somebody copied
constexpr int mostWrapped = 500; ///< rows whose words may take several lines; more take too long to measure

constexpr int iconSide = 18;

// Takes what height the dialog has left over and asks for none: on a small screen the form would be needlessly long.
template<typename View> class Modest final : public View
{
public:
    using View::View;
    QSize sizeHint() const override { return { View::sizeHint().width(), View::minimumHeight() }; }
};

// A date or a telephone number in a message is no slip that somebody mends.
bool canBeMended(const PastedIds::Refused& refused)
{
    return refused.fault != TaskIdFault::Moment && refused.fault != TaskIdFault::Phone;
}
} // namespace

PasteDialog::PasteDialog(const TaskModel& list, QWidget* parent)
    : QDialog(parent)
    , m_pasted(new PastedModel(list, this))
{
    setObjectName(QStringLiteral("pasteDialog"));
    setWindowTitle(tr("Paste task IDs"));
    setAccessibleName(windowTitle());
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &PasteDialog::read);
    buildWidgets();
    buildList();
    buildLayout();
    connect(m_pasted, &PastedModel::countsChanged, this, &PasteDialog::present);
    new GrowToFit(*this);
    present();
}

void PasteDialog::buildWidgets()
{
    m_text = new Modest<QPlainTextEdit>(this);
    m_text->setObjectName(QStringLiteral("pasteEdit"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("A column of task IDs, or a whole message with task IDs in it."));
    constexpr int leastLines = 3;
    m_text->setMinimumHeight(leastLines * m_text->fontMetrics().lineSpacing() + 4 * theme::unit);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_textField->showHint({});
        m_add->setEnabled(false);
        m_pause.start();
    });
    m_audience = new LabelledBox("audienceCombo", tr("Who &gets them"), this);
    m_audience->box().addItem(tr("Read it from the service"));
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
        m_audience->box().addItem(sentences::audienceWords(audience), int(audience));
    m_summary = theme::selectableLabel({}, this);
    m_summary->setObjectName(QStringLiteral("pasteSummary"));
    m_problem = theme::selectableLabel({}, this);
    m_problem->setObjectName(QStringLiteral("pasteProblem"));
    theme::setTone(*m_problem, theme::Tone::Red);
    m_problem->hide();
    m_close = makeButton("closeButton", tr("C&lose"), this);
    m_add = makeButton("addButton", {}, this);
    m_add->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &PasteDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &PasteDialog::accept);
}

void PasteDialog::buildList()
{
    m_list = new Modest<QListView>(this);
    m_list->setObjectName(QStringLiteral("pastedList"));
    m_list->setModel(m_pasted);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize({ iconSide, iconSide });
    constexpr int leastRows = 5;
    constexpr int betweenRows = 4;
    const int row = std::max(iconSide, m_list->fontMetrics().height()) + betweenRows;
    m_list->setMinimumHeight(leastRows * row + 2 * theme::unit);
    m_unlike = new QCheckBox(this);
    m_unlike->setObjectName(QStringLiteral("unlikeBox"));
    connect(m_unlike, &QCheckBox::clicked, this, [this] {
        const auto& counts = m_pasted->counts();
        m_pasted->chooseUnlike(counts.unlikeChosen < counts.unlike);
    });
}

void PasteDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    setGaps();
}

void PasteDialog::setGaps()
{
    const bool isShort = height() < theme::shortWindow;
    const int margin = isShort ? 2 * theme::tightGap : theme::windowMargin;
    layout()->setContentsMargins(margin, margin, margin, margin);
    for (QLayout* column : { layout(), static_cast<QLayout*>(&m_form->column()) })
        column->setSpacing(isShort ? theme::tightGap : theme::bandGap);
}

void PasteDialog::buildLayout()
{
    auto* form = m_form = new ScrolledForm(this);
    m_textField = new FormField(tr("&Task IDs"), m_text, form);
    m_listField = new FormField(tr("What was &understood"), m_list, form);
    form->column().addWidget(m_textField, 2);
    form->column().addWidget(m_audience);
    form->column().addWidget(m_summary);
    form->column().addWidget(m_unlike);
    form->column().addWidget(m_listField, 3);
    auto* page = new QVBoxLayout(this);
    page->addWidget(form, 1);
    page->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_add);
    page->addLayout(buttons);
    resize(theme::withinScreen(*this, QSize(theme::unit * 150, theme::unit * 140)));
    setGaps();
}

void PasteDialog::read()
{
    m_justAdded = 0;
    m_pasted->setPasted(readPastedIds(m_text->toPlainText()));
}

QString PasteDialog::summary() const
{
    const auto& counts = m_pasted->counts();
    const PastedIds& pasted = m_pasted->pasted();
    QStringList parts;
    if (m_justAdded > 0) {
        parts.append(tr("%n task ID(s) added", nullptr, m_justAdded));
    } else {
        parts.append(tr("%n task ID(s) understood", nullptr, int(pasted.found.size())));
        if (counts.fresh > 0)
            parts.append(tr("%n new", nullptr, counts.fresh));
        if (counts.listed > 0)
            parts.append(tr("%n listed already", nullptr, counts.listed));
        if (counts.leftOut > 0)
            parts.append(tr("%n not ticked", nullptr, counts.leftOut));
    }
    if (counts.repeated > 0)
        parts.append(tr("%n of them more than once", nullptr, counts.repeated));
    if (!pasted.refused.isEmpty())
        parts.append(tr("%n cannot be used", nullptr, int(pasted.refused.size())));
    const QString said = parts.join(QStringLiteral(" · "));
    return pasted.hasWords ? said + QLatin1Char('\n') + tr("Words without a number were skipped.") : said;
}

void PasteDialog::present()
{
    const auto& counts = m_pasted->counts();
    m_summary->setText(summary());
    presentList();
    setButtonText(*m_add,
        counts.fresh > 0        ? tr("&Add %n push(es)", nullptr, counts.fresh)
            : counts.listed > 0 ? tr("&Show %n listed push(es)", nullptr, counts.listed)
                                : tr("&Add"));
    m_add->setEnabled(!m_pause.isActive() && counts.fresh + counts.listed > 0);
}

void PasteDialog::presentList()
{
    const auto& counts = m_pasted->counts();
    const int rows = m_pasted->rowCount();
    m_list->setWordWrap(rows <= mostWrapped);
    m_list->setUniformItemSizes(rows > mostWrapped);
    m_listField->setVisible(rows > 0);
    m_unlike->setVisible(counts.unlike > 0);
    m_unlike->setText(tr("Add als&o the %n whose length is unlike the others", nullptr, counts.unlike));
    m_unlike->setCheckState(counts.unlikeChosen == 0 ? Qt::Unchecked
            : counts.unlikeChosen == counts.unlike   ? Qt::Checked
                                                     : Qt::PartiallyChecked);
}

void PasteDialog::setText(const QString& text)
{
    m_text->setPlainText(text);
}

void PasteDialog::offerClipboard(const QString& text)
{
    if (text.size() > mostOffered || !isWorthOffering(readPastedIds(text)))
        return;
    setText(text);
    m_offered = m_text->toPlainText();
    m_pause.stop();
    read();
    m_text->selectAll();
    m_textField->showHint(tr("From the clipboard. Type or paste to replace it."));
}

QList<Task> PasteDialog::tasks() const
{
    QList<Task> tasks;
    for (const TaskId id : m_pasted->chosen()) {
        Task task;
        task.id = id;
        if (m_audience->box().currentIndex() > 0)
            task.audience = Audience(m_audience->box().currentData().toInt());
        tasks.append(task);
    }
    return tasks;
}

void PasteDialog::accept()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        read();
    }
    m_problem->hide();
    m_adding = m_pasted->counts().fresh;
    if (const QList<Task> chosen = tasks(); !chosen.isEmpty())
        Q_EMIT addRequested(chosen);
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
    // What could not be used stays, so that it can be mended.
    QStringList left;
    for (const auto& refused : m_pasted->pasted().refused) {
        if (canBeMended(refused))
            left.append(refused.text);
    }
    if (left.isEmpty()) {
        QDialog::accept();
        return;
    }
    m_text->setPlainText(left.join(QLatin1Char('\n')));
    m_pause.stop();
    read();
    m_justAdded = m_adding;
    present();
    m_text->setFocus();
}

void PasteDialog::reject()
{
    const QString typed = m_text->toPlainText();
    if (typed.trimmed().isEmpty() || typed == m_offered)
        QDialog::reject();
    else
        askToDiscard(*this, [this] { QDialog::reject(); });
}

} // namespace pushbrake
