#include "cancel/lookups.h"

#include "api/taskreader.h"
#include "cancel/eventof.h"

namespace pushbrake {

namespace {
constexpr int minute = 60;
} // namespace

LookUps::LookUps(ServiceClient& client, SendGate& gate, const Clock& clock)
    : m_client(client)
    , m_gate(gate)
    , m_clock(clock)
{
}

void LookUps::look(TaskId task, Turn turn, Milliseconds deadline)
{
    ++m_underWay;
    m_gate.acquire(Command::Get, turn, this, [this, task, deadline](SendGate::Slot slot) {
        m_client.getTask(
            task, this,
            [this, task, sentAt = m_clock.utcNow(), slot = std::move(slot)](
                const CallReport& report, const Task& read) mutable {
                endSlot(slot, report);
                --m_underWay;
                RunEvent event = eventOf(RunEvent::Kind::Look, task, report, m_clock.utcNow());
                event.sentAt = sentAt;
                event.status = seenStatus(report, read);
                Q_EMIT answered(event);
                Q_EMIT looked(task, report, read);
            },
            deadline);
    });
}

void LookUps::askList(TaskId task, const QDateTime& goesOutAt, Turn turn)
{
    ++m_underWay;
    auto* reader = new TaskReader(m_client, m_gate, m_clock, this);
    auto word = std::make_shared<ListWord>();
    auto wasAnswered = std::make_shared<bool>(false);
    connect(reader, &TaskReader::pageRead, this, [task, word, wasAnswered](const QList<Task>& page) {
        *wasAnswered = true;
        for (const Task& row : page) {
            if (row.id == task)
                word->row = row;
        }
    });
    connect(reader, &TaskReader::ended, this,
        [this, reader, task, word, wasAnswered, sentAt = m_clock.utcNow()](
            const CallReport& lastPage, const ListReading& reading) {
            reader->deleteLater();
            word->isWhole = reading.isWhole();
            word->serverDate = lastPage.serverDate;
            --m_underWay;
            RunEvent event = eventOf(RunEvent::Kind::List, task, lastPage, m_clock.utcNow());
            event.sentAt = sentAt;
            event.hasLeft = event.hasLeft || *wasAnswered; // an earlier page, if not the last one
            if (word->isWhole)
                event.status = word->row ? word->row->status : TaskStatus::Gone;
            Q_EMIT answered(event);
            Q_EMIT listed(task, *word);
        });
    reader->readBetween(goesOutAt.addSecs(-minute), goesOutAt.addSecs(minute), turn);
}

} // namespace pushbrake
