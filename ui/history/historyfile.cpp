#include "ui/history/historyfile.h"

#include "exchange/tablecsv.h"
#include "exchange/tablexlsx.h"
#include "store/savewhole.h"
#include "ui/parts/tablefiledialog.h"

#include <QCoreApplication>

#include <utility>

namespace pushbrake {

namespace {

struct HistorySheet
{
    Q_DECLARE_TR_FUNCTIONS(HistorySheet)
};

QList<QStringList> rowsOf(const QList<HistoryPush>& pushes)
{
    QList<QStringList> rows;
    rows.reserve(pushes.size());
    for (const HistoryPush& push : pushes)
        rows.append(historycells::cells(push));
    return rows;
}

} // namespace

HistoryFile::HistoryFile(const History& history, Plan plan, QObject* parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_isWorkbook(isWorkbook(m_plan.path))
    , m_take(history, m_plan.filter, m_plan.of, nullptr)
    , m_file(m_plan.path)
{
    m_thread.setMaxThreadCount(1);
    connect(&m_take, &HistoryTake::read, this, &HistoryFile::onRead);
    connect(&m_take, &HistoryTake::done, this, &HistoryFile::onDone);
    connect(&m_take, &HistoryTake::failed, this, [this] { fail(Failure::NotRead); });
}

HistoryFile::~HistoryFile()
{
    m_thread.waitForDone();
}

void HistoryFile::start()
{
    const QByteArray heading = m_isWorkbook ? QByteArray() : tableToCsv({ historycells::heading() });
    if (m_file.open(QIODevice::WriteOnly) && m_file.write(heading) == heading.size())
        m_take.start();
    else
        fail(Failure::NotWritten);
}

void HistoryFile::onRead(const QList<HistoryPush>& pushes)
{
    m_count += int(pushes.size());
    if (m_isWorkbook) {
        m_rows += rowsOf(pushes);
        for (const HistoryPush& push : pushes)
            m_counts.add(push);
        if (m_count > mostInWorkbook)
            fail(Failure::TooMany);
        return;
    }
    const QByteArray csv = rowsToCsv(rowsOf(pushes));
    if (m_file.write(csv) != csv.size())
        fail(Failure::NotWritten);
}

void HistoryFile::onDone()
{
    if (m_isWorkbook)
        makeWorkbook();
    else
        end(commitWhole(m_file));
}

// The words were made here, where languages and zones are; packing them takes the time.
void HistoryFile::makeWorkbook()
{
    SheetTable sheet { HistorySheet::tr("Pushes", "name of a sheet"), { historycells::heading() },
        historycells::widths() };
    sheet.rows += std::exchange(m_rows, {});
    const SheetTable counts = m_counts.sheet(m_plan.facts);
    m_thread.start([this, sheets = QList<SheetTable> { sheet, counts }] {
        auto bytes = tablesToXlsx(sheets);
        QMetaObject::invokeMethod(
            this,
            [this, bytes = std::move(bytes)] {
                end(bytes && m_file.write(*bytes) == bytes->size() && commitWhole(m_file));
            },
            Qt::QueuedConnection);
    });
}

void HistoryFile::end(bool isWritten)
{
    if (isWritten)
        Q_EMIT written(m_count);
    else
        fail(Failure::NotWritten);
}

void HistoryFile::fail(Failure why)
{
    m_take.stop();
    m_rows.clear();
    m_file.cancelWriting();
    Q_EMIT failed(why);
}

} // namespace pushbrake
