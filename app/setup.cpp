#include "setup.h"

#include "ui/language.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QIcon>
#include <QThreadPool>

#ifdef Q_OS_LINUX
#    include <fontconfig/fontconfig.h>
#    include <malloc.h>
#endif

namespace pushbrake {

void prepareBeforeQt()
{
#ifdef Q_OS_LINUX
#    ifdef M_ARENA_MAX
    // The threads are few and allocate little; only the one that reads the list at the start would want its own.
    mallopt(M_ARENA_MAX, 1);
#    endif
    QThreadPool::globalInstance()->start([] { FcInit(); }); // safe beside Qt's own since fontconfig 2.11
#endif
    // The first font makes Qt look through all that are installed, a fifth of the whole start. It begins as soon as Qt has a
    // platform, under Qt's own lock, and whoever needs a font waits for it.
    qAddPreRoutine([] { QThreadPool::globalInstance()->start([] { QFontDatabase::families(); }); });
}

void setUp(QApplication& application)
{
    QApplication::setApplicationName(QStringLiteral("pushbrake"));
    QApplication::setApplicationDisplayName(QStringLiteral("Pushbrake"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/pushbrake.svg")));
    installLanguage(application);
    theme::followDesktop();
}

} // namespace pushbrake
