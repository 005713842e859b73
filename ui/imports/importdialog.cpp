#include "ui/imports/importdialog.h"

#include "ui/imports/columnchooser.h"
#include "ui/imports/filequestion.h"
#include "ui/imports/firstcolumntable.h"
#include "ui/imports/importmodel.h"
#include "ui/imports/importquestions.h"
#include "ui/imports/leftoutbar.h"
#include "ui/imports/leftouttable.h"
#include "ui/imports/sourcechooser.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/scrolledform.h"
#include "ui/words/importwords.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int leastRows = 6; ///< of the table in sight
template<typename Value> QList<Value> each(const QList<ImportRow>& rows, Value (*made)(const ImportRow&))
{
    QList<Value> values;
    values.reserve(rows.size());
    for (const ImportRow& row : rows)
        values.append(made(row));
    return values;
}

} // namespace

ImportDialog::ImportDialog(QSettings& settings, Into into, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_into(std::move(into))
    , m_reading(new ImportReading(this))
    , m_model(new ImportModel(m_into.listed, this))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(isCheck() ? tr("Check against a file") : tr("Import pushes"));
    setAccessibleName(windowTitle());
    buildWidgets();
    buildTable();
    buildLayout();
    wire();
    enter(State::Reading);
    new GrowToFit(*this);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::buildWidgets()
{
    m_form = new ScrolledForm(this);
    m_name = theme::selectableLabel({}, m_form);
    m_name->setObjectName(u"importName"_s);
    m_name->setFont(theme::strongFont(font()));
    m_source = new SourceChooser(m_form);
    m_columns = new ColumnChooser(m_form);
    m_questions = new ImportQuestions(m_form);
    m_summary = theme::selectableLabel({}, m_form);
    m_summary->setObjectName(u"importSummary"_s);
    m_onlyRemarked = new QCheckBox(tr("Show &only what is left out or has a note"), m_form);
    m_onlyRemarked->setObjectName(u"onlyRemarkedBox"_s);
    m_fileOrder = new QCheckBox(tr("In the order of the file"), m_form);
    m_fileOrder->setObjectName(u"fileOrderBox"_s);
    m_fileOrder->setToolTip(tr("Otherwise what is left out comes first, then what has a note"));
    m_leftOut = new LeftOutBar([this] { return leftOutTable(*m_model->preview(), *m_table, plan()); }, m_form);
    m_row = theme::selectableLabel({}, m_form);
    m_row->setObjectName(u"importRowWords"_s);
    m_problem = theme::selectableLabel({}, this);
    m_problem->setObjectName(u"importProblem"_s);
    theme::setTone(*m_problem, theme::Tone::Red);
    m_problem->hide();
    m_state = new EmptyState(this);
    m_stop = new QAction(tr("&Stop reading"), this);
    m_stop->setObjectName(u"stopReadingAction"_s);
    m_choose = new QAction(tr("C&hoose another file…"), this);
    m_choose->setObjectName(u"chooseFileAction"_s);
    m_another = makeButton("anotherFileButton", tr("Another &file…"), this);
    m_close = makeButton("closeButton", tr("C&lose"), this);
    m_add = makeButton("addButton", tr("&Add"), this);
    m_add->setDefault(true);
}

void ImportDialog::buildTable()
{
    m_rows = new FirstColumnTable(*m_model, ImportModel::Id, m_form);
    m_rows->setObjectName(u"importTable"_s);
    m_rows->placeAfter(ImportModel::GoesOut, ImportModel::GoesOutInFile);
    m_rows->setAccessibleName(tr("Rows of the file"));
    m_rows->setMinimumHeight(leastRows * theme::compactRowHeight);
}

void ImportDialog::buildLayout()
{
    QVBoxLayout& column = m_form->column();
    column.setSpacing(theme::bandGap);
    auto* first = new QHBoxLayout;
    first->addWidget(m_name, 1);
    first->addWidget(m_source);
    auto* counts = new QHBoxLayout;
    counts->addWidget(m_summary, 1);
    counts->addWidget(m_fileOrder);
    counts->addWidget(m_onlyRemarked);
    column.addLayout(first);
    column.addWidget(m_columns);
    column.addWidget(m_questions);
    column.addLayout(counts);
    column.addWidget(m_rows, 1);
    column.addWidget(m_row);
    column.addWidget(m_leftOut);
    column.addStretch(); // where no table takes the room
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addWidget(m_form, 1);
    page->addWidget(m_state, 1);
    page->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_another);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_add);
    page->addLayout(buttons);
    resize(theme::withinScreen(*this, QSize(theme::unit * 230, theme::unit * 165)));
}

