// What an interrupted cancellation left behind in the opened app, which it names: tasks whose end is not known, and
// tasks that were never sent. Does nothing by itself: checking, cancelling and leaving are three buttons. Where an
// earlier version did not record which app they were for, there is nothing to cancel here: looking tells what this app
// has, and whoever wants to cancel that selects it in the list. Non-modal. Made by RunDesk, owned by the window it
// stands over.
#pragma once

#include "store/journal.h"
#include "ui/words/badges.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pushbrake {

struct Profile;

class LeftoversDialog : public QDialog
{
    Q_OBJECT
public:
    /// Rows of one app, as Journal::leftovers() gives them.
    LeftoversDialog(const QList<JournalRow>& rows, const Profile& app, QWidget* parent = nullptr);

    /// It is known now what became of one of them.
    void settled(const SettledResult& result);
    /// A new run asks for it.
    void askedAgain(TaskId task);

Q_SIGNALS:
    void checkRequested(const QList<pushbrake::TaskId>& tasks);
    void cancelRequested(const QList<pushbrake::TaskId>& tasks);
    /// What was not sent stays scheduled, and is not offered again.
    void leaveRequested();
    /// A person has dealt with what is not known; it is not offered again.
    void seenToRequested(const QList<pushbrake::TaskId>& tasks);

private:
    void buildWidgets();
    void buildLayout(const Profile& app);
    void addRow(const JournalRow& row);
    void mark(const QList<TaskId>& tasks, const sentences::Badge& badge);
    void endNotSent();
    void endUnknown();
    void closeWhenDone();
    void present();

    QList<TaskId> m_unknown;
    QList<TaskId> m_notSent;
    QList<TaskId> m_ofUnknownApp; ///< not sent, and nobody recorded in which app
    bool m_isOfUnknownApp = false;
    QHash<TaskId, QTreeWidgetItem*> m_items;
    QLabel* m_headline = nullptr;
    QLabel* m_explained = nullptr;
    QTreeWidget* m_table = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_seenTo = nullptr;
    QPushButton* m_leave = nullptr;
    QPushButton* m_later = nullptr;
};

} // namespace pushbrake
