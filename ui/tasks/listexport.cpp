#include "ui/tasks/listexport.h"

#include "exchange/tablecsv.h"
#include "store/savewhole.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/tasks/taskmodel.h"
#include "ui/words/badges.h"
#include "ui/words/results.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace pushbrake {

namespace {

struct ListExport
{
    Q_DECLARE_TR_FUNCTIONS(ListExport)
};

constexpr qsizetype atOnce = 2'000; ///< within some frames: the window answers between two parts

QList<QStringList> heading()
{
    return { { ListExport::tr("Task ID"), ListExport::tr("Title"), ListExport::tr("Audience"),
        ListExport::tr("Goes out (UTC)"), ListExport::tr("Status"), ListExport::tr("Last result"),
        ListExport::tr("Note") } };
}

QList<QStringList> rowsOf(const QList<Task>& tasks)
{
    QList<QStringList> rows;
    for (const Task& task : tasks)
        rows.append({ QString::number(task.id), task.title, sentences::audienceWords(task.audience),
            task.goesOutAt.isValid() ? task.goesOutAt.toString(Qt::ISODate) : QString(),
            sentences::statusBadge(task).word, sentences::lastResult(task, {}), task.note });
    return rows;
}

/// One export, part by part. Owns itself, and ends with the window.
class Writing : public QObject
{
public:
    Writing(const QString& path, QList<TaskId> tasks, const TaskModel& model, QWidget& window, Notices& notices)
        : QObject(&window)
        , m_file(path)
        , m_tasks(std::move(tasks))
        , m_model(model)
        , m_notices(notices)
    {
        connect(&m_next, &QTimer::timeout, this, &Writing::writePart);
        m_next.start(0);
        if (m_file.open(QIODevice::WriteOnly) && write(tableToCsv(heading())))
            writePart();
        else
            end(false);
    }

private:
    bool write(const QByteArray& csv) { return m_file.write(csv) == csv.size(); }

    void writePart()
    {
        const QList<TaskId> part = m_tasks.mid(m_written, atOnce);
        m_written += part.size();
        const QList<Task> tasks = m_model.tasks(part);
        m_isWhole = m_isWhole && tasks.size() == part.size(); // some were taken off the list, or another app was opened
        if (!m_isWhole || !write(rowsToCsv(rowsOf(tasks))))
            end(false);
        else if (m_written == m_tasks.size())
            end(commitWhole(m_file));
    }

    void end(bool isWritten)
    {
        m_next.stop();
        const QString name = theme::isolated(QFileInfo(m_file.fileName()).fileName());
        if (isWritten)
            m_notices.tell(
                NoticeKind::Good, ListExport::tr("%n push(es) written to %1.", nullptr, int(m_tasks.size())).arg(name));
        else if (!m_isWhole)
            m_notices.tell(NoticeKind::Warning, ListExport::tr("The list could not be written to %1.").arg(name),
                ListExport::tr("It has changed meanwhile. Nothing was written; export it once more."));
        else
            m_notices.tell(NoticeKind::Warning, ListExport::tr("The list could not be written to %1.").arg(name),
                ListExport::tr("Choose a folder that you may write to, on a disk with free space."));
        deleteLater();
    }

    QSaveFile m_file;
    const QList<TaskId> m_tasks;
    const TaskModel& m_model;
    Notices& m_notices;
    qsizetype m_written = 0;
    bool m_isWhole = true;
    QTimer m_next;
};

} // namespace

void askWhereToExport(const QList<TaskId>& tasks, const TaskModel& model, QWidget& window, Notices& notices)
{
    auto* dialog = new QFileDialog(&window, ListExport::tr("Export the list"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(ListExport::tr("Table for spreadsheets (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("pushes.csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
        [tasks, &model, &window, &notices](const QString& path) { new Writing(path, tasks, model, window, notices); });
    dialog->open();
}

} // namespace pushbrake
