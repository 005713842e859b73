// Text that people import: whatever it is, what is accepted is one row each, stands in the file, and is as it stands.
#include "always.h"
#include "exchange/columnguess.h"
#include "exchange/importreader.h"

#include <QSet>

using namespace pushbrake;

namespace {

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = readTable(QByteArrayView(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!read)
        return 0;
    ImportContext into;
    into.known = KnownIds({ 7'000'000'001 }, {});
    into.now = QDateTime(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC);
    into.zone = QTimeZone::utc();
    ColumnPlan plan = guessColumns(*read);
    if (plan.column(ColumnRole::Id) < 0)
        plan.setColumn(ColumnRole::Id, 0);
    const auto preview = readImport(*read, plan, into);
    always(preview.has_value());
    always(preview->accepted + preview->refused == preview->rows.size());
    QSet<TaskId> seen;
    int line = 0;
    for (const ImportRow& row : preview->rows) {
        always(row.line >= line && row.line >= 1);
        line = row.line;
        if (row.isRefused())
            continue;
        always(row.id > 0 && !seen.contains(row.id));
        always(digitsOf(row.raw).contains(QString::number(row.id)));
        seen.insert(row.id);
    }
    return 0;
}
