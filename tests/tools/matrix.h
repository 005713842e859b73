// The table of tests/tools/README.md: which fault attacks which promise, and which test proves that it holds. Pure;
// read by its own test.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace matrix {

struct Row
{
    int line = 0;
    QString promise;
    QString fault;
    QString test; ///< its name in ctest
    QString slot; ///< empty: the test is a script

    bool operator==(const Row&) const = default;
};

/// All rows of all tables in the page. A row with another number of cells, or an empty one, keeps what it has.
QList<Row> rowsOf(const QString& page);
/// The bold words at the beginning of each item of the page's lists, without their full stop.
QStringList promisesIn(const QString& page);

} // namespace matrix