void ImportDialog::wire()
{
    connect(m_reading, &ImportReading::tableRead, this, &ImportDialog::onTable);
    connect(m_reading, &ImportReading::previewed, this, &ImportDialog::onPreview);
    connect(m_reading, &ImportReading::failed, this, &ImportDialog::onFailed);
    connect(m_reading, &ImportReading::progressed, this, [this](int rows) {
        if (m_state->isVisible())
            m_state->say(tr("%n row(s) so far", nullptr, rows));
    });
    connect(m_stop, &QAction::triggered, this, [this] {
        m_reading->stop();
        onFailed({ TableFault::Kind::Stopped });
    });
    connect(m_choose, &QAction::triggered, this, &ImportDialog::askForFile);
    connect(m_another, &QPushButton::clicked, this, &ImportDialog::askForFile);
    connect(m_source, &SourceChooser::hintsChanged, this, &ImportDialog::readAgain);
    connect(m_columns, &ColumnChooser::planChanged, this, &ImportDialog::preview);
    connect(m_questions, &ImportQuestions::answered, this, &ImportDialog::preview);
    connect(m_onlyRemarked, &QCheckBox::toggled, m_model, &ImportModel::showOnlyRemarked);
    connect(m_fileOrder, &QCheckBox::toggled, m_model, &ImportModel::showInFileOrder);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportDialog::presentRow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ImportDialog::presentRow);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &ImportDialog::accept);
}

QFileDialog* ImportDialog::makeFileDialog(QWidget& parent, const QSettings& settings, Purpose purpose)
{
    return makeFileQuestion(
        purpose == Purpose::Check ? tr("File of what should go out") : tr("Import pushes"), parent, settings);
}

void ImportDialog::askForFile()
{
    QFileDialog* dialog = makeFileDialog(*this, m_settings, m_into.purpose);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::readFile);
    dialog->open();
}

void ImportDialog::begin(const QString& name)
{
    m_table.reset();
    m_isSized = false;
    m_source->forget();
    m_questions->forget();
    m_onlyRemarked->setChecked(false);
    m_fileOrder->setChecked(false);
    m_name->setText(name);
    enter(State::Reading);
}

void ImportDialog::readFile(const QString& path)
{
    rememberFolderOf(path, m_settings);
    m_sourceName = QFileInfo(path).fileName();
    m_isOfFile = true;
    begin(theme::brief(m_sourceName));
    m_reading->readFile(path);
}

void ImportDialog::readPasted(const QString& text)
{
    m_sourceName = tr("From the clipboard");
    m_isOfFile = false;
    begin(m_sourceName);
    m_reading->readPasted(text);
}

// What is in sight belongs to the table before: it goes nowhere, and nothing is answered about it.
void ImportDialog::readAgain()
{
    m_table.reset();
    for (QWidget* widget : std::initializer_list<QWidget*> { m_columns, m_questions, m_leftOut, m_add })
        widget->setEnabled(false);
    m_reading->readAgain(m_source->hints());
}

void ImportDialog::enter(State state)
{
    m_form->setVisible(state == State::Shown);
    m_state->setVisible(state != State::Shown);
    m_another->setVisible(state == State::Shown);
    m_problem->hide();
    if (state == State::Shown)
        return;
    m_add->setEnabled(false);
    setButtonText(*m_add, deed(0, 0));
    if (state == State::Reading)
        m_state->present({ u"loader"_s, tr("Reading…"),
            isCheck() ? tr("Nothing of it is added to the list.") : tr("Nothing is added before you have seen it."),
            { m_stop } });
}

void ImportDialog::onFailed(TableFault fault)
{
    // With another sheet or encoding the table that was there can still be chosen.
    if (m_form->isVisibleTo(this) && fault.kind != TableFault::Kind::Stopped) {
        m_problem->setText(sentences::tableProblem(fault) + u' ' + sentences::tableAdvice(fault));
        m_problem->show();
        m_add->setEnabled(false);
        return;
    }
    enter(State::Failed);
    m_state->present({ u"circle-x"_s, sentences::tableProblem(fault), sentences::tableAdvice(fault), { m_choose } });
    m_state->takeKeyboard();
}

QString ImportDialog::rememberedKey() const
{
    const QByteArray fingerprint = m_columns->plan().fingerprint;
    return fingerprint.isEmpty() ? QString() : u"import/"_s + QString::fromLatin1(fingerprint.toHex());
}

void ImportDialog::onTable(std::shared_ptr<const ReadTable> table, ColumnPlan guess)
{
    m_table = std::move(table);
    m_columns->setEnabled(true);
    m_questions->setEnabled(true);
    m_leftOut->setEnabled(true);
    m_problem->hide();
    m_source->setTable(*m_table);
    if (!guess.isMessage && !guess.isIdSure) // telephone numbers look the same
        guess.setColumn(ColumnRole::Id, -1);
    m_columns->setTable(*m_table, guess);
    if (const QString key = rememberedKey(); !key.isEmpty() && m_settings.contains(key))
        m_columns->setTable(
            *m_table, withRememberedColumns(guess, m_settings.value(key).toString(), m_table->table.columnCount()));
    preview();
}

