// Where the list has the words of its pushes from when it is too long to keep them all. Implemented by ListSource;
// borrowed by TaskModel and TaskFilter.
#pragma once

#include "domain/task.h"
#include "domain/taskwords.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace pushbrake {

class TaskSource
{
public:
    virtual ~TaskSource() = default;

    /// Of those that a person acts on: read at once, in the order asked for.
    virtual QList<Task> readNow(const QList<TaskId>& ids) = 0;
    /// Of those that are looked at: they come to TaskModel::takeWords().
    virtual void readSoon(const QList<TaskId>& ids) = 0;
    /// Those with these words come to TaskFilter::takeFound().
    virtual void find(const TaskWords& words) = 0;
    virtual void stopFinding() = 0;
    /// The places of all come to TaskFilter::takePlaces().
    virtual void orderTitles() = 0;
    virtual void orderNotes() = 0;
    /// Names of files from which pushes of the list came, the one used last first; below 0: all of them.
    virtual QStringList importedFiles(int atMost) = 0;
    /// Nothing: no push came from it.
    virtual std::optional<quint16> originOf(const QString& file) = 0;
    /// The name of its file; empty for another origin.
    virtual QString fileOf(quint16 origin) = 0;
};

} // namespace pushbrake
