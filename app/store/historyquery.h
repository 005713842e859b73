// What a page of the history is asked for in SQL: the part of the table that is looked through, in the order of an
// index, and what of it is meant. Pure; used by History only.
#pragma once

#include "store/historyfilter.h"

#include <QList>
#include <QStringList>
#include <QVariant>

namespace pushbrake {

/// Conditions with `?` and the values for them, in order.
struct Asked
{
    QStringList conditions;
    QList<QVariant> values;

    void add(const QString& condition, const QList<QVariant>& bound);
    /// Each word in any of these columns. A little too much may be found: see isMatch().
    void addWords(const QStringList& words, const QStringList& columns);
    QString text() const;
};

/// The part of the table that a page looks through, in order and without a sort.
struct Part
{
    QString source; ///< the table, and the index where SQLite might choose another
    Asked where;
    QString order;
};

/// The place of a row `j` of the journal in the order of time, as the indices have it.
QString journalWhen();
/// `known`: the push that the search means, and that is there; 0 for none.
Part partOf(const HistoryFilter& filter, const HistoryMark& mark, TaskId known);
/// What else of the filter a row `j` of that part, with its run `r`, must meet.
Asked restOf(const HistoryFilter& filter);

QStringList wordsOf(const QString& text);
/// Each word in any of the texts, in upper or lower case.
bool isMatch(const QStringList& words, const QStringList& texts);

} // namespace pushbrake
