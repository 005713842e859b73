#include "ui/tasks/idfile.h"

#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QStringDecoder>
#include <QThreadPool>

#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace pushbrake {

namespace {

struct IdFile
{
    Q_DECLARE_TR_FUNCTIONS(IdFile)
};

enum class Problem { CannotBeOpened, NoPlainText };

/// Without waiting for anybody: opening a pipe would wait for whoever writes to it.
bool openRegular(QFile& file)
{
#ifdef Q_OS_UNIX
    const int handle
        = ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (handle < 0)
        return false;
    struct stat status
    {
    };
    if (::fstat(handle, &status) == 0 && S_ISREG(status.st_mode)
        && file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return true;
    ::close(handle);
    return false;
#else
    return QFileInfo(file.fileName()).isFile() && file.open(QIODevice::ReadOnly);
#endif
}

std::expected<QString, Problem> textOf(const QString& path)
{
    constexpr qint64 most = 4 * 1024 * 1024;
    QFile file(path);
    if (!openRegular(file))
        return std::unexpected { Problem::CannotBeOpened };
    const QByteArray bytes = file.read(most + 1);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    if (bytes.size() > most || utf8.hasError() || bytes.contains('\0'))
        return std::unexpected { Problem::NoPlainText };
    return text;
}

IdFileFault faultOf(Problem problem, const QString& path)
{
    const QString name = theme::isolated(QFileInfo(path).fileName());
    if (problem == Problem::CannotBeOpened)
        return { IdFile::tr("The file %1 cannot be opened.").arg(name),
            IdFile::tr("Check that it still exists, that it is an ordinary file and that you may read it.") };
    return { IdFile::tr("The file %1 is not a list in plain text.").arg(name),
        IdFile::tr("Copy the task IDs out of it and paste them, or save it as CSV (UTF-8).") };
}

} // namespace

void readIdFile(const QString& path, QObject& context, std::function<void(const IdFileText&)> done)
{
    QThreadPool::globalInstance()->start([path, context = QPointer(&context), done = std::move(done)] {
        auto read = textOf(path);
        QMetaObject::invokeMethod(
            qApp,
            [path, context, done, read = std::move(read)] {
                if (!context)
                    return;
                if (read)
                    done(*read);
                else
                    done(std::unexpected { faultOf(read.error(), path) });
            },
            Qt::QueuedConnection);
    });
}

} // namespace pushbrake
