#include "ui/tasks/idfile.h"

#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace pushbrake {

namespace {

struct IdFile
{
    Q_DECLARE_TR_FUNCTIONS(IdFile)
};

} // namespace

std::expected<QString, IdFileFault> readIdFile(const QString& path)
{
    constexpr qint64 most = 4 * 1024 * 1024;
    QFile file(path);
    const QString name = theme::isolated(QFileInfo(path).fileName());
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected { IdFileFault { IdFile::tr("The file %1 cannot be opened.").arg(name),
            IdFile::tr("Check that it still exists and that you may read it.") } };
    const QByteArray bytes = file.read(most + 1);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    if (bytes.size() > most || utf8.hasError() || bytes.contains('\0'))
        return std::unexpected { IdFileFault { IdFile::tr("The file %1 is not a list in plain text.").arg(name),
            IdFile::tr("Copy the task IDs out of it and paste them, or save it as CSV (UTF-8).") } };
    return text;
}

} // namespace pushbrake
