// What an interrupted cancellation left behind in the opened app: tasks whose end is not known, and tasks that were
// never sent. Does nothing by itself: checking, cancelling and leaving are three buttons. Non-modal. Made by RunDesk,
// owned by the window it stands over.
#pragma once

#include "store/journal.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pushbrake {

class LeftoversDialog : public QDialog
{
    Q_OBJECT
public:
    /// Rows of one app, as Journal::recover() gives them.
    LeftoversDialog(const QList<JournalRow>& rows, QWidget* parent = nullptr);

    /// A look has settled one of them.
    void settled(const SettledResult& result);

Q_SIGNALS:
    void checkRequested(const QList<pushbrake::TaskId>& tasks);
    void cancelRequested(const QList<pushbrake::TaskId>& tasks);
    /// What was not sent stays scheduled, and is not offered again.
    void leaveRequested();

private:
    void buildWidgets();
    void buildLayout();
    void addRow(const JournalRow& row);
    void present();

    QList<TaskId> m_unknown;
    QList<TaskId> m_notSent;
    QHash<TaskId, QTreeWidgetItem*> m_items;
    QLabel* m_headline = nullptr;
    QLabel* m_explained = nullptr;
    QTreeWidget* m_table = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_leave = nullptr;
    QPushButton* m_later = nullptr;
};

} // namespace pushbrake
