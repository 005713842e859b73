// What interrupted cancellations left in the opened app: offers it in a dialog and follows what becomes of it elsewhere
// while that is open. Decides and records nothing: each answer of a person comes out as a signal. Owned by RunDesk.
#pragma once

#include "store/journal.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace pushbrake {

struct Profile;
class LeftoversDialog;

class Leftovers : public QObject
{
    Q_OBJECT
public:
    /// The dialog stands over `window`.
    Leftovers(QWidget& window, QObject* parent);
    ~Leftovers() override;

    /// Rows of one app, as Journal::leftovers() gives them.
    void offer(const QList<JournalRow>& rows, const Profile& app);
    bool isOffered() const;
    /// Another app is opened: what is clicked there would be asked of that one.
    void close();
    /// A new run asks for these: whoever said yes to it has answered.
    void noteAsked(const QList<Task>& tasks);
    void noteResults(const QList<SettledResult>& results);

Q_SIGNALS:
    void checkRequested(const QList<pushbrake::TaskId>& tasks);
    void cancelRequested(const QList<pushbrake::Task>& tasks);
    /// What was not sent is to stay scheduled.
    void dropRequested();
    /// A person has dealt with these themselves.
    void seenToRequested(const QList<pushbrake::TaskId>& tasks);

private:
    QWidget& m_window;
    QHash<TaskId, Task> m_planned;
    QPointer<LeftoversDialog> m_dialog;
};

} // namespace pushbrake
