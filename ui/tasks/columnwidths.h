// How wide the columns of the list are: at first as wide as the longest words that can stand in them, in the present
// font and language; the title takes what the others leave, and gives way first. Where there is no room even so, what
// is least needed is hidden as long as that lasts. Whoever drags the title's edge, or shows a column by the menu, has
// the last word. Owned by TaskTable.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>

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
    void fit();
    /// As far as there is room for it.
    void show(int column, bool shown);
    /// A person wants it so: a column that is shown stays in a narrow window too.
    void choose(int column, bool shown);
    bool isChosen(int column) const { return m_chosen.contains(column); }
    void restoreFrom(const QSettings& settings);
    void saveTo(QSettings& settings);

private:
    void onResized(int column);
    void makeRoom();
    int widthOfOthers() const; ///< than the title, as far as they are shown

    QTableView& m_table;
    bool m_isOurs = false; ///< the change that goes on
    bool m_isTitleChosen = false;
    QSet<int> m_chosen; ///< shown by a person
    QHash<int, int> m_gaveWay; ///< the columns that are hidden for want of room, with their widths
};

/// What may stand in a column, as far as its longest matters; empty where that is up to people.
QStringList longestWords(int column, const QDateTime& utcNow);

} // namespace pushbrake
