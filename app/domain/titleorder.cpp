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

template<typename Compare> QList<quint32> placesBy(size_t count, Compare compare)
{
    std::vector<quint32> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](quint32 left, quint32 right) { return compare(left, right) < 0; });
    QList<quint32> places(qsizetype(order.size()));
    for (size_t i = 0; i < order.size(); ++i) {
        const bool isAlike = i > 0 && compare(order[i - 1], order[i]) == 0;
        places[order[i]] = isAlike ? places[order[i - 1]] : quint32(i);
    }
    return places;
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
    return placesBy(keys.size(), [&keys](quint32 left, quint32 right) { return keys[left].compare(keys[right]); });
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

QList<quint32> ManyTitles::places() const
{
    return placesBy(m_ends.size(), [this](quint32 left, quint32 right) { return key(left).compare(key(right)); });
}

} // namespace pushbrake
