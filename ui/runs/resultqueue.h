// Results on their way to the screen: a few at once, very many bit by bit, so that a click and the first request never
// wait for ten thousand rows. Owned by RunDesk.
#pragma once

#include "domain/outcome.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace pushbrake {

class ResultQueue : public QObject
{
    Q_OBJECT
public:
    /// More than these come bit by bit.
    static constexpr qsizetype atOnce = 250;

    explicit ResultQueue(QObject* parent);

    void add(const QList<SettledResult>& results);
    /// What waits is given out within the call.
    void giveAll();

Q_SIGNALS:
    void ready(const QList<pushbrake::SettledResult>& results);

private:
    void giveSome();

    QList<SettledResult> m_waiting;
    QTimer m_pause;
};

} // namespace pushbrake
