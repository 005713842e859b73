// What came from the network beside what it was good for: a service or a proxy that sends a head without an end, or
// anything else that becomes no answer, is found by the difference. Pure; owned by InflowWatch.
#pragma once

#include "domain/clock.h"

#include <QtGlobal>

#include <optional>

namespace pushbrake {

class Inflow
{
public:
    /// What may come for a request before the first byte of its answer's body: handshake, status line, headers, marks
    /// of pieces. Bytes.
    static constexpr qint64 largestHead = 64 * 1024;
    /// Of an answer's body, in bytes.
    static constexpr qint64 largestBody = 1024 * 1024;
    /// For how long more than a head may be here unread: a computer under load reads an answer late.
    static constexpr Milliseconds readingTime { 500 };

    void arrived(qint64 bytes);
    /// So much of it was the body of an answer. What packs it into records and pieces is granted with it.
    void wasBody(qint64 bytes);
    /// A request has ended: its head is done with.
    void ended();
    /// Whether nobody can want so much: at once when it is more than whole answers to all open requests, after
    /// readingTime when it is more than their heads and the handshakes of connections made ready, and nothing was read.
    bool isTooMuch(int open, int ready, SteadyTime now);

private:
    void use(qint64 bytes);

    qint64 m_unused = 0; ///< bytes, never below 0
    std::optional<SteadyTime> m_over; ///< more than heads since then, with nothing read
};

} // namespace pushbrake
