// The windows that show what became of a run's pushes: the summary of a batch and the result of one. Knows the results
// of the run that was shown last, what a later look found out, and everything of which there is no record. Owned by
// RunDesk; the windows belong to `parent`.
#pragma once

#include "cancel/cancelrun.h"
#include "domain/profile.h"
#include "ui/runs/resultdialog.h"
#include "ui/runs/runsummary.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QPointer>

#include <optional>

class QSettings;

namespace pushbrake {

class History;

class ResultWindows : public QObject
{
    Q_OBJECT
public:
    /// Borrows clock and settings.
    ResultWindows(QWidget& window, const Clock& clock, QSettings& settings, QObject* parent);

    /// Whose results are shown from now on; nothing of another app stays open.
    void open(const std::optional<Profile>& app);
    /// A new run: windows of the one before close.
    void begin();
    /// The run's tasks as they were when the question was answered.
    void remember(const QList<Task>& tasks);
    QString titleOf(TaskId task) const { return m_asked.value(task).title; }

    /// Whether the program may end without a further word: asks when results of real apps have no record, in any app
    /// since the start, and closes the window when they may be lost. Its own windows go first.
    bool mayGo();

    /// Results that came in just now, for the windows that are open. Opens none: while something runs the keyboard is
    /// where Stop is.
    void add(const QList<SettledResult>& results);
    /// The run is over, null when another app was opened meanwhile: opens the window for it, one push its result, a
    /// batch its summary, unless a person had it open before. Takes the keyboard from nobody who types.
    void runEnded(const CancelRun* run);
    /// A look has settled one whose run has ended. False when the word is about an attempt before the newest run's.
    bool addLater(const SettledResult& result);

    /// What its results add up to by now, with what later looks found out.
    RunCounts countsOf(const CancelRun& run) const;
    void showSummary(const CancelRun* run);
    /// False when there is no result of this task.
    bool showResult(TaskId task, const CancelRun* run);
    /// What came of it last in an earlier run of the app, or an earlier start. False when nothing did.
    bool showEarlier(TaskId task, const History* history);

Q_SIGNALS:
    void checkAgainRequested(pushbrake::TaskId task);
    void closed(); ///< one of the windows: the keyboard is free

private:
    void close();
    void present(QDialog& dialog);
    void present(const QList<ResultEntry>& results, int current);
    void update(const ResultEntry& entry);
    int unrecorded() const { return int(m_unrecorded.size()); }
    QString unrecordedText() const;
    void keepUnrecorded(const ResultEntry& entry);
    QList<ResultEntry> entries(const CancelRun* run) const;

    QWidget& m_window;
    const Clock& m_clock;
    QSettings& m_settings;
    std::optional<Profile> m_app;
    QHash<TaskId, Task> m_asked;
    QHash<TaskId, QDateTime> m_sentAt; ///< the newest attempts of the newest run
    QHash<TaskId, SettledResult> m_later; ///< found out by a look after their run had ended
    QMap<QString, QString> m_unrecorded; ///< by app and task, as support may need it
    int m_warnedOf = 0; ///< of them, as many as a person knows will be lost
    bool m_wasOpened = false; ///< of this run
    QPointer<RunSummary> m_summary;
    QPointer<ResultDialog> m_result;
    std::optional<ResultEntry> m_earlier; ///< what m_result shows alone, of before the run
};

} // namespace pushbrake
