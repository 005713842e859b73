// What was done, by whom and when: reads the runs, their pushes and every request about them, page by page and newest
// first, however much there is. Writes nothing. Borrows the Database; owned by HistoryDesk.
#pragma once

#include "domain/clock.h"
#include "domain/profile.h"
#include "domain/task.h"
#include "store/historyfilter.h"
#include "store/journalrow.h"
#include "store/runevent.h"
#include "store/storefault.h"

#include <QList>

#include <expected>
#include <optional>

namespace pushbrake {

class Database;
struct Asked;

enum class RunEnding {
    GoesOn,
    Finished,
    Stopped, ///< a person took all or some of it back
    Interrupted ///< the program ended first
};

struct HistoryRun
{
    qint64 id = 0;
    AppKey app;
    bool isAppRecorded = true; ///< as in JournalRow
    QString appName; ///< as it was called then; empty in runs of earlier versions
    ProfileColour colour = ProfileColour::Blue;
    bool realUsers = true;
    QString person; ///< who was signed in at the computer; empty when not recorded
    QDateTime startedAt; ///< UTC
    QDateTime endedAt; ///< UTC; of one that was interrupted the last that is known of it
    RunEnding ending = RunEnding::GoesOn;
    int pushes = 0;
    int cancelled = 0; ///< these six are of what is settled
    int tooLate = 0;
    int rejected = 0;
    int unknown = 0;
    int notSent = 0;
    int withdrawn = 0;
    std::optional<Milliseconds> forecast; ///< how long it was said to take
    int forecastStopped = 0; ///< how many were said to be stopped in time

    bool isPractice() const { return app.text == practiceId; }
    int settled() const { return cancelled + tooLate + rejected + unknown + notSent + withdrawn; }
};

struct HistoryPush
{
    JournalRow row;
    HistoryRun run; ///< without its counts
};

template<typename Row> struct HistoryPart
{
    QList<Row> rows; ///< may be empty before the end: then only a part was looked through
    HistoryMark next;
    bool isEnd = false;
};

class History
{
public:
    explicit History(Database& database);

    /// At most `most`, of the next few thousand that there are: a page takes the same short time whatever is searched.
    [[nodiscard]] std::expected<HistoryPart<HistoryPush>, DatabaseFault> pushes(
        const HistoryFilter& filter, const HistoryMark& mark, int most) const;
    /// By app, day of the start, outcomes that came up in it once it was over, and for the words person and app or
    /// those of one of its pushes with title and task ID.
    [[nodiscard]] std::expected<HistoryPart<HistoryRun>, DatabaseFault> runs(
        const HistoryFilter& filter, const HistoryMark& mark, int most) const;
    [[nodiscard]] std::expected<std::optional<HistoryRun>, DatabaseFault> run(qint64 id) const;
    /// Every request about a push in that run, in the order asked.
    [[nodiscard]] std::expected<QList<RunEvent>, DatabaseFault> story(qint64 run, TaskId task) const;
    /// What came of this push last, in whatever run; nothing when it was never asked about.
    [[nodiscard]] std::expected<std::optional<HistoryPush>, DatabaseFault> latest(const AppKey& app, TaskId task) const;
    /// What the service's clock was ahead of the computer's at the first request of that run; nothing when none left.
    [[nodiscard]] std::expected<std::optional<Milliseconds>, DatabaseFault> serviceClockAhead(qint64 run) const;
    /// The push as the list has it now; nothing when it is not listed.
    [[nodiscard]] std::expected<std::optional<Task>, DatabaseFault> listed(const AppKey& app, TaskId task) const;
    /// All apps there is anything of, by the name they had last.
    [[nodiscard]] std::expected<QList<HistoryRun>, DatabaseFault> apps() const;

private:
    std::unexpected<DatabaseFault> fault() const;
    /// The task ID that is the whole of the search and that the history has; 0 otherwise.
    std::expected<TaskId, DatabaseFault> knownId(const HistoryFilter& filter) const;
    /// The part of the runs that one page looks through: none with an ID below `last`.
    struct RunPart
    {
        qint64 last = 0;
        bool isEnd = true; ///< there are no runs below
    };
    std::expected<RunPart, DatabaseFault> partOfRuns(const Asked& asked, bool isByPush) const;
    /// Each of the words in the person, the app, or one and the same push of that run.
    std::expected<bool, DatabaseFault> hasWords(const HistoryRun& run, const QStringList& words) const;

    Database& m_database;
};

} // namespace pushbrake
