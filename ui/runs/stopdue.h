// Cancelling all that goes out within some minutes: opens the window for it, reads what is due, and hands over what a
// person wants to cancel. Without a whole reading that is not older than two minutes there is nothing to hand over.
// Asks nobody and sends nothing; owned by RunDesk, which does.
#pragma once

#include "domain/clock.h"
#include "domain/task.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

class QSettings;
class QWidget;

namespace pushbrake {

class AppSession;
class DueReading;
class StopDueWindow;
class TaskDesk;
struct DuePushes;

class StopDue : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        QWidget& window;
        TaskDesk& list;
        QSettings& settings;
        const Clock& clock;
    };
    StopDue(Needs needs, QObject* parent);
    ~StopDue() override;

    /// The app that is read from now on; null for none. The window of another one closes.
    void open(AppSession* session);
    /// Opens the window, which reads at once, or brings it to the front as it is.
    void show();

    struct Decided
    {
        QList<Task> tasks; ///< soonest first; none without a fresh, whole reading
        QStringList leftOut; ///< whole sentences
    };
    /// What may be asked about at this moment.
    Decided decided() const;
    /// The question stands over it; null when it is closed.
    QWidget* window() const;
    void close();

Q_SIGNALS:
    void cancelRequested();
    void closed();

private:
    void connectWindow();
    void read();
    void onReadingChanged();
    void present();
    void presentNotWhole();
    DuePushes due() const;

    Needs m_needs;
    QPointer<AppSession> m_session;
    DueReading* m_reading;
    QPointer<StopDueWindow> m_window;
    QTimer m_tick;
    int m_notShown = 0;
};

} // namespace pushbrake
