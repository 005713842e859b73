// Reads a long list of tasks on a thread of its own, by a connection of its own, so that the window never waits for the
// disk. It reads in parts of some milliseconds, between which a run's records are written. Words are looked for in
// every row: an index of them (FTS5, of three letters each) would not help with a common word, which most rows have,
// and every import would take longer and the file be larger for it. Owned by the list's ListSource. Answers come as
// signals in the thread of their owner, none of them for an app that is no longer open.
#pragma once

#include "domain/appkey.h"
#include "domain/taskwords.h"
#include "store/tasklist.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <stop_token>

namespace pushbrake {

class ListReader : public QObject
{
    Q_OBJECT
public:
    /// Of the file with the tables, which is open already.
    explicit ListReader(QString path, QObject* parent = nullptr);
    /// Waits for the thread, which stops between two parts.
    ~ListReader() override;

    /// What was asked of another app is not answered any more.
    void open(const AppKey& app);
    /// All of the list: first what stands at its top when it is sorted by time, then everything.
    void load();
    void read(const QList<TaskId>& ids);
    /// Each takes the place of what was asked before in the same way.
    void find(const TaskWords& words);
    void stopFinding();
    /// The words of each by which titles or notes are put in order.
    using Words = TaskList::Words;
    void order(Words words);

Q_SIGNALS:
    void beginningRead(const QList<pushbrake::TaskBrief>& briefs);
    void loaded(const QList<pushbrake::TaskBrief>& briefs); ///< by ID
    void tasksRead(const QList<pushbrake::Task>& tasks);
    /// By ID; several times, each with more of them, the last time all.
    void found(const pushbrake::TaskWords& words, const QList<pushbrake::TaskId>& ids, bool isWhole);
    /// `ids` ascending; the place of each among all: the same for the same words.
    void ordered(pushbrake::ListReader::Words words, const QList<pushbrake::TaskId>& ids, const QList<quint32>& places);
    void failed(pushbrake::DatabaseFault fault);

private:
    class Worker;
    /// A part of some milliseconds; true when it was the last.
    using Part = std::function<bool(TaskList&, ListReader&)>;
    void begin(std::stop_token stop, Part part);
    /// Runs `answer` in the owner's thread, unless it was overtaken.
    template<typename Answer> void tell(const std::stop_token& stop, Answer answer);

    QString m_path;
    AppKey m_app;
    QThread m_thread;
    Worker* m_worker = nullptr; ///< lives and dies on the thread
    std::stop_source m_opened; ///< ends everything that was asked of the app
    std::stop_source m_loading;
    std::stop_source m_finding;
    std::stop_source m_ordering;
};

} // namespace pushbrake
