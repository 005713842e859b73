#include "exchange/csvreader.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace pushbrake {

namespace {

constexpr int sniffedLines = 50;
constexpr QLatin1String separatorLine("sep=");

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isBlankMark(QChar c)
{
    return c == u' ' || c == u'\u00A0' || c == u'\u3000';
}

bool hasSeparatorLine(QStringView text)
{
    return text.size() > separatorLine.size() && text.startsWith(separatorLine, Qt::CaseInsensitive)
        && !isLineEnd(text.at(separatorLine.size()))
        && (text.size() == separatorLine.size() + 1 || isLineEnd(text.at(separatorLine.size() + 1)));
}

/// How often `mark` stands outside of quotations in each of the first records.
QList<int> countsOf(QStringView text, QChar mark)
{
    QList<int> counts;
    int count = 0;
    bool isQuoted = false;
    bool isRecord = false;
    for (const QChar c : text) {
        if (c == u'"')
            isQuoted = !isQuoted;
        if (!isQuoted && isLineEnd(c)) {
            if (isRecord)
                counts.append(count);
            count = 0;
            isRecord = false;
            if (counts.size() == sniffedLines)
                return counts;
            continue;
        }
        isRecord = true;
        count += !isQuoted && c == mark;
    }
    if (isRecord)
        counts.append(count);
    return counts;
}

/// The share of records that have as many of them as most others have; 0 when most have none.
double agreement(const QList<int>& counts)
{
    QMap<int, int> frequency;
    for (const int count : counts)
        ++frequency[count];
    int usual = 0;
    int most = 0;
    for (auto it = frequency.cbegin(); it != frequency.cend(); ++it) {
        if (it.key() > 0 && *it >= most) {
            most = *it;
            usual = it.key();
        }
    }
    return usual == 0 ? 0 : double(most) / double(counts.size());
}

class CsvParser
{
public:
    CsvParser(QString text, QChar separator, const ReadingWatch& watch)
        : m_size(text.size())
        , m_separator(separator)
        , m_watch(watch)
        , m_table(std::move(text))
    {
    }

    std::expected<RawTable, TableFault> table()
    {
        if (hasSeparatorLine(m_table.text()))
            m_at = separatorLine.size() + 1;
        skipLineEnd();
        while (m_at < m_size) {
            if (!m_watch.goesOn())
                return faulty(TableFault::Kind::Stopped);
            if (const auto fault = readRow())
                return std::unexpected { *fault };
        }
        return std::move(m_table);
    }

private:
    QChar at(qsizetype place) const { return place < m_size ? m_table.text().at(place) : QChar(); }
    bool isEnd() const { return m_at >= m_size || isLineEnd(at(m_at)); }
    /// "\r\n" is one end of a line.
    void skipLineEnd()
    {
        if (m_at >= m_size || !isLineEnd(at(m_at)))
            return;
        m_at += at(m_at) == u'\r' && at(m_at + 1) == u'\n' ? 2 : 1;
        ++m_line;
    }

    std::optional<TableFault> readRow()
    {
        if (isEnd()) {
            skipLineEnd();
            return {};
        }
        if (auto fault = m_table.beginRow(m_line, false))
            return fault;
        m_hasText = false;
        for (bool isMore = true; isMore;) {
            const auto cell = isQuotation() ? readQuoted() : readPlain();
            if (!cell)
                return cell.error();
            m_hasText |= cell->size > 0;
            if (auto fault = m_table.addCell(*cell))
                return fault;
            isMore = m_at < m_size && !m_separator.isNull() && at(m_at) == m_separator;
            m_at += isMore ? 1 : 0;
        }
        skipLineEnd();
        if (!m_hasText)
            m_table.dropLastRow();
        return {};
    }

    bool isQuotation() const { return !m_separator.isNull() && at(m_at) == u'"'; }

    std::expected<RawTable::Piece, TableFault> readPlain()
    {
        const qsizetype from = m_at;
        while (!isEnd() && (m_separator.isNull() || at(m_at) != m_separator))
            ++m_at;
        return RawTable::Piece { quint32(from), quint32(m_at - from) };
    }

    std::expected<RawTable::Piece, TableFault> readQuoted()
    {
        const TableFault unbalanced { TableFault::Kind::UnbalancedQuote, m_line };
        const qsizetype from = ++m_at;
        bool hasDoubled = false;
        for (;; ++m_at) {
            if (m_at >= m_size)
                return std::unexpected { unbalanced };
            if (at(m_at) == u'"') {
                if (at(m_at + 1) != u'"')
                    break;
                hasDoubled = true;
                ++m_at;
            } else if (isLineEnd(at(m_at)) && !(at(m_at) == u'\r' && at(m_at + 1) == u'\n')) {
                ++m_line;
            }
        }
        const qsizetype to = m_at++;
        while (m_at < m_size && isBlankMark(at(m_at)))
            ++m_at;
        if (!isEnd() && at(m_at) != m_separator)
            return std::unexpected { unbalanced };
        if (!hasDoubled)
            return RawTable::Piece { quint32(from), quint32(to - from) };
        QString text = m_table.text().sliced(from, to - from);
        return m_table.addText(text.replace(QLatin1String("\"\""), QLatin1String("\"")));
    }

    const qsizetype m_size;
    const QChar m_separator;
    const ReadingWatch& m_watch;
    RawTable m_table;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_hasText = false;
};

} // namespace

QChar guessSeparator(QStringView text)
{
    if (hasSeparatorLine(text))
        return text.at(separatorLine.size());
    QChar best;
    double bestAgreement = 0.5; // a message has commas too, but not the same number in each line
    for (const QChar mark : { u'\t', u';', u',', u'|' }) {
        if (const double share = agreement(countsOf(text, mark)); share > bestAgreement) {
            best = mark;
            bestAgreement = share;
        }
    }
    return best;
}

std::expected<RawTable, TableFault> readCsv(QString text, QChar separator, const ReadingWatch& watch)
{
    return CsvParser(std::move(text), separator, watch).table();
}

} // namespace pushbrake
