// Runs the limiter against a simulated network and a service that counts requests, in simulated time.
// Header only; used by the limiter's test and by its benchmark.
#pragma once

#include "net/ratelimiter.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <queue>
#include <random>

namespace pushbrake::simulation {

using namespace std::chrono_literals;
using Random = std::mt19937;
/// Draws one way's delay in milliseconds.
using Delay = std::function<double(Random&)>;

enum class Window { Sliding, Fixed };

struct Outcome
{
    int refused = 0;
    double throughput = 0; ///< as a share of the limit
};

/// Counts the way the service may: the requests of any second, or of the clock's seconds.
class CountingService
{
public:
    CountingService(Window window, int limit)
        : m_window(window)
        , m_limit(limit)
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
        if (int(m_counted.size()) >= m_limit)
            return true;
        m_counted.push_back(at);
        return false;
    }

private:
    Window m_window;
    int m_limit;
    std::deque<SteadyTime> m_counted;
};

/// Sends `requests` as fast as the limiter lets them; arrivals are counted in the order in which they arrive.
inline Outcome run(int requests, const Delay& delay, Window window, quint32 seed, int limit = 5)
{
    struct Event
    {
        SteadyTime at;
        bool arrival = false;
        RateLimiter::Ticket ticket = 0;
        bool operator>(const Event& other) const { return at > other.at; }
    };
    Random random(seed);
    const auto draw = [&] {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
            std::chrono::duration<double, std::milli>(delay(random)));
    };
    RateLimiter limiter(limit);
    CountingService service(window, limit);
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
    const SteadyTime begin { 1h };
    SteadyTime now = begin;
    Outcome outcome;
    int sent = 0;
    while (sent < requests || !events.empty()) {
        const auto next = sent < requests ? limiter.nextSlot(now) : std::nullopt;
        if (next && (events.empty() || *next <= events.top().at)) {
            now = std::max(now, *next);
            const auto ticket = limiter.take(now);
            events.push({ now + draw(), true, ticket });
            ++sent;
            continue;
        }
        const Event event = events.top();
        events.pop();
        now = event.at;
        if (event.arrival) {
            outcome.refused += service.refuses(now);
            events.push({ now + draw(), false, event.ticket });
        } else {
            limiter.answered(event.ticket, now);
        }
    }
    const double seconds = std::chrono::duration<double>(now - begin).count();
    outcome.throughput = requests / seconds / limit;
    return outcome;
}

} // namespace pushbrake::simulation
