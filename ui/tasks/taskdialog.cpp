#include "ui/tasks/taskdialog.h"

#include "exchange/taskidtext.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/discardquestion.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/phonenotice.h"
#include "ui/parts/scrolledform.h"
#include "ui/words/badges.h"
#include "ui/words/problems.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace pushbrake {

namespace {
constexpr int longestTitle = 500;

// What a clock on the wall shows here, for a field that knows no zone.
QDateTime asShown(const QDateTime& utc)
{
    const QDateTime here = utc.toTimeZone(sentences::zone());
    return { here.date(), here.time(), Qt::UTC };
}

QString utcWords(const QDateTime& utc)
{
    return theme::leftToRight(utc.toString(QStringLiteral("yyyy-MM-dd HH:mm"))) + QStringLiteral(" UTC");
}
} // namespace

TaskDialog::TaskDialog(const Clock& clock, QWidget* parent)
    : QDialog(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("taskDialog"));
    setWindowTitle(tr("Add a push to the list"));
    setAccessibleName(windowTitle());
    buildWidgets();
    buildZones();
    buildLayout();
    wire();
    new GrowToFit(*this);
    validate();
}

void TaskDialog::buildWidgets()
{
    const auto edit = [this](const QString& name) {
        auto* made = new QLineEdit(this);
        made->setObjectName(name);
        made->setMinimumHeight(theme::controlHeight);
        made->setMaxLength(longestTitle);
        return made;
    };
    m_id = edit(QStringLiteral("taskIdEdit"));
    m_givenId = theme::selectableLabel({}, this);
    m_givenId->setObjectName(QStringLiteral("givenTaskId"));
    m_cameFrom = theme::selectableLabel({}, this);
    m_cameFrom->setObjectName(QStringLiteral("cameFrom"));
    m_title = edit(QStringLiteral("titleEdit"));
    m_note = edit(QStringLiteral("noteEdit"));
    m_audience = new QComboBox(this);
    m_audience->setObjectName(QStringLiteral("audienceCombo"));
    m_audience->setMinimumHeight(theme::controlHeight);
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
        m_audience->addItem(sentences::audienceWords(audience), int(audience));
    m_audience->setPlaceholderText(tr("Choose who gets it"));
    m_audience->setCurrentIndex(-1);
    m_timeKnown = new QCheckBox(tr("I know &when it goes out"), this);
    m_timeKnown->setObjectName(QStringLiteral("timeKnownBox"));
    m_time = new QDateTimeEdit(this);
    m_time->setTimeSpec(Qt::UTC); // in local time the field itself would move a time that is skipped here
    m_time->setDateTime(asShown(m_clock.utcNow().addSecs(3600)));
    m_time->setLayoutDirection(Qt::LeftToRight);
    m_time->setObjectName(QStringLiteral("goesOutEdit"));
    m_time->setAccessibleName(tr("Day and time when it goes out"));
    m_time->setCalendarPopup(true);
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_time->setMinimumHeight(theme::controlHeight);
    m_zone = new QComboBox(this);
    m_zone->setObjectName(QStringLiteral("zoneCombo"));
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setMinimumHeight(theme::controlHeight);
    m_problem = theme::selectableLabel({}, this);
    m_problem->setObjectName(QStringLiteral("taskProblem"));
    theme::setTone(*m_problem, theme::Tone::Red);
    m_problem->hide();
    m_phone = new PhoneNotice(this);
    m_phone->setToolTip(tr("As it would look on a phone"));
    m_save = makeButton("saveButton", tr("&Add to the list"), this);
    m_save->setDefault(true);
    m_close = makeButton("closeButton", tr("C&lose"), this);
}

void TaskDialog::buildZones()
{
    const QByteArray shown = sentences::zone().id();
    m_zone->addItem(tr("As in the window (%1)").arg(QString::fromLatin1(shown)), shown);
    for (const sentences::OfferedZone& zone : sentences::offeredZones()) {
        if (zone.id != shown)
            m_zone->addItem(zone.name, zone.id);
    }
}

