// The page of the list: search and filters, the table, and what stands in their place when there is nothing to list.
// Owns the list's model. A view: what a person asks for comes out as signals. Made by TaskDesk, owned by Shell.
#pragma once

#include "domain/appkey.h"
#include "ui/parts/emptystate.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"
#include "ui/window/room.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSettings;
class QStackedWidget;

namespace pushbrake {

class FilterBar;
class IntoSight;
struct LastReading;
class TaskTable;

class TaskPage : public QWidget, public KeyboardPlace
{
    Q_OBJECT
public:
    /// Borrows both; columns, sort order and density are remembered in `settings` by remember().
    TaskPage(QSettings& settings, const Clock& clock, QWidget* parent = nullptr);

    TaskModel& model() { return m_model; }
    const TaskModel& model() const { return m_model; }
    TaskFilter& filter() { return m_filter; }
    /// What is selected, as far as buttons and counters need it.
    struct Selection
    {
        qsizetype count = 0;
        qsizetype cancellable = 0;
        QDateTime soonest; ///< UTC, of what may still be cancelled; invalid without any
        std::optional<TaskBrief> only; ///< when it is one
    };
    const Selection& selection() const { return m_selection; }
    /// Selected and visible; hidden rows are never among them. In the order shown.
    QList<TaskId> selectedIds() const;
    QList<Task> selectedTasks() const;
    qsizetype selectedCount() const;
    /// The part of selectedTasks() that may be cancelled.
    QList<Task> cancellableSelection() const { return cancellable(selectedIds()); }
    /// Those of them that may be cancelled, hidden ones too.
    QList<Task> cancellable(QList<TaskId> tasks) const;
    /// All that the search and the filters leave, in the order shown.
    QList<TaskId> shownIds() const;
    QList<Task> shownTasks() const { return m_model.tasks(shownIds()); }
    void selectTask(TaskId task); ///< alone, and scrolls to it
    /// They were pasted just now: selects those that are listed, shows the first, and offers to show only these. In
    /// more than 20,000 pieces of the list a selection is given up: then none is selected.
    void takePasted(const QList<TaskId>& tasks);
    /// They were brought in just now, a whole table of them perhaps: offers to show only these, and selects none.
    void showBrought(const QList<TaskId>& tasks);
    /// In sight and selected, and with the keyboard. True when filters had to be taken off for it.
    bool bringIntoSight(const QList<TaskId>& tasks);
    /// Another app is opened: nothing of this one is kept, and the list begins at its top.
    void forgetApp();
    /// Whose saved views are offered from now on.
    void openViews(const AppKey& app);
    /// Times are shown in another zone now.
    void renewTimes();
    void selectAll();
    void copyRows() const; ///< the selected ones, for chats and spreadsheets
    /// By what the list is sorted and which columns it shows; for a menu.
    QList<QAction*> columnActions() const;
    void focusSearch();
    void takeKeyboard() override; ///< the list, or what stands in its place
    bool isCompact() const;
    void setCompact(bool compact);
    /// The window is low: the list gets what room it can.
    void setShort(bool isShort);
    void remember() const;

    /// What an empty list offers; borrowed.
    void setEmptyActions(const QList<QAction*>& actions);
    /// Shown in place of the list until clearState(): why there is no account to work with.
    void showState(const EmptyState::Content& state);
    void clearState();
    /// A refresh goes on and has brought so many pushes; nothing: none goes on. `share`: how far it is, 0 to 1.
    void setReading(std::optional<int> soFar, std::optional<double> share = {});
    /// How far many are put on the list or taken off it; empty: no longer.
    void setWriting(const QString& words)
    {
        m_writing = words;
        updateCounter();
    }
    /// The service may have pushes that the list lacks: the last refresh did not read all.
    void setIncomplete(bool incomplete);
    /// When that was, or how it failed.
    void setLastReading(const LastReading& last);

Q_SIGNALS:
    /// Other rows are selected, or something of those that are selected may have changed; many changes make one signal.
    void selectionMoved();
    void taskOpened(pushbrake::TaskId task); ///< Enter or a double click
    void menuRequested(const QPoint& globalPosition);

protected:
    bool event(QEvent* event) override;

private:
    enum class Body { List, State, Reading, NoTasks, NotRead, NothingFound };

    void buildLayout();
    void wire();
    void update();
    void updateBody();
    Body wantedBody() const;
    void presentEmpty();
    void updateSelection();
    void updateCounter();
    void updatePasted();
    void onTick();

    QSettings& m_settings;
    const Clock& m_clock;
    TaskModel m_model;
    TaskFilter m_filter;
    FilterBar* m_filters;
    QStackedWidget* m_body;
    TaskTable* m_table;
    IntoSight* m_intoSight;
    EmptyState* m_empty;
    QAction* m_showEverything;
    QList<QAction*> m_emptyActions;
    std::optional<EmptyState::Content> m_state;
    Selection m_selection;
    QDateTime m_soonest; ///< UTC, of what is shown and may still be cancelled; invalid without any
    bool m_isOtherShown = true; ///< than when that was looked for
    std::optional<int> m_readSoFar;
    std::optional<double> m_readShare;
    QString m_writing;
    bool m_isIncomplete = false;
    bool m_hasApp = false;
    Body m_shown = Body::List;
    QTimer m_soon; ///< many changed rows make one update
};

} // namespace pushbrake
