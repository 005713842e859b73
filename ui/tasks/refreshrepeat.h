// Lets the list be read by itself as RefreshRhythm says: never while a run goes on or something else is being read.
// Owned by TaskDesk, which does the reading and tells how each one went.
#pragma once

#include "ui/tasks/refreshrhythm.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace pushbrake {

class AppSession;
class DueWatch;

class RefreshRepeat : public QObject
{
    Q_OBJECT
public:
    /// Borrows both.
    RefreshRepeat(const DueWatch& due, const Clock& clock, QObject* parent);

    void choose(RefreshRhythm::Choice choice);
    /// The app that is read from now on; null for none, or for one whose account cannot be used.
    void open(AppSession* session);
    void noteBegan(RefreshRhythm::Reading what, bool showsDue);
    void noteEnded(RefreshRhythm::End how);
    /// Other pushes are known now.
    void plan();

Q_SIGNALS:
    void readingRequested(pushbrake::RefreshRhythm::Reading what);

private:
    bool isFree() const;
    QDateTime nextDue() const;
    void wake();

    const DueWatch& m_due;
    RefreshRhythm m_rhythm;
    QPointer<AppSession> m_session;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace pushbrake