void TaskDialog::buildLayout()
{
    m_idField = new FormField(tr("Task &ID"), m_id, this);
    m_givenIdField = new FormField(tr("Task ID"), m_givenId, this);
    m_givenIdField->hide();
    m_cameFromField = new FormField(tr("Came from"), m_cameFrom, this);
    m_cameFromField->hide();
    auto* when = new QWidget(this);
    auto* whenRow = new QHBoxLayout(when);
    whenRow->setContentsMargins(0, 0, 0, 0);
    whenRow->addWidget(m_time, 1);
    whenRow->addWidget(m_zone, 1);
    when->setObjectName(QStringLiteral("whenRow"));
    m_timeField = new FormField(tr("&Goes out"), when, this);
    when->setFocusProxy(m_time);

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    auto* form = new ScrolledForm(this);
    form->column().addWidget(m_idField);
    form->column().addWidget(m_givenIdField);
    form->column().addWidget(new FormField(tr("Wh&o gets it"), m_audience, this));
    form->column().addWidget(new FormField(tr("&Title, if you know it"), m_title, this));
    form->column().addWidget(m_timeKnown);
    form->column().addWidget(m_timeField);
    form->column().addWidget(new FormField(tr("&Note to yourself"), m_note, this));
    form->column().addWidget(m_cameFromField);
    form->column().addWidget(m_phone);
    form->column().addStretch();
    page->addWidget(form, 1);
    page->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    page->addLayout(buttons);
    setMinimumWidth(theme::unit * 110);
}

void TaskDialog::wire()
{
    for (QLineEdit* edit : { m_id, m_title, m_note })
        connect(edit, &QLineEdit::textEdited, this, &TaskDialog::onEdited);
    for (QComboBox* combo : { m_audience, m_zone })
        connect(combo, &QComboBox::activated, this, &TaskDialog::onEdited);
    connect(m_timeKnown, &QCheckBox::toggled, this, &TaskDialog::onEdited);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &TaskDialog::onEdited);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_problem->hide();
        Q_EMIT saveRequested(task());
    });
    connect(m_close, &QPushButton::clicked, this, &TaskDialog::reject);
}

void TaskDialog::setTask(const Task& task, const QString& cameFrom)
{
    m_given = task;
    setWindowTitle(tr("Edit what is known of this push"));
    setButtonText(*m_save, tr("&Save"));
    m_id->setText(QString::number(task.id));
    m_id->setReadOnly(true);
    m_idField->hide();
    m_givenId->setText(theme::leftToRight(m_id->text()));
    m_givenId->setAccessibleName(tr("Task ID %1").arg(m_id->text()));
    m_givenIdField->setVisible(true);
    m_cameFrom->setText(cameFrom);
    m_cameFrom->setAccessibleName(tr("Came from: %1").arg(cameFrom));
    m_cameFromField->setVisible(!cameFrom.isEmpty());
    m_audience->setCurrentIndex(task.audience ? m_audience->findData(int(*task.audience)) : -1);
    m_title->setText(task.title);
    m_note->setText(task.note);
    m_timeKnown->setChecked(task.goesOutAt.isValid());
    if (task.goesOutAt.isValid())
        m_time->setDateTime(asShown(task.goesOutAt));
    // What was read from the service cannot be changed here.
    for (QWidget* field :
        { static_cast<QWidget*>(m_audience), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_timeKnown) })
        field->setEnabled(!task.readFromService);
    m_dirty = false;
    validate();
}

WallTime TaskDialog::wallTime() const
{
    return readWallTime(m_time->date(), m_time->time(), QTimeZone(m_zone->currentData().toByteArray()));
}

// Of an hour that comes twice the field cannot show which one it was.
bool TaskDialog::isTimeAsGiven() const
{
    return m_given.goesOutAt.isValid() && m_zone->currentIndex() == 0
        && m_time->dateTime() == asShown(m_given.goesOutAt);
}

