#include "ui/tasks/listexport.h"

#include "exchange/tablecsv.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/words/badges.h"
#include "ui/words/results.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace pushbrake {

namespace {

struct ListExport
{
    Q_DECLARE_TR_FUNCTIONS(ListExport)
};

QByteArray tableOf(const QList<Task>& tasks)
{
    QList<QStringList> rows { { ListExport::tr("Task ID"), ListExport::tr("Title"), ListExport::tr("Audience"),
        ListExport::tr("Goes out (UTC)"), ListExport::tr("Status"), ListExport::tr("Last result"),
        ListExport::tr("Note") } };
    for (const Task& task : tasks)
        rows.append({ QString::number(task.id), task.title, sentences::audienceWords(task.audience),
            task.goesOutAt.isValid() ? task.goesOutAt.toString(Qt::ISODate) : QString(),
            sentences::statusBadge(task).word, sentences::lastResult(task, {}), task.note });
    return tableToCsv(rows);
}

void exportTo(const QString& path, const QList<Task>& tasks, Notices& notices)
{
    QSaveFile file(path);
    const QByteArray csv = tableOf(tasks);
    const QString name = theme::isolated(QFileInfo(path).fileName());
    if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit())
        notices.tell(
            NoticeKind::Good, ListExport::tr("%n push(es) written to %1.", nullptr, int(tasks.size())).arg(name));
    else
        notices.tell(NoticeKind::Warning, ListExport::tr("The list could not be written to %1.").arg(name),
            ListExport::tr("Choose a folder that you may write to, on a disk with free space."));
}

} // namespace

void askWhereToExport(const QList<Task>& tasks, QWidget& window, Notices& notices)
{
    auto* dialog = new QFileDialog(&window, ListExport::tr("Export the list"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(ListExport::tr("Table for spreadsheets (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("pushes.csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
        [tasks, &notices](const QString& path) { exportTo(path, tasks, notices); });
    dialog->open();
}

} // namespace pushbrake
