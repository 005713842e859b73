#include "store/savewhole.h"

#include <QSaveFile>

namespace pushbrake {

bool commitWhole(QSaveFile& file)
{
    if (!file.flush())
        file.cancelWriting();
    return file.commit();
}

} // namespace pushbrake
