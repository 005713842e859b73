// How long it takes until a person sees what an import would do: 200,000 rows of CSV within 3 s, 50,000 rows of XLSX
// within 10 s, each with 10,000 or more other tasks known; and how much memory the worst files take, at most 300 MB.
// Prints each figure beside its limit, and ends with 1 when one is over; judged is the time that this process had of a
// processor, since a computer that does other things says nothing of it.
#include "exchange/columnguess.h"
#include "exchange/importreader.h"
#include "support/peakmemory.h"
#include "support/sheetfile.h"
#include "support/zipwriter.h"

#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

using namespace pushbrake;

namespace {

constexpr TaskId firstId = 7'000'000'000;
constexpr int knownTasks = 1'000'000;
constexpr qint64 mostMemoryMb = 300;

ImportContext context()
{
    QList<TaskId> known;
    for (int i = 0; i < knownTasks; ++i)
        known.append(firstId + 7 * i);
    ImportContext context;
    context.known = KnownIds(known, known);
    context.sdkAppId = 1'400'000'001;
    context.now = QDateTime(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC);
    context.zone = QTimeZone("Europe/Berlin");
    return context;
}

QByteArray csv(int rows)
{
    QByteArray text("Task ID,Title,Goes out,Type\r\n");
    const QDateTime first(QDate(2026, 12, 1), QTime(8, 0), Qt::UTC);
    for (int i = 0; i < rows; ++i)
        text += QByteArray::number(firstId + i) + ",\"Sale, " + QByteArray::number(i % 1000) + "\","
            + first.addSecs(60 * (i % 50'000)).toString(QStringLiteral("yyyy-MM-dd HH:mm")).toLatin1() + ",All\r\n";
    return text;
}

bool within(const char* name, qint64 measured, qint64 limit, const char* unit)
{
    std::printf("%-52s %6lld %s (at most %lld)%s\n", name, measured, unit, limit, measured > limit ? "  OVER" : "");
    return measured <= limit;
}

qint64 processorMs()
{
    return std::clock() * 1000LL / CLOCKS_PER_SEC;
}

bool preview(const char* name, const QByteArray& bytes, qint64 limitMs, const ImportContext& context)
{
    if (!forgetPeak())
        std::printf("peak memory is that of all before\n");
    QElapsedTimer timer;
    timer.start();
    const qint64 before = processorMs();
    const auto read = readTable(bytes);
    const qint64 readMs = processorMs() - before;
    if (!read) {
        std::printf("%-52s fault %d after %lld ms\n", name, int(read.error().kind), readMs);
        return within("  peak memory", peakMb(), mostMemoryMb, "MB") && readMs <= limitMs;
    }
    const auto preview = readImport(*read, guessColumns(*read), context);
    const qint64 allMs = processorMs() - before;
    std::printf("%-52s %d rows, %d taken, %.1f MB; read in %lld ms; %lld ms by the clock on the wall\n", name,
        read->table.rowCount(), preview->accepted, double(bytes.size()) / 1e6, readMs, timer.elapsed());
    const bool isQuick = within("  until the preview", allMs, limitMs, "ms");
    return within("  peak memory", peakMb(), mostMemoryMb, "MB") && isQuick;
}

/// Many cells, much text, deep inside of every limit but the last.
QByteArray hostileCsv()
{
    return QByteArray("7000000001").append(QByteArray(mostTableBytes - 100, ','));
}

QByteArray hostileXlsx()
{
    const QByteArray cell("<c t=\"s\"><v>0</v></c>");
    QByteArray rows;
    while (rows.size() < 38 * 1024 * 1024)
        rows += "<row>" + cell.repeated(200) + "</row>";
    const QByteArray text("<si><t>" + QByteArray(10 * 1024 * 1024, 'x') + "</t></si>");
    return xlsxFile(rows, text);
}

} // namespace

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const ImportContext into = context();
    bool isGood = preview("CSV of 200,000 rows", csv(mostTableRows), 3000, into);
    QByteArray list;
    for (int i = 0; i < mostTableRows - 1; ++i)
        list += QByteArray::number(firstId + i) + "\n";
    isGood &= preview("a list of 199,999 numbers", list, 3000, into);
    QByteArray chat;
    while (chat.size() < 5'000'000)
        chat += "please stop " + QByteArray::number(firstId + chat.size()) + ", it is wrong\n";
    isGood &= preview("5 MB of messages", chat, 10'000, into);
    QByteArray unusual("Task ID;Goes out\n");
    for (int i = 0; i < mostTableRows; ++i)
        unusual
            += "ID: " + QByteArray::number(firstId + i) + ";1." + QByteArray::number(1 + i % 12) + ".2027 9:30 Uhr\n";
    isGood &= preview("CSV in which each cell is unusual", unusual, 10'000, into);
    isGood &= preview("XLSX of 50,000 rows", sheetOfPushes(50'000), 10'000, into);
    isGood &= preview("XLSX of 200,000 rows", sheetOfPushes(200'000), 10'000, into);
    isGood &= preview("CSV of ten million commas", hostileCsv(), 10'000, into);
    isGood &= preview("XLSX of 50 MB that refers to long texts", hostileXlsx(), 10'000, into);
    return isGood ? 0 : 1;
}
