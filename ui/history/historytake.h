// Takes pushes of the history away as a table: reads all that match, a part in each turn of the event loop, and writes
// them as CSV for a file or with tabs for the clipboard. Made by HistoryDesk; owned by what it writes to, which the
// desk deletes when this is done or failed.
#pragma once

#include "domain/clock.h"
#include "store/history.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QIODevice;

namespace pushbrake {

class HistoryTake : public QObject
{
    Q_OBJECT
public:
    enum class Form { Csv, Tabs };
    enum class Failure { NotRead, NotWritten };

    /// Borrows the history. `to` is open for writing.
    HistoryTake(const History& history, HistoryFilter filter, Form form, QIODevice& to, QObject* parent);
    void start();

    /// The same table of rows that are at hand.
    static QByteArray tableOf(const QList<HistoryPush>& pushes, Form form);

Q_SIGNALS:
    void done(int pushes);
    void failed(pushbrake::HistoryTake::Failure why);

private:
    void step();
    void fail(Failure why);
    bool write(const QList<HistoryPush>& pushes, bool isFirst);

    const History& m_history;
    const HistoryFilter m_filter;
    const Form m_form;
    QIODevice& m_to;
    HistoryMark m_mark;
    QTimer m_step;
    int m_written = 0;
    bool m_hasHeading = false;
};

} // namespace pushbrake
