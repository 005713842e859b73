#include "domain/titleorder.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace pushbrake {

QCollator collatorOfTitles()
{
    // Without a language the collator compares bytes, and numbers in titles are not counted.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

namespace {

constexpr size_t blockSize = 8'192;
constexpr size_t mergedAtOnce = 50'000;

template<typename Compare> QList<quint32> placesIn(const std::vector<quint32>& order, Compare compare)
{
    QList<quint32> places(qsizetype(order.size()));
    for (size_t i = 0; i < order.size(); ++i) {
        const bool isAlike = i > 0 && compare(order[i - 1], order[i]) == 0;
        places[order[i]] = isAlike ? places[order[i - 1]] : quint32(i);
    }
    return places;
}

std::vector<quint32> inTurn(size_t count)
{
    std::vector<quint32> order(count);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

/// A longer number is a larger one: its length stands before it.
void appendNumber(QByteArray& key, QByteArrayView digits)
{
    while (digits.size() > 1 && digits.front() == '0')
        digits = digits.sliced(1);
    key += '0';
    key += char(std::min<qsizetype>(digits.size(), 255));
    key += digits;
}

} // namespace

QList<quint32> placesOf(const std::vector<QCollatorSortKey>& keys)
{
    const auto compare = [&keys](quint32 left, quint32 right) { return keys[left].compare(keys[right]); };
    std::vector<quint32> order = inTurn(keys.size());
    std::sort(order.begin(), order.end(), [&](quint32 left, quint32 right) { return compare(left, right) < 0; });
    return placesIn(order, compare);
}

void ManyTitles::append(const QString& title)
{
    QString folded = title.toCaseFolded();
    const bool isPlain = std::all_of(folded.begin(), folded.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!isPlain) {
        folded = folded.normalized(QString::NormalizationForm_KD);
        folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    }
    const QByteArray text = folded.toUtf8();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (auto at = text.begin(); at != text.end();) {
        const auto end = std::find_if_not(at, text.end(), isDigit);
        if (end != at)
            appendNumber(m_keys, QByteArrayView(at, end - at));
        else
            m_keys += *at;
        at = end != at ? end : at + 1;
    }
    m_ends.push_back(m_keys.size());
}

QByteArrayView ManyTitles::key(quint32 number) const
{
    const qsizetype begin = number == 0 ? 0 : m_ends[number - 1];
    return QByteArrayView(m_keys).sliced(begin, m_ends[number] - begin);
}

bool ManyTitles::sortSome()
{
    if (m_order.size() != m_ends.size()) {
        m_order = inTurn(m_ends.size());
        m_width = 0;
        m_at = 0;
    }
    if (m_width == 0)
        sortBlock();
    else if (m_width < m_order.size())
        mergeSome();
    return m_width > 0 && m_width >= m_order.size();
}

void ManyTitles::sortBlock()
{
    const size_t end = std::min(m_at + blockSize, m_order.size());
    std::sort(m_order.begin() + qsizetype(m_at), m_order.begin() + qsizetype(end),
        [this](quint32 left, quint32 right) { return precedes(left, right); });
    m_at = end;
    if (m_at < m_order.size())
        return;
    m_width = blockSize;
    m_at = 0;
    m_merged.resize(m_order.size());
}

void ManyTitles::mergeSome()
{
    const size_t count = m_order.size();
    for (const size_t end = std::min(m_at + mergedAtOnce, count); m_at < end; ++m_at) {
        const size_t pair = m_at / (2 * m_width) * (2 * m_width);
        const size_t leftEnd = std::min(pair + m_width, count);
        const size_t rightEnd = std::min(pair + 2 * m_width, count);
        if (m_at == pair) {
            m_left = pair;
            m_right = leftEnd;
        }
        const bool isLeft = m_left < leftEnd && (m_right == rightEnd || !precedes(m_order[m_right], m_order[m_left]));
        m_merged[m_at] = m_order[isLeft ? m_left++ : m_right++];
    }
    if (m_at < count)
        return;
    std::swap(m_order, m_merged);
    m_width *= 2;
    m_at = 0;
}

QList<quint32> ManyTitles::places() const
{
    return placesIn(m_order, [this](quint32 left, quint32 right) { return key(left).compare(key(right)); });
}

} // namespace pushbrake
