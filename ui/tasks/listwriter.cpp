#include "ui/tasks/listwriter.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace pushbrake {

namespace {

constexpr qint64 wantedMs = 8; ///< of a part: half a frame
constexpr qsizetype rowsAtFirst = 500;
constexpr qsizetype fewestRows = 50; ///< where a disk is slow: each part is a commit of its own
constexpr qsizetype mostRows = 5'000;

} // namespace

ListWriter::ListWriter(TaskList& list, QObject* parent)
    : QObject(parent)
    , m_list(list)
    , m_rows(rowsAtFirst)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ListWriter::writeSome);
}

// Somebody said "Add 200,000 pushes", and closed the window since: nobody hears an answer, but they are to be there.
ListWriter::~ListWriter()
{
    for (Work& work : m_work) {
        if (!writePart(work, work.written.asked))
            break;
    }
}

// Those that lie side by side in the file are written together: that is quicker by far in a long list.
std::optional<DatabaseFault> ListWriter::add(
    const AppKey& app, const QList<Task>& tasks, const std::optional<QString>& file, Answer answer)
{
    std::vector<std::pair<TaskId, quint32>> order;
    order.reserve(size_t(tasks.size()));
    for (const Task& task : tasks)
        order.emplace_back(task.id, quint32(order.size()));
    std::sort(order.begin(), order.end());
    Work work { { app, {}, tasks.size(), {}, {} }, {}, tasks, {}, file, std::move(answer) };
    for (const auto& [id, place] : order) {
        work.ids.append(id);
        work.places.append(place);
    }
    if (m_work.empty() && !writePart(work, m_rows))
        return work.written.fault;
    begin(std::move(work));
    return std::nullopt;
}

void ListWriter::remove(const AppKey& app, const QList<TaskId>& ids, Answer answer)
{
    Work work { { app, {}, ids.size(), {}, {} }, ids, {}, {}, {}, std::move(answer) };
    std::sort(work.ids.begin(), work.ids.end());
    if (m_work.empty())
        writePart(work, m_rows);
    begin(std::move(work));
}

std::optional<ListWriter::Progress> ListWriter::progress() const
{
    if (m_work.empty())
        return std::nullopt;
    const Work& now = m_work.front();
    return Progress { now.tasks.isEmpty(), now.written.ids.size(), now.written.asked };
}

/// Whose first part is written, if nothing was before it: most are over with that.
void ListWriter::begin(Work work)
{
    const bool isFirst = m_work.empty();
    const bool isOver = work.written.fault || work.written.ids.size() == work.written.asked;
    if (isFirst && isOver)
        return work.answer(work.written);
    m_work.push_back(std::move(work));
    m_next.start(0);
    if (isFirst)
        Q_EMIT progressed();
}

void ListWriter::writeSome()
{
    Work& work = m_work.front();
    const bool isWritten = writePart(work, m_rows);
    if (isWritten && work.written.ids.size() < work.written.asked) {
        m_next.start(1); // a moment for what else there is to do
        Q_EMIT progressed();
        return;
    }
    const Work over = std::move(work);
    m_work.pop_front();
    if (!m_work.empty())
        m_next.start(1);
    Q_EMIT progressed();
    over.answer(over.written);
}

bool ListWriter::writePart(Work& work, qsizetype rows)
{
    QElapsedTimer timer;
    timer.start();
    Written& written = work.written;
    const qsizetype done = written.ids.size();
    const QList<TaskId> ids = work.ids.mid(done, rows);
    if (work.tasks.isEmpty()) {
        if (const auto removed = m_list.remove(written.app, ids); !removed)
            written.fault = removed.error();
    } else if (const auto added = m_list.add(written.app, tasksOf(work, done, ids.size()), work.file); !added) {
        written.fault = added.error();
    } else {
        written.added.added += added->added;
        written.added.merged += added->merged;
    }
    if (written.fault)
        return false;
    written.ids += ids;
    if (ids.size() == m_rows)
        adapt(timer.elapsed());
    return true;
}

QList<Task> ListWriter::tasksOf(const Work& work, qsizetype first, qsizetype count)
{
    QList<Task> tasks;
    for (const quint32 place : work.places.mid(first, count)) {
        tasks.append(work.tasks.at(place));
        tasks.last().origin = origin::typed; // what comes from a file is told apart by that
    }
    return tasks;
}

void ListWriter::adapt(qint64 ms)
{
    const qsizetype fitting = ms > 0 ? m_rows * wantedMs / ms : m_rows * 2;
    m_rows = std::clamp(std::min(fitting, m_rows * 2), fewestRows, mostRows);
}

} // namespace pushbrake
