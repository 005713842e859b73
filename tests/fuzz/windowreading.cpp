// The pages of one window of the list. Promised: nothing is counted below zero or beyond what came; pages that bring
// nothing new come to an end; an honest list is whole, however few rows it gives at once.
#include "api/windowreading.h"
#include "always.h"
#include "api/limits.h"

#include <fuzzer/FuzzedDataProvider.h>

#include <limits>

using namespace pushbrake;

namespace {

void addRow(ListReply& page, TaskId id)
{
    Task task;
    task.id = id;
    page.tasks.append(task);
}

void readHonestList(FuzzedDataProvider& given)
{
    const auto count = given.ConsumeIntegralInRange<qint64>(0, 1'000);
    const int want = given.ConsumeIntegralInRange(1, 100);
    const qint64 most = given.ConsumeIntegralInRange(1, want);
    WindowReading reading(want);
    for (qint64 pages = 1; !reading.isDone(); ++pages) {
        always(pages <= count / most + 2);
        ListReply page;
        page.total = count;
        for (qint64 id = reading.offset() + 1; id <= std::min(reading.offset() + most, count); ++id)
            addRow(page, id);
        reading.take(page);
    }
    always(reading.tasks() == count && reading.said() == count);
    always(reading.missing() == 0 && reading.unusableRows() == 0 && !reading.hasMoved());
}

void readAnyList(FuzzedDataProvider& given)
{
    WindowReading reading(given.ConsumeIntegralInRange(1, 100));
    QSet<TaskId> came;
    qint64 skipped = 0;
    while (!reading.isDone() && given.remaining_bytes() > 0) {
        ListReply page;
        page.total = given.ConsumeIntegralInRange<qint64>(0, std::numeric_limits<qint64>::max());
        page.skipped = given.ConsumeIntegralInRange(0, 50);
        skipped += page.skipped;
        for (int rows = given.ConsumeIntegralInRange(0, 30); rows > 0; --rows) {
            addRow(page, given.ConsumeIntegralInRange<TaskId>(1, 64));
            came.insert(page.tasks.last().id);
        }
        reading.take(page);
        always(reading.tasks() == came.size() && reading.offset() >= 0 && reading.missing() >= 0);
        always(reading.unusableRows() >= 0 && reading.unusableRows() <= skipped);
        always(reading.said() >= reading.tasks() + reading.unusableRows());
    }
    ListReply stuck;
    stuck.total = std::numeric_limits<qint64>::max();
    addRow(stuck, 1);
    for (int pages = 0; !reading.isDone(); ++pages) {
        always(pages < 2 * (limits::mostFruitlessPages + 1)); // the list is read twice
        reading.take(stuck);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedDataProvider given(data, size);
    given.ConsumeBool() ? readHonestList(given) : readAnyList(given);
    return 0;
}
