// Pushes that a person puts on the list or takes off it, few or many: keeps page and database in step, and says what
// came of it once it is so. Owned by TaskDesk; borrows what it needs. Nothing here cancels a push.
#pragma once

#include "domain/appkey.h"
#include "ui/tasks/listwriter.h"

#include <QObject>

#include <functional>
#include <optional>

namespace pushbrake {

class AddedNotice;
class ListSource;
class Shell;
class TaskPage;

class ListChanges : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        Shell& window;
        TaskList& tasks;
        TaskPage& page;
        ListSource& source;
        AddedNotice& added;
    };
    ListChanges(Needs needs, QObject* parent);

    /// Whose list is shown from now on; what was begun for another goes on.
    void open(const AppKey& app) { m_app = app; }
    /// See Intake::Add.
    std::optional<DatabaseFault> add(
        const QList<Task>& tasks, const std::optional<QString>& file, std::function<void()> whenListed);
    void askToRemove(const QList<TaskId>& tasks);

Q_SIGNALS:
    /// They are on the list, and the service's word about them is not known.
    void lookRequested(const QList<pushbrake::TaskId>& tasks);

private:
    void onAdded(const ListWriter::Written& written);
    void onRemoved(const ListWriter::Written& written);
    QString progressWords() const;

    Needs m_needs;
    ListWriter m_writer;
    AppKey m_app;
};

} // namespace pushbrake
