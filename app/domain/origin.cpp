#include "domain/origin.h"

namespace pushbrake::origin {

quint16 numberFrom(qint64 stored)
{
    const bool isKind = stored >= notKnown && stored <= someFile;
    return isKind || (stored >= firstFile && stored <= lastFile) ? quint16(stored) : notKnown;
}

} // namespace pushbrake::origin
