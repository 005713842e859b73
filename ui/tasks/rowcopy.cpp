#include "ui/tasks/rowcopy.h"

#include "exchange/tablecsv.h"
#include "ui/look/theme.h"
#include "ui/parts/tableclip.h"
#include "ui/tasks/taskmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <array>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

/// Not the time left, which is wrong as soon as it is pasted.
constexpr std::array columns { TaskModel::Push, TaskModel::Id, TaskModel::AudienceColumn, TaskModel::GoesOut,
    TaskModel::Utc, TaskModel::Status, TaskModel::LastResult, TaskModel::Note };

QString cell(const Task& task, const TaskModel& model, TaskModel::Column column)
{
    switch (column) {
    case TaskModel::Id: return QString::number(task.id);
    case TaskModel::Utc:
        return task.goesOutAt.isValid() ? task.goesOutAt.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s) : QString();
    case TaskModel::Note: return harmlessCell(theme::unmarked(task.note).simplified());
    case TaskModel::Push:
        if (!task.title.isEmpty())
            return harmlessCell(theme::unmarked(task.title).simplified());
        [[fallthrough]];
    default: {
        const QModelIndex index = model.index(model.rowOf(task.id), column);
        return harmlessCell(theme::unmarked(index.data().toString()).simplified());
    }
    }
}

} // namespace

RowCopy copyOf(const QList<Task>& tasks, const TaskModel& model)
{
    QStringList heading;
    for (const TaskModel::Column column : columns)
        heading << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QList<QStringList> rows;
    QStringList lines;
    for (const Task& task : tasks) {
        QStringList cells;
        for (const TaskModel::Column column : columns)
            cells << cell(task, model, column);
        lines << cells.join(u'\t');
        rows.append(cells);
    }
    return { lines.join(u'\n'), tableHtml(heading, rows) };
}

void toClipboard(const RowCopy& copy)
{
    auto* copied = new QMimeData;
    copied->setText(copy.text);
    copied->setHtml(copy.html);
    QGuiApplication::clipboard()->setMimeData(copied);
}

} // namespace pushbrake
