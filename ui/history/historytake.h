// Reads all pushes of the history that match, or all of the cancellations that do, a part in each turn of the event
// loop, so that the window answers. Owned by what uses the rows, which deletes it when it is done or failed.
#pragma once

#include "store/history.h"

#include <QObject>
#include <QTimer>

namespace pushbrake {

class HistoryTake : public QObject
{
    Q_OBJECT
public:
    enum class Of {
        Pushes, ///< those that match
        Runs ///< every push of the runs that match
    };

    /// Borrows the history.
    HistoryTake(const History& history, HistoryFilter filter, Of of, QObject* parent);
    void start();
    /// Nothing more comes.
    void stop() { m_step.stop(); }

Q_SIGNALS:
    void read(const QList<pushbrake::HistoryPush>& pushes);
    void done(); ///< these were all
    void failed(); ///< it could not be read

private:
    void step();
    bool readRuns(); ///< false: it could not be read
    bool readPushes();

    const History& m_history;
    const HistoryFilter m_filter;
    const Of m_of;
    HistoryFilter m_part; ///< of which the pushes are read now
    HistoryMark m_mark; ///< among these
    HistoryMark m_runMark;
    QList<HistoryRun> m_runs; ///< that are still to be read
    bool m_areRunsAll = false;
    bool m_isPart = false; ///< there is one whose pushes are not all read
    QTimer m_step;
};

} // namespace pushbrake
