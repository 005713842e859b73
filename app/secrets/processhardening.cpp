#include "secrets/processhardening.h"

#include "domain/foreigntext.h"

#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace pushbrake {

namespace {

void printRedacted(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const QString line = withoutSecretShapes(qFormatLogMessage(type, context, text));
    std::fprintf(stderr, "%s\n", line.toLocal8Bit().constData());
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void hardenProcess()
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0);
    const rlimit none { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
#endif
    qInstallMessageHandler(printRedacted);
}

} // namespace pushbrake
