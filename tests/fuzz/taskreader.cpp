// A whole reading of the list, each line of the input an answer, or the lack of one, and empty lists ever after.
// Promised: it ends exactly once, or waits only where an answer was doubtful, and then a stop ends it; every page is
// told, each task counted once; it is called whole only when nothing is missing and the last answer was good.
#include "api/taskreader.h"
#include "always.h"
#include "api/errorcatalogue.h"
#include "support/shopaccount.h"
#include "support/simulatedclock.h"

#include <QCoreApplication>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

constexpr int windows = 13; // a month back and a year ahead

/// "!" and a letter: no answer; anything else is the body of one.
class ScriptedService final : public Transport
{
public:
    ScriptedService(QList<QByteArray> answers, SimulatedClock& clock)
        : m_answers(std::move(answers))
        , m_clock(clock)
    {
    }

    void post(HttpRequest, QObject* context, Done done) override
    {
        const HttpOutcome outcome = next();
        m_clock.after(10ms, [outcome, context = QPointer(context), done = std::make_shared<Done>(std::move(done))] {
            if (context)
                (*done)(outcome);
        });
    }

    int requests() const { return m_requests; }
    /// Whether the last answer leaves it open what the service holds.
    bool isDoubtful() const { return m_isDoubtful; }

private:
    HttpOutcome next()
    {
        ++m_requests;
        const QByteArray answer = m_answers.isEmpty()
            ? QByteArrayLiteral(R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","Total":0,"Tasks":[]})")
            : m_answers.takeFirst();
        HttpOutcome outcome;
        outcome.bodyRead = true;
        outcome.roundTrip = 10ms;
        m_isDoubtful = true;
        if (answer == "!n") {
            outcome.bodyRead = false;
            outcome.fault = NetFault::Refused;
        } else if (answer == "!d") {
            outcome.fault = NetFault::Dropped;
        } else if (answer == "!h") {
            outcome.fault = NetFault::HttpStatus;
            outcome.httpStatus = 502;
        } else {
            outcome.httpStatus = 200;
            outcome.body = answer;
            const auto reply = readListReply(answer);
            m_isDoubtful = !reply || codeMeaning(reply->head.code) == CodeMeaning::Unclear;
        }
        return outcome;
    }

    QList<QByteArray> m_answers;
    SimulatedClock& m_clock;
    int m_requests = 0;
    bool m_isDoubtful = false;
};

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
    static QCoreApplication app(*count, *arguments);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QList<QByteArray> answers = QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)).split('\n');
    SimulatedClock computersClock;
    ServiceClock clock(computersClock);
    ScriptedService service(answers, computersClock);
    ServiceClient client(shopAccount(), service, clock);
    SendGate gate(clock);
    TaskReader reader(client, gate, clock);
    QSet<TaskId> told;
    int ends = 0;
    CallReport report;
    ListReading reading;
    QObject::connect(&reader, &TaskReader::pageRead, &reader, [&](const QList<Task>& tasks, int soFar) {
        for (const Task& task : tasks) {
            always(task.id > 0 && task.readFromService);
            told.insert(task.id);
        }
        always(!tasks.isEmpty() && soFar == told.size());
    });
    QObject::connect(&reader, &TaskReader::ended, &reader, [&](const CallReport& how, const ListReading& what) {
        ++ends;
        report = how;
        reading = what;
    });
    reader.readAll();
    if (!computersClock.passUntil([&] { return ends > 0; }, 1h)) {
        always(service.isDoubtful());
        reader.stop();
        always(report.fault == NetFault::Stopped && reading.end == ListReading::End::Stopped);
    }
    always(ends == 1 && !reader.isReading() && reading.tasks == told.size());
    always(reading.missing >= 0 && reading.unusableRows >= 0);
    always(service.requests() <= answers.size() + 2 * windows);
    if (reading.isWhole())
        always(report.ok() && reading.said >= reading.tasks && !service.isDoubtful());
    return 0;
}
