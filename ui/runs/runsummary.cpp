#include "ui/runs/runsummary.h"

#include "cancel/runledger.h"
#include "ui/look/theme.h"
#include "ui/parts/appband.h"
#include "ui/parts/button.h"
#include "ui/parts/scrolledform.h"
#include "ui/words/badges.h"
#include "ui/words/results.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pushbrake {

namespace {
const QString sizeKey = QStringLiteral("runSummary/size");
enum Column { ResultColumn, TitleColumn, IdColumn, SentenceColumn };
constexpr int idRole = Qt::UserRole;
constexpr int longestId = 16;

bool needsAPerson(const SettledResult& result)
{
    return result.outcome != Outcome::Cancelled && result.outcome != Outcome::Withdrawn;
}

int widthOf(const QWidget& table, const QString& text)
{
    return table.fontMetrics().horizontalAdvance(text) + 6 * theme::unit;
}

// No word is ever cut, whatever the font and the language.
int widestWord(const QTreeWidget& table)
{
    int widest = 0;
    for (int outcome = 0; outcome <= int(Outcome::Withdrawn); ++outcome) {
        for (const bool checked : { false, true })
            widest = std::max(widest, widthOf(table, sentences::outcomeBadge(Outcome(outcome), checked).word));
    }
    return widest + table.style()->pixelMetric(QStyle::PM_SmallIconSize) + 2 * theme::unit;
}
} // namespace

