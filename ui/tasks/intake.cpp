#include "ui/tasks/intake.h"

#include "exchange/importreader.h"
#include "ui/imports/importdialog.h"
#include "ui/parts/notices.h"
#include "ui/tasks/pastedialog.h"
#include "ui/tasks/taskdialog.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"
#include "ui/words/problems.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>

#include <utility>

namespace pushbrake {

namespace {

QString problemOf(const std::optional<DatabaseFault>& fault)
{
    return fault ? sentences::databaseProblem(*fault) : QString();
}

/// Rows of a spreadsheet are copied with tabs between their cells; a message has none.
bool isTable(const QString& text)
{
    return text.trimmed().contains(QLatin1Char('\t'));
}

} // namespace

Intake::Intake(Needs needs, Add add, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_add(std::move(add))
{
}

void Intake::open(const std::optional<Profile>& app)
{
    m_app = app;
    if (!m_app || m_handedOver.isEmpty())
        return;
    // Later: who opens the app is not ready yet.
    QMetaObject::invokeMethod(
        this, [this, path = std::exchange(m_handedOver, {})] { takeFile(path); }, Qt::QueuedConnection);
}

void Intake::show(QDialog& dialog)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    connect(&dialog, &QDialog::finished, &m_needs.window, &Shell::focusPage);
    dialog.open();
}

void Intake::typeOne()
{
    auto* dialog = new TaskDialog(m_needs.clock, &m_needs.window);
    connect(dialog, &TaskDialog::saveRequested, this,
        [this, dialog](const Task& task) { dialog->noteSaved(problemOf(m_add({ task }, {}, {}))); });
    show(*dialog);
}

void Intake::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (m_app && isTable(text))
        openImport().readPasted(text);
    else
        openPaste().offerClipboard(text);
}

PasteDialog& Intake::openPaste()
{
    auto* dialog = new PasteDialog(m_needs.page.model(), &m_needs.window);
    connect(dialog, &PasteDialog::addRequested, this, [this, dialog](const QList<Task>& tasks) {
        dialog->noteAdded(problemOf(m_add(tasks, {}, [this, ids = idsOf(tasks)] { m_needs.page.takePasted(ids); })));
    });
    show(*dialog);
    return *dialog;
}

void Intake::chooseFile()
{
    QFileDialog* dialog = ImportDialog::makeFileDialog(m_needs.window, m_needs.settings);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { openImport().readFile(path); });
    show(*dialog);
}

void Intake::takeFile(const QString& path)
{
    Notices& notices = m_needs.window.notices();
    if (QApplication::activeModalWidget()) // nothing that somebody types or decides is put aside
        notices.tell(NoticeKind::Warning, tr("A file was handed over while another window was open."),
            tr("Close that window, then open the file once more."));
    else if (m_app)
        openImport().readFile(path);
    else
        m_handedOver = path;
}

void Intake::chooseFileToCheck()
{
    QFileDialog* dialog = ImportDialog::makeFileDialog(m_needs.window, m_needs.settings, ImportDialog::Purpose::Check);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { openCheck().readFile(path); });
    show(*dialog);
}

ImportDialog& Intake::openCheck()
{
    auto* dialog = new ImportDialog(
        m_needs.settings, { [this] { return context(); }, {}, ImportDialog::Purpose::Check }, &m_needs.window);
    connect(dialog, &ImportDialog::checkRequested, this, [this, dialog](const QList<Expectation>& expected) {
        dialog->noteAdded({});
        Q_EMIT broughtToCheck(expected, dialog->sourceName());
    });
    show(*dialog);
    return *dialog;
}

ImportDialog& Intake::openImport()
{
    const auto listed = [this](TaskId id) { return m_needs.page.model().task(id); };
    auto* dialog = new ImportDialog(m_needs.settings, { [this] { return context(); }, listed }, &m_needs.window);
    connect(dialog, &ImportDialog::addRequested, this, [this, dialog](const QList<Task>& tasks) {
        const auto file = dialog->isOfFile() ? std::optional(dialog->sourceName()) : std::nullopt;
        dialog->noteAdded(problemOf(m_add(tasks, file, [this, ids = idsOf(tasks)] { m_needs.page.showBrought(ids); })));
    });
    show(*dialog);
    return *dialog;
}

ImportContext Intake::context() const
{
    QList<TaskId> all;
    QList<TaskId> read;
    for (const TaskBrief& task : m_needs.page.model().facts().briefs) {
        all.append(task.id);
        if (task.isReadFromService)
            read.append(task.id);
    }
    ImportContext context;
    context.known = KnownIds(all, read);
    context.now = m_needs.clock.utcNow();
    if (m_app) {
        context.sdkAppId = m_app->sdkAppId;
        context.region = m_app->region;
        context.host = m_app->host();
    }
    return context;
}

} // namespace pushbrake
