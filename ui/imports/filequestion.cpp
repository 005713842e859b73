#include "ui/imports/filequestion.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

struct FileQuestion
{
    Q_DECLARE_TR_FUNCTIONS(FileQuestion)
};

const QString folderSetting = u"import/folder"_s;

} // namespace

QFileDialog* makeFileQuestion(const QString& title, QWidget& parent, const QSettings& settings)
{
    auto* dialog = new QFileDialog(&parent, title);
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        { FileQuestion::tr("Tables and text (*.csv *.tsv *.txt *.xlsx *.ods)"), FileQuestion::tr("All files (*)") });
    const QString folder = settings.value(folderSetting).toString();
    dialog->setDirectory(QDir(folder).exists() && !folder.isEmpty()
            ? folder
            : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return dialog;
}

void rememberFolderOf(const QString& file, QSettings& settings)
{
    settings.setValue(folderSetting, QFileInfo(file).absolutePath());
}

} // namespace pushbrake
