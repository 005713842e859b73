// The page of the history: what is shown of it, the pushes or the runs as rows, the details of the one that is chosen,
// and what can be taken away. Owns the models; borrows the history. Made by HistoryDesk, owned by Shell.
#pragma once

#include "store/history.h"
#include "ui/history/pushhistory.h"
#include "ui/history/runhistory.h"
#include "ui/window/room.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace pushbrake {

class EmptyState;
class HistoryBar;
class HistoryDetails;
class HistoryTable;

class HistoryPage : public QWidget, public KeyboardPlace
{
    Q_OBJECT
public:
    HistoryPage(const History& history, const Clock& clock, QWidget* parent);

    /// Reads it anew from the beginning, and which apps there are.
    void renew();
    /// The opened app, shown alone where there is anything of it; when the page is looked at next.
    void chooseApp(const AppKey& app);
    void takeKeyboard() override;
    HistoryFilter filter() const;
    /// The rows that are selected; none where runs are shown.
    QList<HistoryPush> selectedPushes() const;
    /// Stands at the trailing end of its foot.
    void addButton(QPushButton& button);
    /// Every row that was read so far, and there are more: a person means all that match.
    bool isMoreThanReadSelected() const;
    /// Whether the rows are runs; what is taken away then are their pushes.
    bool showsRuns() const;
    /// What is shown of the selected rows, in words, under its heading.
    QStringList headingWords() const;
    QList<QStringList> selectedWords() const;
    QString chosenApp() const; ///< its name; empty for all

Q_SIGNALS:
    void copyRequested();
    void exportRequested();
    /// The run that is chosen, or that the chosen push belongs to; 0 for none.
    void runChosen(qint64 run);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildLayout();
    void wire();
    void begin();
    void update();
    void presentEmpty();
    /// Only the pushes of one run, until that is taken back.
    void showRun(const HistoryRun& run);
    void showPushDetails(int row);
    void showRunDetails(int row);
    PagedModel& shownModel();
    HistoryTable& shownTable() const;

    const History& m_history;
    PushHistory m_pushes;
    RunHistory m_runs;
    HistoryBar* m_bar;
    QStackedWidget* m_body;
    HistoryTable* m_pushTable;
    HistoryTable* m_runTable;
    EmptyState* m_empty;
    QAction* m_showEverything;
    HistoryDetails* m_details;
    QPushButton* m_oneRun;
    QLabel* m_counter;
    QPushButton* m_copy;
    QHBoxLayout* m_foot = nullptr;
    QPushButton* m_export;
    std::optional<AppKey> m_toChoose;
    qint64 m_run = 0; ///< the one whose pushes are shown
};

} // namespace pushbrake
