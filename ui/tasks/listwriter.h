// Puts many pushes on the kept list or takes them off it in parts of some milliseconds, so that the window never stands
// still; between two of them a run writes its records, and never waits. Works off what is asked in turn. What is still
// to be written when the program is closed is written then. Owned by TaskDesk; borrows the list.
#pragma once

#include "store/tasklist.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>

namespace pushbrake {

class ListWriter : public QObject
{
    Q_OBJECT
public:
    /// What came of it. With a fault: those before the part that failed, which are in the file all the same.
    struct Written
    {
        AppKey app;
        QList<TaskId> ids;
        qsizetype asked = 0;
        TaskList::Added added; ///< of what was put on it
        std::optional<DatabaseFault> fault;
    };
    /// Called once, when all of it is written or a part was not.
    using Answer = std::function<void(const Written&)>;
    struct Progress
    {
        bool isRemoval = false;
        qsizetype done = 0;
        qsizetype of = 0;

        bool operator==(const Progress&) const = default;
    };

    ListWriter(TaskList& list, QObject* parent);
    ~ListWriter() override;

    /// `file`: from which they were imported; of none: they were typed or pasted. The first part is written at once,
    /// unless something else is still written: why it could not be; then that is the only answer.
    std::optional<DatabaseFault> add(
        const AppKey& app, const QList<Task>& tasks, const std::optional<QString>& file, Answer answer);
    void remove(const AppKey& app, const QList<TaskId>& ids, Answer answer);
    /// Of what is written now; nothing while nothing is.
    std::optional<Progress> progress() const;

Q_SIGNALS:
    void progressed();

private:
    struct Work
    {
        Written written;
        QList<TaskId> ids; ///< in the order in which they are written
        QList<Task> tasks; ///< to be put on it; none: they are taken off
        QList<quint32> places; ///< of the IDs among the tasks
        std::optional<QString> file;
        Answer answer;
    };
    void begin(Work work);
    void writeSome();
    bool writePart(Work& work, qsizetype rows);
    static QList<Task> tasksOf(const Work& work, qsizetype first, qsizetype count);
    void adapt(qint64 ms);

    TaskList& m_list;
    std::deque<Work> m_work;
    qsizetype m_rows; ///< of a part
    QTimer m_next;
};

} // namespace pushbrake