RunSummary::RunSummary(Profile app, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_app(std::move(app))
    , m_settings(settings)
{
    setObjectName(QStringLiteral("runSummary"));
    setWindowTitle(tr("Results"));
    setAccessibleName(tr("Results"));
    setModal(false);
    buildWidgets();
    buildLayout();
    resize(theme::withinScreen(*this, m_settings.value(sizeKey, QSize(980, 440)).toSize()));
    present();
}

RunSummary::~RunSummary()
{
    m_settings.setValue(sizeKey, size());
}

void RunSummary::buildWidgets()
{
    m_headline = theme::selectableLabel({}, this);
    m_headline->setObjectName(QStringLiteral("summaryHeadline"));
    m_headline->setFont(theme::titleFont(m_headline->font()));
    m_noRecord = theme::selectableLabel({}, this);
    m_noRecord->setObjectName(QStringLiteral("summaryNoRecord"));
    theme::setTone(*m_noRecord, theme::Tone::Orange);
    m_onlyProblems = new QCheckBox(this);
    m_onlyProblems->setObjectName(QStringLiteral("onlyProblemsBox"));
    m_table = new QTreeWidget(this);
    m_table->setObjectName(QStringLiteral("summaryTable"));
    m_table->setAccessibleName(tr("Results of this cancellation"));
    m_table->setHeaderLabels({ tr("Result"), tr("Push"), tr("Task ID"), tr("What happened") });
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->resizeSection(ResultColumn, widestWord(*m_table));
    m_table->header()->resizeSection(TitleColumn, 220);
    m_table->header()->resizeSection(IdColumn, widthOf(*m_table, QString(longestId, u'0')));
    m_nextProblem = makeButton("nextProblemButton", tr("&Next that needs attention"), this);
    m_copy = makeButton("copyAllButton", tr("&Copy for support"), this);
    m_close = makeButton("closeButton", tr("C&lose"), this);
    connect(m_onlyProblems, &QCheckBox::toggled, this, &RunSummary::present);
    connect(m_table, &QTreeWidget::itemActivated, this, &RunSummary::openItem);
    connect(m_nextProblem, &QPushButton::clicked, this, &RunSummary::goToNextProblem);
    connect(m_copy, &QPushButton::clicked, this, &RunSummary::copyAll);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void RunSummary::buildLayout()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addWidget(m_headline);
    auto* form = new ScrolledForm(this);
    page->addWidget(form, 1);
    form->column().addWidget(new AppBand(AppBand::Form::Dialog, m_app, this));
    form->column().addWidget(m_noRecord);
    form->column().addWidget(m_onlyProblems);
    form->column().addWidget(m_table, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_nextProblem);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    page->addLayout(buttons);
}

void RunSummary::addResults(const QList<ResultEntry>& entries)
{
    for (const ResultEntry& entry : entries)
        put(entry);
    present();
}

void RunSummary::put(const ResultEntry& entry)
{
    const TaskId id = entry.result.taskId;
    if (const auto place = m_places.constFind(id); place != m_places.constEnd()) {
        m_results[*place] = entry;
    } else {
        m_places.insert(id, m_results.size());
        m_results.append(entry);
    }
    QTreeWidgetItem*& item = m_items[id];
    if (!item) {
        item = new QTreeWidgetItem;
        m_table->insertTopLevelItem(placeOf(entry.result), item);
    }
    fill(*item, entry);
}

// What needs a person first, then what was kept, in the order it came.
int RunSummary::placeOf(const SettledResult& result)
{
    const std::size_t rank = needsAPerson(result) ? 0 : result.outcome == Outcome::Withdrawn ? 1 : 2;
    int place = 0;
    for (std::size_t i = 0; i <= rank; ++i)
        place += m_ranked.at(i);
    ++m_ranked.at(rank);
    return place;
}

void RunSummary::fill(QTreeWidgetItem& item, const ResultEntry& entry)
{
    const auto badge = sentences::outcomeBadge(entry.result.outcome, entry.result.checked, entry.result.code);
    item.setIcon(ResultColumn, theme::icon(badge.icon, badge.tone));
    item.setText(ResultColumn, badge.word);
    item.setForeground(ResultColumn, theme::color(badge.tone));
    item.setText(TitleColumn, theme::isolated(entry.task.title));
    item.setToolTip(TitleColumn, theme::plainTip(theme::brief(entry.task.title)));
    item.setText(IdColumn, theme::leftToRight(QString::number(entry.result.taskId)));
    item.setText(SentenceColumn, sentences::whatHappened(entry.result));
    item.setToolTip(SentenceColumn, theme::plainTip(sentences::whatHappened(entry.result)));
    item.setData(ResultColumn, idRole, entry.result.taskId);
    item.setData(TitleColumn, idRole, needsAPerson(entry.result));
}

void RunSummary::present()
{
    RunCounts counts;
    for (const ResultEntry& entry : std::as_const(m_results))
        counts.add(entry.result);
    const int problems = counts.settled - counts.cancelled - counts.withdrawn;
    QStringList parts { tr("%n push(es) cancelled", nullptr, counts.cancelled) };
    if (counts.tooLate > 0)
        parts.append(tr("%n too late", nullptr, counts.tooLate));
    if (counts.rejected > counts.notFound)
        parts.append(tr("%n not cancelled", nullptr, counts.rejected - counts.notFound));
    if (counts.notFound > 0)
        parts.append(tr("%n not at the service", nullptr, counts.notFound));
    if (counts.notSent > 0)
        parts.append(tr("%n not cancelled and still scheduled", nullptr, counts.notSent));
    if (counts.unknown > 0)
        parts.append(tr("%n not known yet", nullptr, counts.unknown));
    if (counts.withdrawn > 0)
        parts.append(tr("%n kept scheduled", nullptr, counts.withdrawn));
    m_headline->setText(parts.join(QStringLiteral(" · ")));
    const auto unrecorded = int(std::count_if(
        m_results.begin(), m_results.end(), [](const ResultEntry& entry) { return !entry.result.recorded; }));
    m_noRecord->setText(unrecorded == int(m_results.size())
            ? sentences::noRecordKept()
            : tr("No record of %n of these was kept on this computer. It is known only until Pushbrake ends.", nullptr,
                unrecorded));
    m_noRecord->setVisible(unrecorded > 0);
    m_onlyProblems->setText(tr("&Show only the %n that need(s) attention", nullptr, problems));
    m_onlyProblems->setVisible(problems > 0);
    m_nextProblem->setVisible(problems > 0);
    const bool only = m_onlyProblems->isChecked() && problems > 0;
    for (QTreeWidgetItem* item : std::as_const(m_items))
        item->setHidden(only && !item->data(TitleColumn, idRole).toBool());
}

void RunSummary::openItem(QTreeWidgetItem* item)
{
    if (item)
        Q_EMIT resultRequested(item->data(ResultColumn, idRole).toLongLong());
}

void RunSummary::goToNextProblem()
{
    const int rows = m_table->topLevelItemCount();
    const int from = m_table->currentItem() ? m_table->indexOfTopLevelItem(m_table->currentItem()) : -1;
    for (int i = 1; i <= rows; ++i) {
        QTreeWidgetItem* item = m_table->topLevelItem((from + i) % rows);
        if (!item->data(TitleColumn, idRole).toBool())
            continue;
        m_table->setCurrentItem(item);
        openItem(item);
        return;
    }
}

void RunSummary::copyAll()
{
    QStringList blocks;
    for (const ResultEntry& entry : std::as_const(m_results))
        blocks.append(supportText(entry, m_app));
    QGuiApplication::clipboard()->setText(blocks.join(QStringLiteral("\n\n")));
    sayCopied(*m_copy);
}

} // namespace pushbrake
