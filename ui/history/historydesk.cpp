#include "ui/history/historydesk.h"

#include "cancel/appsession.h"
#include "ui/history/historycells.h"
#include "ui/history/historykeeper.h"
#include "ui/history/historypage.h"
#include "ui/history/historyscope.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/notices.h"
#include "ui/parts/tableclip.h"
#include "ui/parts/tablefiledialog.h"
#include "ui/window/commandaction.h"
#include "ui/window/shell.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

QList<QStringList> rowsOf(const QList<HistoryPush>& pushes)
{
    QList<QStringList> rows;
    for (const HistoryPush& push : pushes)
        rows.append(historycells::shortCells(push));
    return rows;
}

} // namespace

HistoryDesk::HistoryDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_notices(needs.window.notices())
    , m_history(needs.database)
    , m_retention(needs.database)
    , m_page(new HistoryPage(m_history, needs.clock, needs.window.centralWidget()))
    , m_show(new CommandAction("historyAction", tr("Histor&y"), u"history"_s, this))
    , m_keeper(std::make_unique<HistoryKeeper>(HistoryKeeper::Needs { m_retention, needs.settings, needs.clock,
                                                   needs.window, m_notices, [this] { return mayRemove(); } },
          nullptr))
    , m_evidence({ m_history, needs.clock, needs.window, m_notices })
{
    m_show->setTip(tr("What was cancelled, by whom, and what the service answered"));
    m_show->setKeys(QKeySequence(Qt::CTRL | Qt::Key_H));
    connect(m_page, &HistoryPage::copyRequested, this, &HistoryDesk::copy);
    connect(m_page, &HistoryPage::exportRequested, this, &HistoryDesk::askWhereToSave);
    m_page->addButton(*makeActionButton(*m_evidence.saveAction(), m_page, ActionButton::Whole));
    connect(m_page, &HistoryPage::runChosen, this,
        [this](qint64 run) { m_evidence.choose(run == 0 ? std::nullopt : m_history.run(run).value_or(std::nullopt)); });
    connect(m_keeper.get(), &HistoryKeeper::removed, this, &HistoryDesk::renewIfShown);
}

HistoryDesk::~HistoryDesk() = default;

Room HistoryDesk::room() const
{
    Room room;
    room.spareTool = m_show;
    room.page = Page { {}, m_page, m_page, m_show };
    room.commands = { { MenuPlace::First, { m_evidence.saveAction(), m_evidence.verifyAction() }, false },
        { MenuPlace::View, { m_keeper->menuAction() }, false } };
    return room;
}

void HistoryDesk::open(const AppKey& app, AppSession* session)
{
    m_session = session;
    m_page->chooseApp(app);
    if (!session)
        return;
    connect(session, &AppSession::settledLater, this, &HistoryDesk::renewIfShown);
    connect(session, &AppSession::runPrepared, this,
        [this](CancelRun* run) { connect(run, &CancelRun::finished, this, &HistoryDesk::renewIfShown); });
}

bool HistoryDesk::mayRemove() const
{
    return !m_session || !m_session->run() || m_session->run()->isFinished();
}

void HistoryDesk::renewIfShown()
{
    if (m_page->isVisible())
        m_page->renew();
}

// All rows that are selected are more than were read so far.
void HistoryDesk::copy()
{
    if (m_page->showsRuns())
        copyRuns();
    else if (m_page->isMoreThanReadSelected())
        copyAll();
    else if (const QList<HistoryPush> selected = m_page->selectedPushes(); !selected.isEmpty())
        toClipboard(rowsOf(selected));
}

void HistoryDesk::copyRuns()
{
    const QList<QStringList> rows = m_page->selectedWords();
    if (rows.isEmpty())
        return;
    QGuiApplication::clipboard()->setMimeData(tableForClipboard(m_page->headingWords(), rows));
    m_notices.tell(NoticeKind::Good, tr("%n cancellation(s) copied.", nullptr, int(rows.size())));
}

void HistoryDesk::copyAll()
{
    auto* take = new HistoryTake(m_history, m_page->filter(), HistoryTake::Of::Pushes, this);
    auto rows = std::make_shared<QList<QStringList>>();
    connect(take, &HistoryTake::read, this, [rows](const QList<HistoryPush>& pushes) { *rows += rowsOf(pushes); });
    connect(take, &HistoryTake::done, this, [this, take, rows] {
        toClipboard(*rows);
        take->deleteLater();
    });
    connect(take, &HistoryTake::failed, this, [this, take] {
        m_notices.tell(NoticeKind::Warning, tr("The history could not be read. Nothing was copied."));
        take->deleteLater();
    });
    take->start();
}

void HistoryDesk::toClipboard(const QList<QStringList>& rows)
{
    QGuiApplication::clipboard()->setMimeData(tableForClipboard(historycells::shortHeading(), rows));
    m_notices.tell(NoticeKind::Good, tr("%n push(es) of the history copied.", nullptr, int(rows.size())));
}

HistoryTake::Of HistoryDesk::of() const
{
    return m_page->showsRuns() ? HistoryTake::Of::Runs : HistoryTake::Of::Pushes;
}

void HistoryDesk::askWhereToSave()
{
    const QString name = historyscope::fileName(m_page->filter(), of(), m_needs.clock.utcNow());
    askForTableFile({ "exportHistoryDialog", tr("Save the pushes that are shown"), inFileName(name),
                        TableFileWish::Kind::Workbook },
        m_needs.window, [this](const QString& path) { saveTo(path); });
}

void HistoryDesk::saveTo(const QString& path)
{
    const HistoryFilter filter = m_page->filter();
    const auto facts = historyscope::facts(filter, of(), m_page->chosenApp(), m_needs.clock.utcNow());
    auto* file = new HistoryFile(m_history, { filter, of(), path, facts }, this);
    const QString name = theme::isolated(QFileInfo(path).fileName());
    const QString folder = theme::isolated(QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
    connect(file, &HistoryFile::written, this, [this, file, name, folder](int pushes) {
        m_notices.tell(NoticeKind::Good, tr("%n push(es) of the history written to %1.", nullptr, pushes).arg(name),
            tr("It is in the folder %1.").arg(folder));
        file->deleteLater();
    });
    connect(file, &HistoryFile::failed, this, [this, file, name](HistoryFile::Failure why) {
        tellNotSaved(why, name);
        file->deleteLater();
    });
    file->start();
}

void HistoryDesk::tellNotSaved(HistoryFile::Failure why, const QString& name)
{
    switch (why) {
    case HistoryFile::Failure::NotRead:
        m_notices.tell(NoticeKind::Warning, tr("The history could not be read. Nothing was written."));
        break;
    case HistoryFile::Failure::NotWritten:
        m_notices.tell(NoticeKind::Warning, tr("The history could not be written to %1.").arg(name),
            tr("Choose a folder that you may write to, on a disk with free space."));
        break;
    case HistoryFile::Failure::TooMany:
        m_notices.tell(NoticeKind::Warning,
            tr("These are more than %L1 pushes, too many for a workbook. Nothing was written.")
                .arg(HistoryFile::mostInWorkbook),
            tr("Choose fewer days, or save them as a table (CSV)."));
        break;
    }
}

} // namespace pushbrake
