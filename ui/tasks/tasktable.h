// The list itself: rows of one height, selection by rows, keys, the ticking of "time left". Asks for a repaint of the
// visible times only, and only while the window can be seen. Owned by TaskPage.
#pragma once

#include "domain/task.h"

#include <QTableView>
#include <QTimer>

#include <optional>

class QSettings;

namespace pushbrake {

class TaskDelegate;
class TaskFilter;

class TaskTable : public QTableView
{
    Q_OBJECT
public:
    explicit TaskTable(TaskFilter& filter, QWidget* parent = nullptr);

    /// One line a row, with ID and UTC as columns of their own.
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    void restoreFrom(QSettings& settings);
    void saveTo(QSettings& settings) const;
    QList<Task> selectedTasks() const; ///< in the order shown
    qsizetype selectedCount() const;
    std::optional<TaskId> currentTask() const;
    void selectTask(TaskId task);

Q_SIGNALS:
    void opened(pushbrake::TaskId task); ///< Enter or a double click
    void menuRequested(const QPoint& globalPosition);
    void ticked(); ///< the shown times have moved on

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpHeader();
    void showHeaderMenu(const QPoint& position);
    void tick();
    int tickInterval() const;

    TaskFilter& m_filter;
    TaskDelegate* m_delegate;
    QTimer m_clock;
    bool m_compact = false;
};

} // namespace pushbrake
