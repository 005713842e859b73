// Brings the list of an app from the database into the model: a short one at once and with all its words, a long one by
// a ListReader, which then reads what is looked at, looks for words and puts titles in order. Owned by TaskDesk.
#pragma once

#include "store/listreader.h"
#include "ui/tasks/tasksource.h"

#include <QObject>

#include <expected>
#include <memory>
#include <optional>

namespace pushbrake {

class TaskFilter;
class TaskModel;

class ListSource : public QObject, public TaskSource
{
    Q_OBJECT
public:
    /// Borrows all of them.
    ListSource(TaskList& tasks, TaskModel& model, TaskFilter& filter, QObject* parent);
    ~ListSource() override;

    void open(const AppKey& app);
    /// Many were added or removed in the database.
    void reload() { load(); }
    /// These were added or changed in the database.
    void renew(const QList<TaskId>& ids);

    QList<Task> readNow(const QList<TaskId>& ids) override;
    void readSoon(const QList<TaskId>& ids) override;
    void find(const TaskWords& words) override;
    void stopFinding() override;
    void orderTitles() override;
    void orderNotes() override;
    QStringList importedFiles(int atMost) override;
    std::optional<quint16> originOf(const QString& file) override;
    QString fileOf(quint16 origin) override;

Q_SIGNALS:
    void failed(pushbrake::DatabaseFault fault);

private:
    void load();
    template<typename Value> Value orFail(std::expected<Value, DatabaseFault> read);
    ListReader& reader();

    TaskList& m_tasks;
    TaskModel& m_model;
    TaskFilter& m_filter;
    AppKey m_app;
    std::unique_ptr<ListReader> m_reader; ///< once a list was long
};

} // namespace pushbrake
