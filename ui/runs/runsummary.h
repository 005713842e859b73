// All results of a batch in one window: counts first, then a row for each, those that need a person one click away.
// Non-modal and live while the run goes on. Made by ResultWindows, owned by the window it stands over.
#pragma once

#include "ui/runs/resultdialog.h"

#include <QDialog>
#include <QHash>

#include <array>

class QCheckBox;
class QLabel;
class QPushButton;
class QSettings;
class QTreeWidget;
class QTreeWidgetItem;

namespace pushbrake {

class RunSummary : public QDialog
{
    Q_OBJECT
public:
    /// Results of `app`. Borrows `settings`, which remembers its size.
    RunSummary(Profile app, QSettings& settings, QWidget* parent = nullptr);
    ~RunSummary() override;

    /// Adds rows, or changes those of the same tasks.
    void addResults(const QList<ResultEntry>& entries);
    void addResult(const ResultEntry& entry) { addResults({ entry }); }

Q_SIGNALS:
    void resultRequested(pushbrake::TaskId task);

private:
    void buildWidgets();
    void buildLayout();
    void openItem(QTreeWidgetItem* item);
    void fill(QTreeWidgetItem& item, const ResultEntry& entry);
    void put(const ResultEntry& entry);
    int placeOf(const SettledResult& result); ///< in the table, of a row that comes in
    void present();
    void goToNextProblem();
    void copyAll();

    const Profile m_app;
    QSettings& m_settings;
    QList<ResultEntry> m_results;
    QHash<TaskId, QTreeWidgetItem*> m_items;
    QHash<TaskId, qsizetype> m_places; ///< in m_results
    std::array<int, 3> m_ranked {}; ///< how many rows came in of each rank
    QLabel* m_headline = nullptr;
    QLabel* m_noRecord = nullptr;
    QCheckBox* m_onlyProblems = nullptr;
    QTreeWidget* m_table = nullptr;
    QPushButton* m_nextProblem = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace pushbrake