void ImportDialog::preview()
{
    if (!m_table)
        return;
    ImportContext context = m_into.context();
    m_questions->answer(context);
    m_add->setEnabled(false);
    m_reading->preview(m_table, plan(), context);
}

ColumnPlan ImportDialog::plan() const
{
    ColumnPlan plan = m_columns->plan();
    if (m_questions->dateOrder() != DateOrder::Unknown)
        plan.dateOrder = m_questions->dateOrder();
    return plan;
}

void ImportDialog::onPreview(std::shared_ptr<const ImportPreview> preview)
{
    const bool isFirst = !m_form->isVisibleTo(this);
    enter(State::Shown);
    m_questions->ask(*preview);
    m_model->setPreview(isCheck() ? std::make_shared<const ImportPreview>(withoutTheList(*preview)) : preview,
        { m_table, plan(), m_into.context().now });
    presentCounts();
    presentTable();
    if (preview->needsIdColumn)
        m_columns->idBox().setFocus();
    else if (isFirst && m_add->isEnabled())
        m_add->setFocus();
    else if (isFirst)
        m_rows->setFocus();
}

void ImportDialog::presentCounts()
{
    const ImportPreview& preview = *m_model->preview();
    const int fresh = preview.accepted - preview.alreadyListed;
    const bool hasTable = !preview.rows.isEmpty();
    QStringList parts;
    if (preview.needsIdColumn) {
        parts.append(tr("Choose the column that holds the task IDs."));
    } else {
        parts.append(isCheck() ? tr("%n to check", nullptr, fresh) : tr("%n new", nullptr, fresh));
        if (preview.alreadyListed > 0)
            parts.append(tr("%n listed already", nullptr, preview.alreadyListed));
        if (m_model->noted() > 0)
            parts.append(tr("%n of these with a note", nullptr, m_model->noted()));
        if (preview.refused > 0)
            parts.append(tr("%n left out", nullptr, preview.refused));
    }
    if (preview.isCutShort)
        parts.append(tr("it has more numbers than are read"));
    m_summary->setText(parts.join(u" · "_s));
    m_onlyRemarked->setVisible(preview.refused + m_model->noted() > 0);
    m_fileOrder->setVisible(preview.refused + m_model->noted() > 0);
    m_leftOut->present(preview.refused, m_sourceName);
    for (QWidget* widget : { static_cast<QWidget*>(m_rows), static_cast<QWidget*>(m_row) })
        widget->setVisible(hasTable);
    setButtonText(*m_add, deed(preview.accepted, fresh));
    m_add->setEnabled(preview.accepted > 0);
}

QString ImportDialog::deed(int taken, int fresh) const
{
    if (isCheck())
        return taken > 0 ? tr("Chec&k %n push(es)", nullptr, taken) : tr("Chec&k");
    if (fresh > 0)
        return tr("&Add %n push(es)", nullptr, fresh);
    return taken > 0 ? tr("&Show %n listed push(es)", nullptr, taken) : tr("&Add");
}

void ImportDialog::presentRow()
{
    const QModelIndex current = m_rows->currentIndex();
    const bool isRow = current.isValid() && current.row() < m_model->rowCount();
    m_row->setText(isRow ? m_model->sentenceOf(current.row()) : QString());
}

void ImportDialog::presentTable()
{
    m_rows->setColumnHidden(ImportModel::GoesOutInFile, !m_model->isInFile(ColumnRole::GoesOutAt));
    m_rows->setColumnHidden(ImportModel::RegionColumn, !m_model->isInFile(ColumnRole::Region));
    if (!std::exchange(m_isSized, true))
        m_rows->sizeColumns(ImportModel::Why);
    if (m_model->rowCount() > 0)
        m_rows->setCurrentIndex(m_model->index(0, 0));
}

void ImportDialog::accept()
{
    const ImportPreview* preview = m_model->preview();
    if (!preview || !m_table || m_reading->isBusy())
        return;
    QList<ImportRow> taken = preview->rows;
    taken.removeIf([](const ImportRow& row) { return row.isRefused(); });
    if (taken.isEmpty())
        return;
    if (const QString key = rememberedKey(); !key.isEmpty())
        m_settings.setValue(key, columnPlanWord(plan()));
    m_problem->hide();
    if (isCheck())
        Q_EMIT checkRequested(each(taken, importedExpectation));
    else
        Q_EMIT addRequested(each(taken, importedTask));
}

void ImportDialog::noteAdded(const QString& problem)
{
    if (problem.isEmpty()) {
        QDialog::accept();
        return;
    }
    m_problem->setText(tr("Nothing was added. %1").arg(problem));
    m_problem->show();
}

} // namespace pushbrake
