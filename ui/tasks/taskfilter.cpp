#include "ui/tasks/taskfilter.h"

#include "ui/tasks/taskmodel.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
bool isNumber(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
} // namespace

TaskFilter::TaskFilter(TaskModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setDynamicSortFilter(true);
}

void TaskFilter::setWords(const QString& words)
{
    static const QRegularExpression separators(u"[\\s,;\uff0c\uff1b\u3001]+"_s);
    m_words = words.split(separators, Qt::SkipEmptyParts);
    m_isAnyWordEnough = m_words.size() > 1 && std::all_of(m_words.begin(), m_words.end(), isNumber);
    invalidateFilter();
}

void TaskFilter::setStatus(StatusChoice choice)
{
    m_status = choice;
    invalidateFilter();
}

void TaskFilter::setAudience(std::optional<Audience> audience)
{
    m_audience = audience;
    invalidateFilter();
}

void TaskFilter::setTime(TimeChoice choice)
{
    m_time = choice;
    invalidateFilter();
}

void TaskFilter::setPasted(const QList<TaskId>& tasks)
{
    m_pasted = { tasks.begin(), tasks.end() };
    if (m_isOnlyPasted)
        invalidateFilter();
}

int TaskFilter::listedOfPasted() const
{
    return int(
        std::count_if(m_pasted.begin(), m_pasted.end(), [this](TaskId task) { return m_model.rowOf(task) >= 0; }));
}

void TaskFilter::showOnlyPasted(bool only)
{
    m_isOnlyPasted = only;
    invalidateFilter();
}

int TaskFilter::shownForRun() const
{
    if (!isFiltering())
        return 0;
    const QList<TaskId> tasks = m_model.inRun();
    return int(std::count_if(tasks.begin(), tasks.end(), [this](TaskId task) {
        const int row = m_model.rowOf(task);
        return row >= 0 && !matches(row);
    }));
}

bool TaskFilter::isFiltering() const
{
    return m_isOnlyPasted || !m_words.isEmpty() || m_status != StatusChoice::Any || m_audience
        || m_time != TimeChoice::Any;
}

void TaskFilter::clockMoved()
{
    if (m_time != TimeChoice::Any && m_time != TimeChoice::NotKnown)
        invalidateFilter();
}

const Task& TaskFilter::taskAt(int proxyRow) const
{
    return m_model.taskAt(mapToSource(index(proxyRow, 0)).row());
}

int TaskFilter::proxyRowOf(TaskId task) const
{
    const int row = m_model.rowOf(task);
    return row < 0 ? -1 : mapFromSource(m_model.index(row, 0)).row();
}

bool TaskFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return !parent.isValid() && (matches(row) || m_model.runState(m_model.taskAt(row).id));
}

bool TaskFilter::matches(int row) const
{
    const Task& task = m_model.taskAt(row);
    return (!m_isOnlyPasted || m_pasted.contains(task.id)) && (!m_audience || task.audience == m_audience)
        && matchesTime(task) && matchesStatus(row) && matchesWords(task);
}

bool TaskFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return m_model.precedes(left.row(), right.row(), left.column());
}

bool TaskFilter::matchesWords(const Task& task) const
{
    if (m_words.isEmpty())
        return true;
    const QString id = QString::number(task.id);
    const auto isThere = [&](const QString& word) {
        return id.contains(word) || task.title.contains(word, Qt::CaseInsensitive)
            || task.note.contains(word, Qt::CaseInsensitive);
    };
    return m_isAnyWordEnough ? std::any_of(m_words.begin(), m_words.end(), isThere)
                             : std::all_of(m_words.begin(), m_words.end(), isThere);
}

bool TaskFilter::matchesStatus(int row) const
{
    const Task& task = m_model.taskAt(row);
    const auto state = m_model.runState(task.id);
    switch (m_status) {
    case StatusChoice::Any: return true;
    case StatusChoice::CanBeCancelled: return m_model.mayCancel(row);
    case StatusChoice::UnderWay: return state && *state != RunState::Settled;
    case StatusChoice::NeedsLook:
        // A status that Pushbrake does not know, or none, cannot be acted upon by it: somebody has to see to the push.
        if (!task.lastOutcome || *task.lastOutcome == Outcome::Withdrawn)
            return task.status == TaskStatus::Other;
        return *task.lastOutcome != Outcome::Cancelled;
    default: return m_statuses.of(m_model, row) == m_status;
    }
}

bool TaskFilter::matchesTime(const Task& task) const
{
    if (m_time == TimeChoice::Any)
        return true;
    if (!task.goesOutAt.isValid() || m_time == TimeChoice::NotKnown)
        return !task.goesOutAt.isValid() && m_time == TimeChoice::NotKnown;
    const qint64 seconds = m_model.utcNow().secsTo(task.goesOutAt);
    if (m_time == TimeChoice::Past || seconds < 0)
        return m_time == TimeChoice::Past && seconds < 0;
    constexpr qint64 hour = 3600;
    return seconds <= (m_time == TimeChoice::NextHour ? hour : m_time == TimeChoice::NextDay ? 24 * hour : 168 * hour);
}

} // namespace pushbrake
