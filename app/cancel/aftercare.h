// What becomes of tasks whose end was uncertain when their run was over with them: each is watched for a minute and
// once more when it was due, and a look from anywhere that now says more corrects the record. Owned by AppSession;
// borrows what it needs.
#pragma once

#include "cancel/lookups.h"
#include "cancel/runledger.h"
#include "cancel/timetable.h"

#include <QHash>
#include <QObject>

namespace pushbrake {

class RunJournal;

class Aftercare : public QObject
{
    Q_OBJECT
public:
    Aftercare(ServiceClient& client, SendGate& gate, RunJournal& journal, const Clock& clock,
        Record record = Record::Lasting);

    /// A run is over with this task; watched is what an attempt may have left for and a later look may change.
    void watch(const SettledResult& result);
    /// Somebody has looked at this task.
    void noteLook(TaskId task, const CallReport& report, const Task& read);

Q_SIGNALS:
    /// A look of its own found the task, or found it gone.
    void looked(const pushbrake::CallReport& report, const pushbrake::Task& task);
    /// What was not certain is known now, and recorded.
    void settledLater(const pushbrake::SettledResult& result);

private:
    struct Look
    {
        CallReport report;
        Task read;
        QDateTime readAt; ///< by the service's time
    };
    void look(TaskId task);
    void note(RunEvent event); ///< for each run that is not sure of this task
    void onLook(TaskId task, const CallReport& report, const Task& read);
    /// `word`: of the list; nothing when it was not asked.
    void settle(TaskId task, const Look& look, const std::optional<ListWord>& word);

    ServiceClient& m_client;
    RunJournal& m_journal;
    const Clock& m_clock;
    const Record m_record;
    LookUps m_looks;
    Timetable m_timetable;
    QHash<TaskId, Look> m_waitForList;
};

} // namespace pushbrake
