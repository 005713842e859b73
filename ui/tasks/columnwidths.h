// How wide the columns of the list are: at first as wide as the longest words that can stand in them, in the present
// font and language; the title takes what the others leave, and gives way first. Whoever drags the title's edge has
// the last word. Owned by TaskTable.
#pragma once

#include <QDateTime>
#include <QObject>

class QSettings;
class QTableView;

namespace pushbrake {

class ColumnWidths : public QObject
{
    Q_OBJECT
public:
    /// Borrows the table, its parent.
    explicit ColumnWidths(QTableView& table);

    void measure(const QDateTime& utcNow);
    /// To be called when the table has another width.
    void fitTitle();
    void restoreFrom(const QSettings& settings);
    void saveTo(QSettings& settings) const;

private:
    void onResized(int column);

    QTableView& m_table;
    bool m_isOurs = false; ///< the change that goes on
    bool m_isTitleChosen = false;
};

/// What may stand in a column, as far as its longest matters; empty where that is up to people.
QStringList longestWords(int column, const QDateTime& utcNow);

} // namespace pushbrake
