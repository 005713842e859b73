#include "ui/history/historydesk.h"

#include "cancel/appsession.h"
#include "ui/history/historykeeper.h"
#include "ui/history/historypage.h"
#include "ui/history/historytake.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/window/commandaction.h"
#include "ui/window/shell.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace pushbrake {

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
{
    m_show->setTip(tr("What was cancelled, by whom, and what the service answered"));
    m_show->setKeys(QKeySequence(Qt::CTRL | Qt::Key_H));
    connect(m_page, &HistoryPage::copyRequested, this, &HistoryDesk::copy);
    connect(m_page, &HistoryPage::exportRequested, this, &HistoryDesk::askWhereToExport);
    connect(m_keeper.get(), &HistoryKeeper::removed, this, &HistoryDesk::renewIfShown);
}

HistoryDesk::~HistoryDesk() = default;

Room HistoryDesk::room() const
{
    Room room;
    room.spareTool = m_show;
    room.page = Page { {}, m_page, m_page, m_show };
    room.commands = { { MenuPlace::View, { m_keeper->menuAction() }, false } };
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

void HistoryDesk::tellCopied(int pushes)
{
    m_notices.tell(NoticeKind::Good, tr("%n push(es) of the history copied.", nullptr, pushes));
}

// One selected row is where the keyboard is, not a choice; and all rows are more than were read so far.
void HistoryDesk::copy()
{
    const QList<HistoryPush> selected = m_page->selectedPushes();
    if (selected.size() < 2 || m_page->isMoreThanReadSelected()) {
        copyAll();
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(HistoryTake::tableOf(selected, HistoryTake::Form::Tabs)));
    tellCopied(int(selected.size()));
}

void HistoryDesk::copyAll()
{
    auto* text = new QBuffer(this);
    text->open(QIODevice::ReadWrite);
    auto* take = new HistoryTake(m_history, m_page->filter(), HistoryTake::Form::Tabs, *text, text);
    connect(take, &HistoryTake::done, text, [this, text](int pushes) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text->data()));
        tellCopied(pushes);
        text->deleteLater();
    });
    connect(take, &HistoryTake::failed, text, [this, text] {
        m_notices.tell(NoticeKind::Warning, tr("The history could not be read. Nothing was copied."));
        text->deleteLater();
    });
    take->start();
}

void HistoryDesk::askWhereToExport()
{
    auto* dialog = new QFileDialog(&m_needs.window, tr("Export the history"));
    dialog->setObjectName(u"exportHistoryDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table for spreadsheets (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"history.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryDesk::exportTo);
    dialog->open();
}

void HistoryDesk::exportTo(const QString& path)
{
    const QString name = theme::isolated(QFileInfo(path).fileName());
    auto* file = new QSaveFile(path, this);
    const auto tellFailed = [this, name] {
        m_notices.tell(NoticeKind::Warning, tr("The history could not be written to %1.").arg(name),
            tr("Choose a folder that you may write to, on a disk with free space."));
    };
    if (!file->open(QIODevice::WriteOnly)) {
        tellFailed();
        file->deleteLater();
        return;
    }
    auto* take = new HistoryTake(m_history, m_page->filter(), HistoryTake::Form::Csv, *file, file);
    connect(take, &HistoryTake::done, file, [this, file, name, tellFailed](int pushes) {
        if (file->commit())
            m_notices.tell(
                NoticeKind::Good, tr("%n push(es) of the history written to %1.", nullptr, pushes).arg(name));
        else
            tellFailed();
        file->deleteLater();
    });
    connect(take, &HistoryTake::failed, file, [this, file, tellFailed](HistoryTake::Failure why) {
        if (why == HistoryTake::Failure::NotRead)
            m_notices.tell(NoticeKind::Warning, tr("The history could not be read. Nothing was written."));
        else
            tellFailed();
        file->deleteLater();
    });
    take->start();
}

} // namespace pushbrake
