// Between who reads a table on a thread and who waits for it: how far it is, and whether to go on. Owned by who waits,
// and asked between rows; both sides may use it at once.
#pragma once

#include <atomic>
#include <stop_token>

namespace pushbrake {

class ReadingWatch
{
public:
    ReadingWatch() = default;
    explicit ReadingWatch(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

    /// One more row; false when it is time to stop.
    bool goesOn() const
    {
        m_rows.fetch_add(1, std::memory_order_relaxed);
        return !m_stop.stop_requested();
    }
    int rows() const { return m_rows.load(std::memory_order_relaxed); }

private:
    std::stop_token m_stop;
    mutable std::atomic<int> m_rows = 0;
};

} // namespace pushbrake
