#include "tools/taskcsv.h"

#include "exchange/taskidtext.h"

#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace pushbrake {

namespace {

using Kind = TaskCsvFault::Kind;

struct Columns
{
    qsizetype id = -1;
    qsizetype type = -1;
    qsizetype time = -1;
    qsizetype count = 0;

    bool areNamed() const { return id >= 0 && type >= 0 && time >= 0; }
};

// One line, with RFC 4180 quotes. None of the three columns can hold a line end, so a quote that stays open is a fault.
std::optional<QStringList> cellsOf(const QString& line)
{
    QStringList cells { QString() };
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'"' && quoted && i + 1 < line.size() && line.at(i + 1) == u'"')
            cells.last().append(line.at(++i));
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            cells.append(QString());
        else
            cells.last().append(c);
    }
    return quoted ? std::nullopt : std::optional(cells);
}

Columns columnsOf(const QStringList& header)
{
    Columns columns;
    columns.count = header.size();
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString name = header.at(i).trimmed().toLower();
        if (name == u"task_id")
            columns.id = i;
        else if (name == u"type")
            columns.type = i;
        else if (name == u"sched_at_utc")
            columns.time = i;
    }
    return columns;
}

// A time without a zone is UTC here: the column says so. It must not even pass through local time, which lacks an hour
// in spring.
std::optional<QDateTime> timeOf(const QString& cell)
{
    static const QRegularExpression shape(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})"
        "[ T]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?)(Z|[+-][0-9]{2}:[0-9]{2})?\\z"_qs);
    const QString text = cell.trimmed();
    if (text.isEmpty())
        return QDateTime();
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString zone = match.captured(3).isEmpty() ? u"Z"_qs : match.captured(3);
    const QDateTime time
        = QDateTime::fromString(match.captured(1) + u'T' + match.captured(2) + zone, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

std::expected<Task, Kind> taskOf(const QString& line, const Columns& columns)
{
    const auto cells = cellsOf(line);
    if (!cells || cells->size() != columns.count)
        return std::unexpected { Kind::Columns };
    const auto id = readTaskId(cells->at(columns.id));
    if (!id)
        return std::unexpected { Kind::Id };
    const auto audience = audienceFromWord(cells->at(columns.type).trimmed());
    if (!audience)
        return std::unexpected { Kind::Type };
    const auto time = timeOf(cells->at(columns.time));
    if (!time)
        return std::unexpected { Kind::Time };
    Task task;
    task.id = *id;
    task.audience = audience;
    task.goesOutAt = *time;
    return task;
}

QStringList linesOf(const QByteArray& text)
{
    QString decoded = QString::fromUtf8(text);
    if (decoded.startsWith(QChar(0xFEFF)))
        decoded.remove(0, 1);
    decoded.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return decoded.split(u'\n');
}

qsizetype firstFilled(const QStringList& lines)
{
    qsizetype i = 0;
    while (i < lines.size() && lines.at(i).trimmed().isEmpty())
        ++i;
    return i;
}

} // namespace

std::expected<QList<Task>, TaskCsvFault> readTaskCsv(const QByteArray& text)
{
    const QStringList lines = linesOf(text);
    const qsizetype headerAt = firstFilled(lines);
    if (headerAt == lines.size())
        return std::unexpected { TaskCsvFault { 1, Kind::Empty } };
    const Columns columns = columnsOf(cellsOf(lines.at(headerAt)).value_or(QStringList()));
    if (!columns.areNamed())
        return std::unexpected { TaskCsvFault { int(headerAt) + 1, Kind::NoHeader } };
    QList<Task> tasks;
    for (qsizetype i = headerAt + 1; i < lines.size(); ++i) {
        if (lines.at(i).trimmed().isEmpty())
            continue;
        const auto task = taskOf(lines.at(i), columns);
        if (!task)
            return std::unexpected { TaskCsvFault { int(i) + 1, task.error() } };
        tasks.append(*task);
    }
    if (tasks.isEmpty())
        return std::unexpected { TaskCsvFault { int(headerAt) + 1, Kind::Empty } };
    return tasks;
}

} // namespace pushbrake
