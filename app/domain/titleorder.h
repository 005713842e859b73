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

/// Many titles, one after the other, and then their places.
class ManyTitles
{
public:
    void append(const QString& title);
    QList<quint32> places() const;

private:
    QByteArrayView key(quint32 number) const;

    QByteArray m_keys; ///< all of them in one piece, which goes back to the system as one
    std::vector<qsizetype> m_ends; ///< in it
};

} // namespace pushbrake
