#include "start/setup.h"

#include "ui/help/programfacts.h"
#include "ui/look/theme.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QFontDatabase>
#include <QThreadPool>

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <fontconfig/fontconfig.h>
#include <malloc.h>
#endif

namespace pushbrake {

void prepareBeforeQt()
{
#ifdef Q_OS_LINUX
#ifdef M_ARENA_MAX
    // The threads are few and allocate little; those that look for fonts and the session bus would want their own.
    mallopt(M_ARENA_MAX, 1);
#endif
    QThreadPool::globalInstance()->start([] { FcInit(); }); // safe beside Qt's own since fontconfig 2.11
#endif
    // As soon as Qt has a platform, beside the rest of its start, each under Qt's own lock: whoever needs them waits.
    qAddPreRoutine([] {
#ifdef Q_OS_LINUX
        // The first accessible name asks the session bus; connecting to it is a tenth of the whole start.
        QThreadPool::globalInstance()->start([] { QDBusConnection::sessionBus(); });
#endif
        // The first font makes Qt look through all that are installed, a fifth of the whole start.
        QThreadPool::globalInstance()->start([] { QFontDatabase::families(); });
    });
}

void setUp(QApplication& application)
{
    QApplication::setApplicationName(QStringLiteral("pushbrake"));
    QApplication::setApplicationVersion(programVersion());
    QApplication::setApplicationDisplayName(QStringLiteral("Pushbrake"));
    installLanguage(application);
    theme::followDesktop();
}

} // namespace pushbrake
