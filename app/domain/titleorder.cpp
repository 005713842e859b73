#include "domain/titleorder.h"

#include <QLocale>
#include <QtEndian>

#include <algorithm>
#include <cstring>
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

constexpr quint32 soonSorted = 8'192; ///< within a millisecond

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Without case and accents.
QByteArray folded(QByteArrayView title)
{
    QString text = QString::fromUtf8(title).toCaseFolded();
    text = text.normalized(QString::NormalizationForm_KD);
    text.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return text.toUtf8();
}

/// A longer number is a larger one: its length stands before it. Gives where the key ends.
char* writeNumber(char* to, QByteArrayView digits)
{
    while (digits.size() > 1 && digits.front() == '0')
        digits = digits.sliced(1);
    *to++ = '0';
    *to++ = char(std::min<qsizetype>(digits.size(), 255));
    return std::copy(digits.begin(), digits.end(), to);
}

/// Of small letters, numbers by their length, and no zero.
char* writeKey(char* to, QByteArrayView text)
{
    for (auto at = text.begin(); at != text.end();) {
        if (isDigit(*at)) {
            const auto end = std::find_if_not(at, text.end(), isDigit);
            to = writeNumber(to, QByteArrayView(at, end - at));
            at = end;
        } else {
            const char letter = *at++;
            *to++ = letter >= 'A' && letter <= 'Z' ? char(letter | 0x20) : letter == 0 ? '\1' : letter;
        }
    }
    return to;
}

} // namespace

QList<quint32> placesOf(const std::vector<QCollatorSortKey>& keys)
{
    const auto compare = [&keys](quint32 left, quint32 right) { return keys[left].compare(keys[right]); };
    std::vector<quint32> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](quint32 left, quint32 right) { return compare(left, right) < 0; });
    QList<quint32> places(qsizetype(order.size()));
    for (size_t i = 0; i < order.size(); ++i) {
        const bool isAlike = i > 0 && compare(order[i - 1], order[i]) == 0;
        places[order[i]] = isAlike ? places[order[i - 1]] : quint32(i);
    }
    return places;
}

void ManyTitles::append(QByteArrayView title)
{
    const bool isPlain = std::all_of(title.begin(), title.end(), [](char c) { return (c & 0x80) == 0; });
    const QByteArray other = isPlain ? QByteArray() : folded(title);
    const QByteArrayView text = isPlain ? title : QByteArrayView(other);
    const qsizetype begin = m_ends.empty() ? 0 : m_ends.back();
    const qsizetype most = begin + 3 * text.size(); // where every letter is a number of its own
    if (m_keys.size() < most)
        m_keys.resize(most + m_keys.size() / 2);
    char* const keys = m_keys.data();
    m_ends.push_back(writeKey(keys + begin, text) - keys);
}

quint64 ManyTitles::chunkOf(quint32 number, quint32 depth) const
{
    const qsizetype begin = (number == 0 ? 0 : m_ends[number - 1]) + depth;
    const qsizetype size = std::clamp<qsizetype>(m_ends[number] - begin, 0, 8);
    quint64 chunk = 0;
    std::memcpy(&chunk, m_keys.constData() + begin * (size > 0), size_t(size));
    return qFromBigEndian(chunk);
}

void ManyTitles::beginSorting()
{
    const auto count = quint32(m_ends.size());
    m_order.reserve(count);
    for (quint32 number = 0; number < count; ++number)
        m_order.push_back({ chunkOf(number, 0), number, false });
    m_unsorted = { { 0, count, 0 } };
}

bool ManyTitles::sortSome()
{
    if (m_order.size() != m_ends.size()) {
        beginSorting();
        return m_unsorted.empty();
    }
    for (quint32 looked = 0; !m_unsorted.empty() && looked < soonSorted;) {
        const Range range = m_unsorted.back();
        m_unsorted.pop_back();
        looked += range.end - range.begin;
        sortRange(range);
    }
    return m_unsorted.empty();
}

// A large one is cut in three around one of its chunks, so that no part takes long.
void ManyTitles::sortRange(Range range)
{
    const auto [begin, end, depth] = range;
    if (end - begin < 2)
        return;
    const auto first = m_order.begin() + begin;
    const auto last = m_order.begin() + end;
    if (end - begin <= soonSorted) {
        std::sort(first, last, [](const Entry& left, const Entry& right) { return left.chunk < right.chunk; });
        for (quint32 same = begin, next = begin; same < end; same = next) {
            while (next < end && m_order[next].chunk == m_order[same].chunk)
                ++next;
            goDeeper({ same, next, depth });
        }
        return;
    }
    const quint32 middle = begin + (end - begin) / 2;
    quint64 a = m_order[begin].chunk;
    quint64 b = m_order[middle].chunk;
    const quint64 c = m_order[end - 1].chunk;
    if (a > b)
        std::swap(a, b);
    const quint64 pivot = std::clamp(c, a, b);
    const auto same = std::partition(first, last, [pivot](const Entry& one) { return one.chunk < pivot; });
    const auto after = std::partition(same, last, [pivot](const Entry& one) { return one.chunk == pivot; });
    const auto from = quint32(same - m_order.begin());
    const auto to = quint32(after - m_order.begin());
    m_unsorted.push_back({ begin, from, depth });
    m_unsorted.push_back({ to, end, depth });
    goDeeper({ from, to, depth });
}

/// All of its chunks are the same: the keys go on, or they are alike.
void ManyTitles::goDeeper(Range range)
{
    const auto [begin, end, depth] = range;
    if (end - begin < 2)
        return;
    const bool isEnd = (m_order[begin].chunk & 0xff) == 0;
    for (quint32 i = begin; i < end; ++i) {
        if (isEnd)
            m_order[i].isLikePrevious = i > begin;
        else
            m_order[i].chunk = chunkOf(m_order[i].number, depth + 8);
    }
    if (!isEnd)
        m_unsorted.push_back({ begin, end, depth + 8 });
}

QList<quint32> ManyTitles::places() const
{
    QList<quint32> places(qsizetype(m_order.size()));
    for (quint32 i = 0, place = 0; i < m_order.size(); ++i) {
        place = m_order[i].isLikePrevious ? place : i;
        places[m_order[i].number] = place;
    }
    return places;
}

} // namespace pushbrake
