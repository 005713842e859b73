#include "ui/checks/checkexport.h"

#include "store/savewhole.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/parts/tablefiledialog.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace pushbrake {

namespace {

struct CheckExport
{
    Q_DECLARE_TR_FUNCTIONS(CheckExport)
};

void exportTo(const QString& path, const CheckPaper& paper, Notices& notices)
{
    const std::optional<QByteArray> bytes
        = isWorkbook(path) ? checktake::xlsx(paper) : std::optional(checktake::csv(paper));
    const QString name = theme::isolated(QFileInfo(path).fileName());
    QSaveFile file(path);
    if (bytes && file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && commitWhole(file))
        notices.tell(NoticeKind::Good,
            CheckExport::tr("%n row(s) of the check written to %1.", nullptr, int(paper.rows.size())).arg(name));
    else
        notices.tell(NoticeKind::Warning, CheckExport::tr("The check could not be written to %1.").arg(name),
            CheckExport::tr("Choose a folder that you may write to, on a disk with free space."));
}

} // namespace

void askWhereToExport(const CheckPaper& paper, const QString& name, QWidget& window, Notices& notices)
{
    askForTableFile({ "exportCheckDialog", CheckExport::tr("Export the check"), name }, window,
        [paper, &notices](const QString& path) { exportTo(path, paper, notices); });
}

} // namespace pushbrake
