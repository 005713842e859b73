#include "beforeqt.h"

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
}

} // namespace pushbrake
