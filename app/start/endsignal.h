// Turns SIGTERM, SIGINT and SIGHUP (the end of a session) into a signal of the event loop. One a process; owned by
// main(). On systems without them it never speaks.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace pushbrake {

class EndSignal : public QObject
{
    Q_OBJECT
public:
    explicit EndSignal(QObject* parent = nullptr);
    ~EndSignal() override;

Q_SIGNALS:
    void asked();

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace pushbrake
