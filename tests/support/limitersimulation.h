// Runs the limiter against a simulated network and a service that counts requests, in simulated time.
// Header only; used by the limiter's test and by its benchmark.
#pragma once

#include "net/ratelimiter.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <queue>
#include <random>
#include <vector>

namespace pushbrake::simulation {

using namespace std::chrono_literals;
using Random = std::mt19937;
/// Draws one way's delay in milliseconds.
using Delay = std::function<double(Random&)>;

enum class Window { Sliding, Fixed };
/// Whether a request that was refused counts like one that was let in.
enum class Counts { Accepted, All };

/// The two ways of a network, which may be other ones from a moment on.
struct Network
{
    Delay in;
    Delay out;
};

/// A network that becomes another one at once, `after` the first request.
struct Step
{
    Network before;
    Network then;
    std::chrono::nanoseconds after { 0 };
};

struct Outcome
{
    int refused = 0;
    double throughput = 0; ///< as a share of the limit
    double pace = 0; ///< what the limiter said at the end, as a share of the limit
    std::vector<SteadyTime> sent;
};

/// Counts the way the service may: the requests of any second, or of the clock's seconds.
class CountingService
{
public:
    CountingService(Window window, int limit, Counts counts = Counts::Accepted)
        : m_window(window)
        , m_limit(limit)
        , m_counts(counts)
    {
    }

    bool refuses(SteadyTime at)
    {
        if (m_window == Window::Sliding) {
            while (!m_counted.empty() && at - m_counted.front() >= 1s)
                m_counted.pop_front();
        } else if (!m_counted.empty() && at.time_since_epoch() / 1s != m_counted.front().time_since_epoch() / 1s) {
            m_counted.clear();
        }
        const bool refused = int(m_counted.size()) >= m_limit;
        if (!refused || m_counts == Counts::All)
            m_counted.push_back(at);
        return refused;
    }

private:
    Window m_window;
    int m_limit;
    Counts m_counts;
    std::deque<SteadyTime> m_counted;
};

struct Service
{
    Window window = Window::Sliding;
    Counts counts = Counts::Accepted;
    int limit = 5;
    RateLimiter::Credit credit = RateLimiter::Credit::Taken;
};

/// Sends `requests` as fast as the limiter lets them; arrivals are counted in the order in which they arrive. Each leg
/// takes what the network is when it begins. A refusal is told to the limiter as the gate tells it. A process that
/// `lives` shorter than the run is killed then and started again at once, and its answers are lost.
inline Outcome run(int requests, const Step& step, const Service& counting, quint32 seed,
    std::optional<std::chrono::nanoseconds> lives = std::nullopt)
{
    struct Event
    {
        SteadyTime at;
        bool arrival = false;
        RateLimiter::Ticket ticket = 0;
        bool refused = false;
        int process = 0;
        bool operator>(const Event& other) const { return at > other.at; }
    };
    Random random(seed);
    const SteadyTime begin { 1h };
    const SteadyTime changes = begin + step.after;
    const auto draw = [&](Delay Network::*way, SteadyTime now) {
        const Network& network = now < changes ? step.before : step.then;
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
            std::chrono::duration<double, std::milli>((network.*way)(random)));
    };
    RateLimiter limiter(counting.limit, counting.credit);
    CountingService service(counting.window, counting.limit, counting.counts);
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
    SteadyTime now = begin;
    Outcome outcome;
    int process = 0;
    const auto restart = [&](SteadyTime at) {
        ++process;
        limiter = RateLimiter(counting.limit, counting.credit);
        const auto known = std::min<std::ptrdiff_t>(counting.limit, std::ssize(outcome.sent));
        for (auto sent = outcome.sent.end() - known; sent != outcome.sent.end(); ++sent)
            limiter.sentEarlier(at, std::chrono::floor<Milliseconds>(at - *sent));
    };
    while (int(outcome.sent.size()) < requests || !events.empty()) {
        const auto next = int(outcome.sent.size()) < requests ? limiter.nextSlot(now) : std::nullopt;
        const SteadyTime comes = std::min(
            next ? std::max(now, *next) : SteadyTime::max(), events.empty() ? SteadyTime::max() : events.top().at);
        if (lives && process == 0 && comes >= begin + *lives) {
            now = begin + *lives;
            restart(now);
            continue;
        }
        if (next && (events.empty() || *next <= events.top().at)) {
            now = std::max(now, *next);
            const auto ticket = limiter.take(now);
            events.push({ now + draw(&Network::in, now), true, ticket, false, process });
            outcome.sent.push_back(now);
            continue;
        }
        const Event event = events.top();
        events.pop();
        now = event.at;
        if (event.arrival) {
            const bool refused = service.refuses(now);
            outcome.refused += refused;
            events.push({ now + draw(&Network::out, now), false, event.ticket, refused, event.process });
        } else if (event.process == process) {
            limiter.answered(event.ticket, now);
            if (event.refused)
                limiter.refused(now, 1s);
        }
    }
    const double seconds = std::chrono::duration<double>(now - begin).count();
    outcome.throughput = requests / seconds / counting.limit;
    outcome.pace = limiter.pace(now) / counting.limit;
    return outcome;
}

/// A network that stays as it is, with the same delay in both ways.
inline Outcome run(int requests, const Delay& delay, Window window, quint32 seed, int limit = 5)
{
    const Network network { delay, delay };
    return run(requests, Step { network, network }, Service { window, Counts::Accepted, limit }, seed);
}

} // namespace pushbrake::simulation