void TaskDialog::setApp(const QString& app)
{
    m_app = app;
    showPhone();
}

void TaskDialog::showPhone()
{
    const Task shown = task();
    const QDateTime there = shown.goesOutAt.isValid() ? sentences::inZone(shown.goesOutAt) : QDateTime();
    m_phone->setPush({ m_app, there.toString(QStringLiteral("HH:mm")), shown.title, shown.description });
}

QDateTime TaskDialog::goesOutAt() const
{
    if (!m_timeKnown->isChecked())
        return {};
    return isTimeAsGiven() ? m_given.goesOutAt : wallTime().utc;
}

bool TaskDialog::timeExists() const
{
    return isTimeAsGiven() || wallTime().kind != WallTime::Kind::Skipped;
}

QString TaskDialog::timeFault() const
{
    if (!m_timeKnown->isChecked() || timeExists())
        return {};
    const QDateTime taken = wallTime().utc.toTimeZone(QTimeZone(m_zone->currentData().toByteArray()));
    return tr("%1 does not exist there on this day: the clocks go forward over it, and %2 would be taken. Enter the "
              "time that is meant.")
        .arg(theme::leftToRight(m_time->time().toString(QStringLiteral("HH:mm"))),
            theme::leftToRight(taken.toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
}

QString TaskDialog::timeHint() const
{
    if (!m_timeKnown->isChecked())
        return {};
    const QDateTime utc = goesOutAt();
    const QString left = sentences::timeLeft(utc, m_clock.utcNow());
    const WallTime wall = wallTime();
    if (wall.kind != WallTime::Kind::Twice)
        return tr("That is %1, %2.").arg(utcWords(utc), left);
    if (utc != wall.secondUtc)
        return tr("This time comes twice there, because the clocks go back. The first is taken: %1, %2. For the "
                  "second, %3, choose UTC.")
            .arg(utcWords(utc), left, utcWords(wall.secondUtc));
    return tr("This time comes twice there, because the clocks go back. The second is taken: %1, %2.")
        .arg(utcWords(utc), left);
}

Task TaskDialog::task() const
{
    Task task = m_given;
    if (const auto id = readTaskId(m_id->text()))
        task.id = *id;
    task.note = m_note->text();
    if (task.readFromService)
        return task;
    task.title = m_title->text();
    task.goesOutAt = goesOutAt();
    if (m_audience->currentIndex() >= 0)
        task.audience = Audience(m_audience->currentData().toInt());
    return task;
}

void TaskDialog::onEdited()
{
    m_dirty = true;
    validate();
}

void TaskDialog::validate()
{
    const auto id = readTaskId(m_id->text());
    m_idField->showFault(id || m_id->text().isEmpty() ? QString() : sentences::taskIdProblem(id.error()));
    for (QWidget* when : { static_cast<QWidget*>(m_time), static_cast<QWidget*>(m_zone) })
        when->setEnabled(m_timeKnown->isChecked() && !m_given.readFromService);
    if (const QString fault = timeFault(); !fault.isEmpty())
        m_timeField->showFault(fault);
    else
        m_timeField->showHint(timeHint());
    // A task that is known already may keep an audience that nobody knows; its note can be edited all the same.
    const bool audienceKnown = m_audience->currentIndex() >= 0 || m_given.id != 0;
    const bool timeFits = !m_timeKnown->isChecked() || m_given.readFromService || timeExists();
    m_save->setEnabled(id.has_value() && audienceKnown && timeFits);
    showPhone();
}

void TaskDialog::noteSaved(const QString& problem)
{
    if (problem.isEmpty()) {
        accept();
        return;
    }
    m_problem->setText(tr("This was not saved. %1").arg(problem));
    m_problem->show();
    setAccessibleDescription(m_problem->text());
    m_save->setFocus();
}

void TaskDialog::reject()
{
    if (!m_dirty)
        QDialog::reject();
    else
        askToDiscard(*this, [this] { QDialog::reject(); });
}

} // namespace pushbrake
