// One check before a campaign: reads each push that is expected, from the list where that takes fewer requests and else
// by itself, and, where that is asked for, what else goes out in the same time. Only looks. Owned by CheckDesk.
// compared() comes once for each expected push, read or not, and ended() exactly once.
#pragma once

#include "api/servicereads.h"
#include "check/checkrange.h"
#include "check/comparison.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace pushbrake {

class CheckRun : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        QList<Expectation> expected; ///< one for each ID
        bool looksForOthers = true;
    };
    struct Ending
    {
        enum class How {
            Done, ///< each was asked about
            Stopped, ///< by a person, or another app was opened
            Fault, ///< going on would have brought nothing: see `problem`
            NoAccount ///< none to ask with: the word of whoever could not even make a run
        };
        How how = How::Done;
        CallReport problem {}; ///< also of a list that could not be read, where the pushes were
        bool wereOthersRead = false; ///< all that the service has in the range
    };

    /// What `reads` borrows outlives the run, like the clock.
    CheckRun(ServiceReads reads, const Clock& clock, Plan plan, QObject* parent = nullptr);
    ~CheckRun() override;

    void start();
    /// Ends it at once, within the call; nothing more leaves. What was not read until then is told as such.
    void stop();
    bool isRunning() const { return m_state == State::Listing || m_state == State::Reading; }
    int total() const { return int(m_plan.expected.size()); }
    int done() const { return total() - int(m_open.size()); }
    /// Nothing: others are not looked for.
    const std::optional<ListRange>& range() const { return m_range; }

Q_SIGNALS:
    void compared(const QList<pushbrake::Comparison>& comparisons);
    void ended(const pushbrake::CheckRun::Ending& ending);

private:
    enum class State { New, Listing, Reading, Ended };
    struct Tries
    {
        int lost = 0;
        int rate = 0;
        int account = 0;
    };

    void readNextWindow();
    void onPage(const QList<Task>& rows);
    void onWindowEnd(const CallReport& report, const ListReading& reading);
    void readOneByOne();
    void pump();
    void ask(TaskId task);
    void onRead(TaskId task, const CallReport& report, const Task& read);
    bool asksAgain(TaskId task, const CallReport& report);
    void askLater(TaskId task, Milliseconds wait);
    void settle(const Comparison& comparison);
    void end(Ending::How how);

    ServiceReads m_reads;
    const Clock& m_clock;
    const Plan m_plan;
    std::optional<ListRange> m_range;
    State m_state = State::New;
    Ending m_ending;
    QHash<TaskId, Expectation> m_open; ///< expected, and not compared yet
    QSet<TaskId> m_expected;
    QSet<TaskId> m_others; ///< told already

    std::unique_ptr<TaskReader> m_list;
    QList<ListRange> m_windows; ///< only for the expected ones; the first of them is being read
    int m_pages = 0;
    bool m_isRangeCut = false; ///< the list did not show, or not tell, all that the service has in it

    std::unique_ptr<QObject> m_asking; ///< without it no answer counts and no request leaves
    QList<TaskId> m_queue;
    QHash<TaskId, Tries> m_tries;
    int m_underWay = 0;
    int m_lostInARow = 0; ///< pushes
    bool m_isProven = false; ///< the account works: the service has answered
    std::unique_ptr<Alarm> m_pause;
    bool m_isPaused = false;
};

} // namespace pushbrake
