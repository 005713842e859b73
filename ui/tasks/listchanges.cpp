#include "ui/tasks/listchanges.h"

#include "ui/parts/notices.h"
#include "ui/parts/safequestion.h"
#include "ui/tasks/addednotice.h"
#include "ui/tasks/listsource.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"
#include "ui/words/problems.h"

#include <QMessageBox>

#include <utility>

namespace pushbrake {

namespace {
constexpr qsizetype mostTakenOut = 2'000; ///< of the shown list at once; after more of them it is read anew
} // namespace

ListChanges::ListChanges(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_writer(needs.tasks, nullptr)
{
    connect(&m_writer, &ListWriter::progressed, this, [this] { m_needs.page.setWriting(progressWords()); });
}

QString ListChanges::progressWords() const
{
    const auto progress = m_writer.progress();
    if (!progress)
        return {};
    //: %1 pushes of %2
    const QString words = progress->isRemoval ? tr("Removing… %L1 of %L2") : tr("Adding… %L1 of %L2");
    return words.arg(progress->done).arg(progress->of);
}

std::optional<DatabaseFault> ListChanges::add(
    const QList<Task>& tasks, const std::optional<QString>& file, std::function<void()> whenListed)
{
    return m_writer.add(
        m_app, tasks, file, [this, whenListed = std::move(whenListed)](const ListWriter::Written& written) {
            onAdded(written);
            if (whenListed && written.app == m_app && !written.ids.isEmpty())
                whenListed();
        });
}

// The program may have gone on to another app meanwhile.
void ListChanges::onAdded(const ListWriter::Written& written)
{
    const bool isShown = written.app == m_app;
    if (isShown && !written.ids.isEmpty())
        m_needs.source.renew(written.ids);
    if (written.fault)
        m_needs.window.notices().tell(NoticeKind::Severe,
            tr("Only %L1 of %n push(es) are on the list.", nullptr, int(written.asked)).arg(written.ids.size()),
            sentences::databaseProblem(*written.fault));
    else if (isShown)
        m_needs.added.tellAdded(written.added, written.ids);
    else
        m_needs.window.notices().tell(NoticeKind::Good,
            tr("%n push(es) added to the list of the app that was open before.", nullptr, written.added.added), {});
    // What the service says of a task wins over what was typed, so it is asked at once.
    if (isShown)
        Q_EMIT lookRequested(written.ids);
}

void ListChanges::askToRemove(const QList<TaskId>& tasks)
{
    QMessageBox* question = askSafely(
        { "removeQuestion", tr("Remove from the list?"),
            tr("Remove %n push(es) from this list?", nullptr, int(tasks.size())),
            tr("This cancels nothing. What is scheduled goes out, and a refresh brings it back to the list."),
            { "keepOnListButton", tr("&Keep on the list"), {} },
            { { "removeFromListButton", tr("&Remove from the list"),
                [this, tasks] {
                    m_writer.remove(m_app, tasks, [this](const ListWriter::Written& written) { onRemoved(written); });
                } } } },
        m_needs.window);
    connect(question, &QDialog::finished, &m_needs.window, &Shell::focusPage);
}

void ListChanges::onRemoved(const ListWriter::Written& written)
{
    if (written.app == m_app && written.ids.size() > mostTakenOut)
        m_needs.source.reload();
    else if (written.app == m_app)
        m_needs.page.model().removeTasks(written.ids);
    Notices& notices = m_needs.window.notices();
    if (written.fault && written.ids.isEmpty())
        notices.tell(NoticeKind::Severe, sentences::databaseProblem(*written.fault));
    else if (written.fault)
        notices.tell(NoticeKind::Severe,
            tr("Only %L1 of %n push(es) were removed from the list.", nullptr, int(written.asked))
                .arg(written.ids.size()),
            sentences::databaseProblem(*written.fault));
}

} // namespace pushbrake
