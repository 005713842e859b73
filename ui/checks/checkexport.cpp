#include "ui/checks/checkexport.h"

#include "ui/look/theme.h"
#include "ui/parts/notices.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

struct CheckExport
{
    Q_DECLARE_TR_FUNCTIONS(CheckExport)
};

const QString workbook = u"xlsx"_s;

void exportTo(const QString& path, const CheckPaper& paper, Notices& notices)
{
    const bool isWorkbook = path.endsWith(u'.' + workbook, Qt::CaseInsensitive);
    const std::optional<QByteArray> bytes = isWorkbook ? checktake::xlsx(paper) : std::optional(checktake::csv(paper));
    const QString name = theme::isolated(QFileInfo(path).fileName());
    QSaveFile file(path);
    if (bytes && file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit())
        notices.tell(NoticeKind::Good,
            CheckExport::tr("%n row(s) of the check written to %1.", nullptr, int(paper.rows.size())).arg(name));
    else
        notices.tell(NoticeKind::Warning, CheckExport::tr("The check could not be written to %1.").arg(name),
            CheckExport::tr("Choose a folder that you may write to, on a disk with free space."));
}

} // namespace

void askWhereToExport(const CheckPaper& paper, const QString& name, QWidget& window, Notices& notices)
{
    auto* dialog = new QFileDialog(&window, CheckExport::tr("Export the check"));
    dialog->setObjectName(u"exportCheckDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString workbookFilter = CheckExport::tr("Workbook for spreadsheets (*.xlsx)");
    dialog->setNameFilters({ CheckExport::tr("Table for spreadsheets (*.csv)"), workbookFilter });
    const auto propose = [dialog, name](const QString& suffix) {
        dialog->setDefaultSuffix(suffix);
        dialog->selectFile(name + u'.' + suffix);
    };
    propose(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
        [propose, workbookFilter](const QString& filter) { propose(filter == workbookFilter ? workbook : u"csv"_s); });
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
        [paper, &notices](const QString& path) { exportTo(path, paper, notices); });
    dialog->open();
}

} // namespace pushbrake
