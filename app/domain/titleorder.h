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

/// Many titles, one after the other, then put in order part by part, and then their places. They are compared by eight
/// bytes at a time that lie beside their numbers: going to the titles themselves each time would take ten times as
/// long.
class ManyTitles
{
public:
    void append(QByteArrayView title); ///< UTF-8
    /// For some ten milliseconds; true once all are in order.
    bool sortSome();
    /// Once they are.
    QList<quint32> places() const;

private:
    struct Entry
    {
        quint64 chunk; ///< the next eight bytes of its key, from `depth` of its range on; zeros after the end
        quint32 number;
        bool isLikePrevious; ///< once it is in its place
    };
    /// Of which all bytes before `depth` are the same.
    struct Range
    {
        quint32 begin;
        quint32 end;
        quint32 depth;
    };

    void beginSorting();
    quint64 chunkOf(quint32 number, quint32 depth) const;
    void sortRange(Range range);
    void goDeeper(Range range);

    QByteArray m_keys; ///< all of them in one piece, which goes back to the system as one, and room for more
    std::vector<qsizetype> m_ends; ///< in it
    std::vector<Entry> m_order; ///< empty before it begins
    std::vector<Range> m_unsorted;
};

} // namespace pushbrake
