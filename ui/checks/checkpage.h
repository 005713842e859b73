// The page of checks: what the last one has come to, its rows with the worst first, what is said of the row that is
// chosen, and what can be done with it. A view: what a person asks for comes out as signals. Made by CheckDesk, owned
// by Shell.
#pragma once

#include "ui/checks/checkhead.h"
#include "ui/checks/checkmodel.h"
#include "ui/window/room.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace pushbrake {

class CheckDeeds;
class EmptyState;

class CheckPage : public QWidget, public KeyboardPlace
{
    Q_OBJECT
public:
    /// Borrows the clock; `emptyActions` are the ways to a check, `saved` the menu of those that were saved.
    CheckPage(const Clock& clock, const QList<QAction*>& emptyActions, QMenu& saved, QWidget* parent);

    const CheckModel& model() const { return m_model; }
    void showNothing();
    void begin(const QString& about, int total);
    void add(const QList<Comparison>& comparisons, int done);
    /// Also with other words for a check that has ended before.
    void end(const CheckHead::Words& words);
    /// When these were cancelled, later than the check.
    CheckModel::Since noteCancelled(const QHash<TaskId, QDateTime>& at);
    CheckDeeds& deeds() const { return *m_deeds; }
    /// Whether others are looked for. `areTimed`: they can be.
    void setOthers(bool areTimed, bool areLookedFor);
    /// Times are shown in another zone now.
    void renewTimes();
    /// The rows that are selected, in the order shown.
    QList<Comparison> selected() const;
    void takeKeyboard() override;

Q_SIGNALS:
    void againRequested();
    void stopRequested();
    void saveRequested();
    void copyRequested();
    void exportRequested();
    void printRequested();
    void showInListRequested(); ///< what is selected
    void cancelRequested(); ///< to be asked about what is selected
    void othersChosen(bool looksForThem); ///< by a person

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class State { Nothing, Running, Ended };

    void buildTable();
    void buildLayout();
    void wire();
    void enter(State state);
    void showRow();
    void showChosen();

    CheckModel m_model;
    State m_state = State::Nothing;
    QString m_about;
    int m_total = 0;
    QStackedWidget* m_body;
    EmptyState* m_empty;
    QWidget* m_check;
    CheckHead* m_head;
    QTreeView* m_table;
    QLabel* m_row; ///< the current one, in sentences
    CheckDeeds* m_deeds;
    QCheckBox* m_others;
    QPushButton* m_saved;
    QPushButton* m_save;
    QPushButton* m_again;
    QPushButton* m_copy;
    QPushButton* m_export;
    QPushButton* m_print;
};

} // namespace pushbrake
