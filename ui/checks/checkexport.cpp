#include "ui/checks/checkexport.h"

#include "ui/look/theme.h"
#include "ui/parts/notices.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

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

/// In the folder that is open, under the name that was typed; `proposed` where there is none.
QString wished(const QFileDialog& dialog, const QString& proposed)
{
    const QStringList chosen = dialog.selectedFiles();
    if (chosen.isEmpty() || QFileInfo(chosen.first()).isDir())
        return proposed;
    const QFileInfo file(chosen.first());
    const QString stem = stemOfTable(file.fileName());
    return stem.isEmpty() ? proposed : file.dir().filePath(stem);
}

} // namespace

QString stemOfTable(const QString& name)
{
    const QStringList endings { u".csv"_s, u".tsv"_s, u".txt"_s, u".xlsx"_s, u".ods"_s };
    const auto ending = std::find_if(endings.begin(), endings.end(),
        [&name](const QString& one) { return name.endsWith(one, Qt::CaseInsensitive); });
    return ending == endings.end() ? name : name.chopped(ending->size());
}

void askWhereToExport(const CheckPaper& paper, const QString& name, QWidget& window, Notices& notices)
{
    auto* dialog = new QFileDialog(&window, CheckExport::tr("Export the check"));
    dialog->setObjectName(u"exportCheckDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString workbookFilter = CheckExport::tr("Workbook for spreadsheets (*.xlsx)");
    dialog->setNameFilters({ CheckExport::tr("Table for spreadsheets (*.csv)"), workbookFilter });
    const auto propose = [dialog](const QString& stem, const QString& suffix) {
        dialog->setDefaultSuffix(suffix);
        dialog->selectFile(stem + u'.' + suffix);
    };
    propose(name, u"csv"_s);
    QObject::connect(
        dialog, &QFileDialog::filterSelected, dialog, [dialog, propose, name, workbookFilter](const QString& filter) {
            propose(wished(*dialog, name), filter == workbookFilter ? workbook : u"csv"_s);
        });
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
        [paper, &notices](const QString& path) { exportTo(path, paper, notices); });
    dialog->open();
}

} // namespace pushbrake
