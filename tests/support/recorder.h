// A transport that sends nothing and remembers whom it was to be sent to, as on a computer without a network.
#pragma once

#include "net/transport.h"

#include <QStringList>
#include <QTimer>

namespace pushbrake {

class Recorder final : public Transport
{
public:
    void post(HttpRequest request, QObject* context, Done done) override
    {
        hosts.append(request.url.host());
        QTimer::singleShot(0, context, [done = std::move(done)]() mutable {
            HttpOutcome outcome;
            outcome.fault = NetFault::NoNetwork;
            done(outcome);
        });
    }

    QStringList hosts;
};

} // namespace pushbrake
