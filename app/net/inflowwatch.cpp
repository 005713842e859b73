#include "net/inflowwatch.h"

#include "net/httpexchange.h"

#include <utility>

namespace pushbrake {

namespace {
constexpr Milliseconds interval { 20 };
} // namespace

InflowWatch::InflowWatch(std::function<int()> ready)
    : m_ready(std::move(ready))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &InflowWatch::look);
}

void InflowWatch::follow(HttpExchange* exchange)
{
    ++m_open;
    connect(exchange, &HttpExchange::bodyArrived, this, [this](qint64 bytes) { m_body += bytes; });
    connect(exchange, &HttpExchange::ended, this, [this] {
        --m_open;
        ++m_ended;
        m_lastEnd = std::chrono::steady_clock::now();
    });
    m_timer.start();
}

void InflowWatch::look()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    m_inflow.arrived(m_sockets.sinceLast()); // first: what was read has come before
    if (const qint64 body = std::exchange(m_body, 0))
        m_inflow.wasBody(body);
    for (int ended = std::exchange(m_ended, 0); ended > 0; --ended)
        m_inflow.ended();
    if (m_inflow.isTooMuch(m_open, m_ready(), now)) {
        m_inflow = {};
        Q_EMIT flooded();
    } else if (m_open == 0 && now - m_lastEnd > watchful) {
        m_timer.stop();
    }
}

} // namespace pushbrake
