// One reading of everything that goes out within some minutes, and whether something may be decided by it: only by one
// that is whole, and only for two minutes. Owned by StopDue.
#pragma once

#include "api/listrange.h"
#include "api/listreading.h"
#include "api/serviceclient.h"
#include "domain/clock.h"
#include "domain/task.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <optional>

namespace pushbrake {

class TaskReader;

class DueReading : public QObject
{
    Q_OBJECT
public:
    enum class State { None, Reading, Whole, NotWhole };

    /// Borrows the clock.
    DueReading(const Clock& clock, QObject* parent);

    /// Who reads from now on; null for nobody. What was read is forgotten.
    void setReader(TaskReader* reader);
    /// Begins in the place of one that goes on.
    void read(std::chrono::minutes ahead);
    void stop();
    void forget();

    State state() const { return m_state; }
    /// Whole, and not too old to decide by it.
    bool isFresh() const;
    const QList<Task>& rows() const { return m_rows; }
    const ListRange& range() const { return m_range; }
    /// UTC; what was done since then is not in the rows.
    QDateTime askedAt() const { return m_range.from; }
    std::optional<double> share() const;
    /// Of State::NotWhole.
    const CallReport& report() const { return m_report; }
    const ListReading& reading() const { return m_reading; }

Q_SIGNALS:
    /// Rows for the list, asked for at askedAt().
    void rowsRead(const QList<pushbrake::Task>& rows);
    void changed();

private:
    void onPage(QList<Task> page);
    void onEnded(const CallReport& report, const ListReading& reading);

    const Clock& m_clock;
    QPointer<TaskReader> m_reader;
    State m_state = State::None;
    ListRange m_range;
    SteadyTime m_askedAt;
    QList<Task> m_rows;
    CallReport m_report;
    ListReading m_reading;
};

} // namespace pushbrake
