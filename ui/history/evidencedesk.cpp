#include "ui/history/evidencedesk.h"

#include "domain/clock.h"
#include "evidence/evidencereading.h"
#include "store/osuser.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/window/commandaction.h"
#include "ui/window/shell.h"
#include "ui/words/evidencewords.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace pushbrake {

EvidenceDesk::EvidenceDesk(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_save(new CommandAction("saveEvidenceAction", tr("Save evidence…"), u"shield-check"_s, this))
    , m_verify(new CommandAction("verifyEvidenceAction", tr("&Verify evidence…"), {}, this))
{
    m_save->setTip(tr("Writes all that is known of the chosen cancellation into a file that shows whether it was "
                      "changed since"));
    m_verify->setTip(tr("Says whether a file of evidence was changed since it was written, and where"));
    connect(m_save, &QAction::triggered, this, &EvidenceDesk::askWhereToSave);
    connect(m_verify, &QAction::triggered, this, &EvidenceDesk::askWhatToVerify);
    updateSave();
}

EvidenceDesk::~EvidenceDesk() = default;

void EvidenceDesk::choose(const std::optional<HistoryRun>& run)
{
    m_run = run;
    updateSave();
}

void EvidenceDesk::updateSave()
{
    if (m_saving)
        m_save->setWhyNot(tr("Evidence is being written."));
    else if (!m_run)
        m_save->setWhyNot(tr("Choose a cancellation in the history first."));
    else if (m_run->ending == RunEnding::GoesOn)
        m_save->setWhyNot(tr("This cancellation still goes on."));
    else
        m_save->setWhyNot({});
}

void EvidenceDesk::askWhereToSave()
{
    if (!m_run)
        return;
    auto* dialog = new QFileDialog(&m_needs.window, tr("Save evidence of a cancellation"));
    dialog->setObjectName(u"saveEvidenceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Evidence of Pushbrake (*.zip)"));
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->selectFile(u"%1pushbrake-evidence-%2.zip"_s.arg(m_run->isPractice() ? u"practice-"_s : QString(),
        sentences::inZone(m_run->startedAt).toString(QStringLiteral("yyyy-MM-dd-HHmmss"))));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, runId = m_run->id](const QString& path) { saveTo(path, runId); });
    dialog->open();
}

void EvidenceDesk::saveTo(const QString& path, qint64 runId)
{
    if (m_saving)
        return;
    const auto run = m_needs.history.run(runId).value_or(std::nullopt);
    if (!run) {
        tellFailed(EvidenceFile::Failure::NotRead, path);
        return;
    }
    const EvidenceAbout about { QCoreApplication::applicationVersion(), QSysInfo::machineHostName(), osUser(),
        m_needs.clock.utcNow(), {} };
    m_saving = std::make_unique<EvidenceFile>(
        m_needs.history, EvidenceFile::Wish { *run, about, sentences::evidenceReadMe(*run).toUtf8(), path }, nullptr);
    const auto end = [this] {
        m_saving.release()->deleteLater();
        updateSave();
    };
    connect(m_saving.get(), &EvidenceFile::saved, this, [this, end, path] {
        end();
        show(EvidenceDialog::Occasion::Written, path);
    });
    connect(m_saving.get(), &EvidenceFile::failed, this, [this, end, path](EvidenceFile::Failure why) {
        end();
        tellFailed(why, path);
    });
    updateSave();
    m_saving->start();
}

void EvidenceDesk::tellFailed(EvidenceFile::Failure why, const QString& path)
{
    if (why == EvidenceFile::Failure::NotRead)
        m_needs.notices.tell(NoticeKind::Warning, tr("The history could not be read. Nothing was written."));
    else
        m_needs.notices.tell(NoticeKind::Warning,
            tr("The evidence could not be written to %1.").arg(theme::isolated(QFileInfo(path).fileName())),
            tr("Choose a folder that you may write to, on a disk with free space."));
}

void EvidenceDesk::askWhatToVerify()
{
    auto* dialog = new QFileDialog(&m_needs.window, tr("Verify evidence"));
    dialog->setObjectName(u"verifyEvidenceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Evidence of Pushbrake (*.zip)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& path) { show(EvidenceDialog::Occasion::Verified, path); });
    dialog->open();
}

void EvidenceDesk::show(EvidenceDialog::Occasion occasion, const QString& path)
{
    auto* reading = new EvidenceReading(this);
    connect(
        reading, &EvidenceReading::read, this, [this, reading, occasion, path](const EvidenceReading::Found& found) {
            reading->deleteLater();
            (new EvidenceDialog(occasion, QFileInfo(path).fileName(), found, &m_needs.window))->open();
        });
    reading->start(path);
}

} // namespace pushbrake
