// What is asked before a cancellation may begin, for instance whether the account still works. Implemented by Console,
// lent to RunDesk.
#pragma once

#include <functional>

namespace pushbrake {

class RunGuard
{
public:
    virtual ~RunGuard() = default;
    /// Calls `go` once when nothing speaks against it, or never.
    virtual void beforeRun(std::function<void()> go) = 0;
};

} // namespace pushbrake
