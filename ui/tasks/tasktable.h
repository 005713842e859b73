// The list itself: rows of one height, selection by rows, keys, typing ahead, the ticking of "time left". Asks for a
// repaint of the visible times only, and only while the window can be seen. Owned by TaskPage.
#pragma once

#include "domain/task.h"
#include "ui/tasks/sortkeys.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>

#include <optional>

class QSettings;

namespace pushbrake {

class ColumnMenus;
class ColumnWidths;
class SortHeader;
class SteadyView;
class TablePlace;
class TaskDelegate;
class TaskFilter;

class TaskTable : public QTableView
{
    Q_OBJECT
public:
    explicit TaskTable(TaskFilter& filter, QWidget* parent = nullptr);

    /// One line a row, with ID and UTC as columns of their own where there is room. A person chose it.
    void setCompact(bool compact);
    /// The window is so low that the rows are compact unless a person chose otherwise.
    void setShort(bool isShort);
    bool isCompact() const { return m_compact; }
    void restoreFrom(QSettings& settings);
    void saveTo(QSettings& settings);
    QList<int> selectedRows() const; ///< in the order shown
    QList<TaskId> selectedIds() const;
    qsizetype selectedCount() const;
    void selectAll() override; ///< in one range: the base asks for every row
    std::optional<TaskId> currentTask() const;
    void selectTask(TaskId task);
    /// All that are shown of these, and scrolls to the first. In more than 20,000 pieces a selection is given up: then
    /// none is selected.
    void selectTasks(const QList<TaskId>& tasks);
    void scrollToStart(); ///< the soonest first, as after opening another app
    /// A time that stands somewhere beside the list: it ticks for that too, whatever rows are in view. Invalid: none.
    void countDownTo(const QDateTime& utc);
    /// What the list is sorted by, from now on.
    void sortBy(const SortKeys& keys);
    /// By what the list is sorted and which columns it shows.
    QList<QAction*> columnActions() const;

    void keyboardSearch(const QString& letters) override; ///< in the titles, wherever the current cell is

Q_SIGNALS:
    void opened(pushbrake::TaskId task); ///< Enter or a double click
    void menuRequested(const QPoint& globalPosition);
    void ticked(); ///< the shown times have moved on

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;

private:
    void setUpHeader();
    void applyDensity();
    void showRowMenu();
    bool isTyping() const;
    void tick();
    void setPace();
    bool isCurrentSeen(int height) const; ///< in so much of the list
    void keepCurrentSeen();
    int tickInterval() const;

    TaskFilter& m_filter;
    SortHeader* m_header; ///< before what watches it
    TaskDelegate* m_delegate;
    ColumnWidths* m_widths;
    ColumnMenus* m_menus = nullptr;
    SteadyView* m_steady = nullptr; ///< not yet while the base is being set up
    TablePlace* m_place;
    QElapsedTimer m_sinceLetter; ///< of a title that is being typed
    QTimer m_clock;
    QDateTime m_countedDown; ///< beside the list
    bool m_compact = false;
    bool m_isShort = false;
    std::optional<bool> m_chosenCompact; ///< by a person
};

} // namespace pushbrake
