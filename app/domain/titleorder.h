// Titles and notes in the order in which people count: "Campaign 2" before "Campaign 19", and large letters beside
// small ones. Pure. A short list asks the language's own collator; for a million titles its keys would take hundreds of
// megabytes, so that a long list is put in order by the letters without their accents.
#pragma once

#include <QByteArray>
#include <QCollator>
#include <QList>

#include <vector>

namespace pushbrake {

QCollator collatorOfTitles();

/// The place of each among all: the same for those that are alike.
QList<quint32> placesOf(const std::vector<QCollatorSortKey>& keys);

/// Many titles, one after the other, then put in order part by part, and then their places.
class ManyTitles
{
public:
    void append(const QString& title);
    /// For some ten milliseconds; true once all are in order.
    bool sortSome();
    QList<quint32> places() const;

private:
    QByteArrayView key(quint32 number) const;
    bool precedes(quint32 left, quint32 right) const { return key(left).compare(key(right)) < 0; }
    void sortBlock();
    void mergeSome();

    QByteArray m_keys; ///< all of them in one piece, which goes back to the system as one
    std::vector<qsizetype> m_ends; ///< in it
    std::vector<quint32> m_order; ///< in order in runs of m_width; empty before it begins
    std::vector<quint32> m_merged; ///< in order in runs of twice as many, up to m_at
    size_t m_width = 0; ///< 0: blocks are still to be put in order
    size_t m_at = 0;
    size_t m_left = 0; ///< the next of each of the two runs that are merged
    size_t m_right = 0;
};

} // namespace pushbrake
