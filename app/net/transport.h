// Sends one HTTPS POST and reports what is known of it, exactly once and never sooner than the event loop.
// HttpTransport is the real one; tests put a scripted one in its place. Callers own neither request nor reply.
#pragma once

#include "domain/clock.h"
#include "domain/outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <functional>

class QObject;

namespace pushbrake {

struct HttpRequest
{
    QUrl url; ///< whole, with query; secret, since it holds the UserSig
    QByteArray body;
    Milliseconds deadline { 15'000 }; ///< from sending to the last byte of the answer
    /// A request that changes something: no other one uses its connection before or after it, so that no answer but its
    /// own can be waiting there.
    bool ownConnection = false;
};

/// What is known after a request ended. `fault` is None only for HTTP 200 with a whole body.
struct HttpOutcome
{
    bool bodyRead = false; ///< the body was handed to the network: it may have reached the service
    NetFault fault = NetFault::None;
    int httpStatus = 0; ///< 0 when no status line came
    QByteArray body; ///< at most 1 MiB
    QDateTime serverDate; ///< the answer's Date header, UTC; invalid when absent
    Milliseconds roundTrip { 0 };
};

class Transport
{
public:
    using Done = std::move_only_function<void(const HttpOutcome&)>;
    virtual ~Transport() = default;

    /// Posts once. `done` is called exactly once, later, unless `context` is gone by then. Whether it is called or not,
    /// it lives until the request has ended, and so does a SendGate::Slot inside it.
    virtual void post(HttpRequest request, QObject* context, Done done) = 0;
};

} // namespace pushbrake
