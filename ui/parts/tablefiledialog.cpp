#include "ui/parts/tablefiledialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

struct TableFileDialog
{
    Q_DECLARE_TR_FUNCTIONS(TableFileDialog)
};

const QString workbookEnding = u"xlsx"_s;
const QString csvEnding = u"csv"_s;

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

bool isWorkbook(const QString& path)
{
    return path.endsWith(u'.' + workbookEnding, Qt::CaseInsensitive);
}

QString stemOfTable(const QString& name)
{
    const QStringList endings { u".csv"_s, u".tsv"_s, u".txt"_s, u".xlsx"_s, u".ods"_s };
    const auto ending = std::find_if(endings.begin(), endings.end(),
        [&name](const QString& one) { return name.endsWith(one, Qt::CaseInsensitive); });
    return ending == endings.end() ? name : name.chopped(ending->size());
}

QString inFileName(QString text)
{
    const auto isForbidden = [](QChar c) { return u"\\/:*?\"<>|"_s.contains(c); };
    std::replace_if(text.begin(), text.end(), isForbidden, QChar(u'-'));
    return text;
}

void askForTableFile(const TableFileWish& wish, QWidget& window, std::function<void(const QString&)> chosen)
{
    auto* dialog = new QFileDialog(&window, wish.title);
    dialog->setObjectName(QLatin1StringView(wish.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString csv = TableFileDialog::tr("Table for spreadsheets (*.csv)");
    const QString workbook = TableFileDialog::tr("Workbook for spreadsheets (*.xlsx)");
    const bool isWorkbookFirst = wish.first == TableFileWish::Kind::Workbook;
    dialog->setNameFilters(isWorkbookFirst ? QStringList { workbook, csv } : QStringList { csv, workbook });
    const auto propose = [dialog](const QString& stem, const QString& ending) {
        dialog->setDefaultSuffix(ending);
        dialog->selectFile(stem + u'.' + ending);
    };
    propose(wish.proposed, isWorkbookFirst ? workbookEnding : csvEnding);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog, propose, proposed = wish.proposed, workbook](const QString& filter) {
            propose(wished(*dialog, proposed), filter == workbook ? workbookEnding : csvEnding);
        });
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, std::move(chosen));
    dialog->open();
}

} // namespace pushbrake
