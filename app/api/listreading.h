// What a reading of the service's list came to. A plain value, made by TaskReader; only isWhole() may be called
// complete.
#pragma once

#include <QtGlobal>

namespace pushbrake {

struct ListReading
{
    enum class End {
        LastPage, ///< there was nothing more to ask for
        Fault, ///< an answer could not be had; the report tells why
        Stopped, ///< by the person
        Endless ///< the pages did not come to an end
    };
    End end = End::LastPage;
    qint64 tasks = 0; ///< different ones
    qint64 unusableRows = 0; ///< rows without a task ID that can be used
    qint64 said = 0; ///< rows there are by the service's own word
    qint64 missing = 0; ///< of those it did not show, though it was asked twice
    bool moved = false; ///< rows changed places until the end, and the counts cannot tell whether all were shown

    bool isWhole() const { return end == End::LastPage && unusableRows == 0 && missing == 0 && !moved; }
};

} // namespace pushbrake
