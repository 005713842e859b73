#include "exchange/importpreview.h"

#include <algorithm>

namespace pushbrake {

ImportVerdict ImportRow::verdict() const
{
    if (remarks.isEmpty())
        return ImportVerdict::Accept;
    const bool isLeftOut = std::any_of(
        remarks.begin(), remarks.end(), [](const ImportRemark& remark) { return isRefusal(remark.reason); });
    return isLeftOut ? ImportVerdict::Refuse : ImportVerdict::AcceptWithNote;
}

ImportPreview withoutTheList(ImportPreview preview)
{
    preview.alreadyListed = 0;
    for (ImportRow& row : preview.rows)
        row.remarks.removeIf([](const ImportRemark& remark) { return remark.reason == ImportReason::AlreadyListed; });
    return preview;
}

Expectation importedExpectation(const ImportRow& row)
{
    return { row.id, row.goesOutAt, row.audience, row.title, row.timePrecision };
}

Task importedTask(const ImportRow& row)
{
    Task task;
    task.id = row.id;
    task.audience = row.audience;
    task.title = row.title;
    task.goesOutAt = row.goesOutAt;
    return task;
}

} // namespace pushbrake
