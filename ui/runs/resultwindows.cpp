#include "ui/runs/resultwindows.h"

#include "store/history.h"
#include "ui/parts/safequestion.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>

#include <algorithm>

namespace pushbrake {

ResultWindows::ResultWindows(QWidget& window, const Clock& clock, QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_clock(clock)
    , m_settings(settings)
{
}

void ResultWindows::open(const std::optional<Profile>& app)
{
    m_app = app;
    m_later.clear();
    close(); // what is clicked there would be asked of this app
}

void ResultWindows::begin()
{
    m_asked.clear();
    m_later.clear();
    m_sentAt.clear();
    close();
    m_wasOpened = false;
}

void ResultWindows::close()
{
    delete m_summary;
    delete m_result;
    m_earlier.reset();
}

void ResultWindows::remember(const QList<Task>& tasks)
{
    for (const Task& task : tasks) {
        m_asked.insert(task.id, task);
        m_later.remove(task.id); // of a run before this one
    }
}

void ResultWindows::add(const QList<SettledResult>& results)
{
    QList<ResultEntry> added;
    for (const SettledResult& result : results)
        added.append({ m_asked.value(result.taskId), result });
    for (const ResultEntry& entry : std::as_const(added)) {
        m_sentAt.insert(entry.result.taskId, entry.result.sentAt);
        keepUnrecorded(entry);
    }
    if (m_summary)
        m_summary->addResults(added);
    if (added.size() == 1)
        update(added.first());
}

void ResultWindows::runEnded(const CancelRun* run)
{
    if (!run || m_wasOpened || run->results().isEmpty())
        return;
    if (m_asked.size() == 1)
        showResult(run->results().first().taskId, run);
    else
        showSummary(run);
}

void ResultWindows::present(QDialog& dialog)
{
    const QWidget* focused = QApplication::focusWidget();
    const bool isTyping = QApplication::activeModalWidget()
        || (focused && focused->testAttribute(Qt::WA_InputMethodEnabled) && !dialog.isAncestorOf(focused));
    dialog.setAttribute(Qt::WA_ShowWithoutActivating, isTyping);
    dialog.show();
    dialog.raise();
}

bool ResultWindows::addLater(const SettledResult& result)
{
    // A look may still settle what an earlier run had left open.
    if (const QDateTime newest = m_sentAt.value(result.taskId); newest.isValid() && result.sentAt < newest)
        return false;
    m_later.insert(result.taskId, result);
    if (!m_asked.contains(result.taskId)) {
        if (m_earlier)
            update({ m_earlier->task, result });
        return true;
    }
    const ResultEntry entry { m_asked.value(result.taskId), result };
    keepUnrecorded(entry);
    if (m_summary)
        m_summary->addResult(entry);
    update(entry);
    return true;
}

// One that is shown alone stays alone: those of the run that goes on are not walked through from there.
void ResultWindows::update(const ResultEntry& entry)
{
    if (m_result && (!m_earlier || m_earlier->result.taskId == entry.result.taskId))
        m_result->update(entry);
}

void ResultWindows::keepUnrecorded(const ResultEntry& entry)
{
    if (!entry.result.recorded && m_app && !m_app->isPractice())
        m_unrecorded.insert(QStringLiteral("%1/%2/%3").arg(m_app->host()).arg(m_app->sdkAppId).arg(entry.result.taskId),
            supportText(entry, *m_app));
}

QString ResultWindows::unrecordedText() const
{
    return QStringList(m_unrecorded.values()).join(QStringLiteral("\n\n"));
}

QList<ResultEntry> ResultWindows::entries(const CancelRun* run) const
{
    QList<ResultEntry> all;
    if (run) {
        for (const SettledResult& result : run->results())
            all.append({ m_asked.value(result.taskId), m_later.value(result.taskId, result) });
    }
    return all;
}

RunCounts ResultWindows::countsOf(const CancelRun& run) const
{
    RunCounts counts;
    counts.total = run.progress().total;
    for (const ResultEntry& entry : entries(&run))
        counts.add(entry.result);
    return counts;
}

void ResultWindows::showSummary(const CancelRun* run)
{
    if (!m_app)
        return;
    if (!m_summary) {
        m_summary = new RunSummary(*m_app, m_settings, &m_window);
        m_summary->setAttribute(Qt::WA_DeleteOnClose);
        m_summary->addResults(entries(run));
        // `run` can be held here: it outlives the summary of it.
        connect(m_summary, &QDialog::finished, this, &ResultWindows::closed);
        connect(m_summary, &RunSummary::resultRequested, this, [this, run](TaskId task) { showResult(task, run); });
    }
    m_wasOpened = true;
    present(*m_summary);
}

bool ResultWindows::showResult(TaskId task, const CancelRun* run)
{
    const QList<ResultEntry> all = entries(run);
    const auto found
        = std::find_if(all.begin(), all.end(), [task](const ResultEntry& e) { return e.result.taskId == task; });
    if (found == all.end() || !m_app)
        return false;
    m_earlier.reset();
    m_wasOpened = true;
    present(all, int(found - all.begin()));
    return true;
}

bool ResultWindows::showEarlier(TaskId task, const History* history)
{
    if (!history || !m_app)
        return false;
    const auto push = history->latest(AppKey::of(*m_app), task);
    if (!push || !*push)
        return false;
    m_earlier = ResultEntry { (*push)->row.task(), (*push)->row.result };
    present({ *m_earlier }, 0);
    return true;
}

void ResultWindows::present(const QList<ResultEntry>& results, int current)
{
    if (!m_result) {
        m_result = new ResultDialog(*m_app, m_clock, m_settings, &m_window);
        m_result->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_result, &QDialog::finished, this, &ResultWindows::closed);
        connect(m_result, &ResultDialog::checkAgainRequested, this, &ResultWindows::checkAgainRequested);
    }
    m_result->setResults(results, current);
    present(*m_result);
}

bool ResultWindows::mayGo()
{
    if (unrecorded() <= m_warnedOf) {
        close(); // one that stayed alone would keep the program going without its window
        return true;
    }
    const auto knows = [this] { m_warnedOf = unrecorded(); };
    askSafely({ "lostResultsQuestion", tr("Close and lose results?"),
                  tr("The results of %n push(es) have no record.", nullptr, unrecorded()),
                  tr("They are known only until Pushbrake ends. Copy them first, for example into a mail."),
                  { "keepOpenButton", tr("&Keep open"), {} },
                  { { "copyResultsButton", tr("&Copy results"),
                        [this, knows] {
                            QGuiApplication::clipboard()->setText(unrecordedText());
                            knows();
                        } },
                      { "loseResultsButton", tr("C&lose and lose them"),
                          [this, knows] {
                              knows();
                              m_window.close();
                          } } },
                  QMessageBox::Warning },
        m_window);
    return false;
}

} // namespace pushbrake
