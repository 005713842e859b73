#include "ui/tasks/looks.h"

#include "cancel/appsession.h"
#include "ui/tasks/taskmodel.h"

#include <utility>

namespace pushbrake {

Looks::Looks(const TaskModel& model, QObject* parent)
    : QObject(parent)
    , m_model(model)
{
}

void Looks::open(AppSession* session)
{
    m_session = session;
    m_read.clear();
    m_byHand.clear();
    m_readByHand.clear();
    m_problem.reset();
    m_askedSince = {};
    if (!session)
        return;
    connect(session, &AppSession::taskRead, this, &Looks::onRead);
    connect(session, &AppSession::chosenRead, this, &Looks::onAllRead);
}

void Looks::askFor(const QList<TaskId>& tasks)
{
    if (!m_session || tasks.isEmpty())
        return;
    m_byHand.unite(QSet<TaskId>(tasks.begin(), tasks.end()));
    ask(tasks);
}

void Looks::askQuietly(const QList<TaskId>& tasks)
{
    if (m_session && !tasks.isEmpty())
        ask(tasks);
}

void Looks::ask(const QList<TaskId>& tasks)
{
    if (!m_askedSince.isValid())
        m_askedSince = m_model.utcNow();
    m_session->readTasks(tasks);
}

void Looks::onRead(const CallReport& report, const Task& task)
{
    const bool isByHand = m_byHand.remove(task.id);
    Task read = task;
    if (!report.ok()) {
        const std::optional<Task> known = m_model.task(task.id);
        if (task.status != TaskStatus::Gone || !known) {
            if (isByHand)
                m_problem = report;
            return;
        }
        read = *known;
        read.status = TaskStatus::Gone;
    }
    if (isByHand)
        m_readByHand.append(read);
    m_read.append(read);
}

void Looks::onAllRead()
{
    Q_EMIT done(std::exchange(m_read, {}), std::exchange(m_readByHand, {}), std::exchange(m_problem, std::nullopt));
    m_askedSince = {};
}

} // namespace pushbrake
