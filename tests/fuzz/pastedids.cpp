// Text that people paste. Promised: whatever it is, each ID found is a task ID, stands in it, and is found once; half a
// character on a line of its own changes nothing.
#include "exchange/pastedids.h"
#include "always.h"

#include <QSet>

using namespace pushbrake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    const PastedIds ids = readPastedIds(text);
    QSet<TaskId> seen;
    for (const auto& found : ids.found) {
        always(found.id > 0 && found.times >= 1 && found.line >= 1);
        always(!seen.contains(found.id));
        seen.insert(found.id);
    }
    for (const auto& refused : ids.refused)
        always(refused.line >= 1 && text.contains(refused.text));
    const PastedIds cut = readPastedIds(text + u'\n' + QChar(0xD83D));
    always(cut.found.size() == ids.found.size());
    always(cut.refused.size() == ids.refused.size());
    return 0;
}
