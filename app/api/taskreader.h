// Reads tasks from the service: all of them page by page in windows of at most 30 days, or chosen ones one by one.
// Reading is harmless, so it tries again by itself. Owned by AppSession or ConnectionTest; one thing at a time, ended()
// exactly once each.
#pragma once

#include "api/listrange.h"
#include "api/listreading.h"
#include "api/rangewindows.h"
#include "api/serviceclient.h"
#include "api/windowreading.h"
#include "net/sendgate.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace pushbrake {

class TaskReader : public QObject
{
    Q_OBJECT
public:
    /// Borrows all of them.
    TaskReader(ServiceClient& client, SendGate& gate, const Clock& clock, QObject* parent = nullptr);

    bool isReading() const { return m_reading; }
    /// Everything that goes out from 30 days ago to a year ahead, the nearest windows first.
    void readAll(Turn turn = Urgency::Watched);
    /// Everything that goes out between the two, at most 30 days apart.
    void readBetween(const QDateTime& from, const QDateTime& until, Turn turn);
    /// Everything that goes out within a range of any length, what is to go out first; by whichever time the service
    /// goes, as far as RangeWindows can tell. It may show more than that.
    void readRange(const ListRange& range, Turn turn);
    /// How much of the range is read, 0 to 1; nothing when that cannot be told.
    std::optional<double> share() const;
    /// The first row of one page: enough to know whether the account works.
    void readOne();
    /// Ends the reading that goes on, at once: no further request leaves, and an answer under way is passed over.
    void stop();

Q_SIGNALS:
    /// `soFar`: different tasks since the beginning, these included.
    void pageRead(const QList<pushbrake::Task>& tasks, int soFar);
    /// A stop is NetFault::Stopped. What was read before the end stands, whatever the end was.
    void ended(const pushbrake::CallReport& report, const pushbrake::ListReading& reading);

private:
    enum class Extent { All, OneRow };
    void begin(Extent extent, QList<ListQuery> windows);
    bool isGlance() const;
    void goOn();
    void ask();
    void onPage(const CallReport& report, const ListReply& page);
    bool takePage(const ListReply& page);
    void closeWindow();
    bool triesAgain(const CallReport& report);
    void askAfter(Milliseconds wait);
    void end(const CallReport& report, ListReading::End how);

    ServiceClient& m_client;
    SendGate& m_gate;
    const Clock& m_clock;
    Turn m_turn = Urgency::Watched;
    Extent m_extent = Extent::All;
    QList<ListQuery> m_windows; ///< the first of them is being read
    std::optional<WindowReading> m_window;
    QSet<TaskId> m_seen;
    ListReading m_read; ///< of the windows that are closed
    std::optional<RangeWindows> m_range; ///< while one is read
    qint64 m_rangeSeconds = 0; ///< 0: no share of it can be told
    qint64 m_secondsRead = 0; ///< by the windows that are closed
    quint64 m_readingNumber = 0; ///< tells a reading from those that have ended
    ListQuery::Spelling m_spelling = ListQuery::Spelling::LowerCase;
    bool m_spellingKnown = false;
    bool m_reading = false;
    int m_failures = 0;
    int m_pages = 0;
};

} // namespace pushbrake
