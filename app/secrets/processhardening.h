// Keeps secrets inside the process: no core dump, no debugger, no log line with a signature. Called by main() first of
// all.
#pragma once

namespace pushbrake {

/// Switches core dumps and ptrace off and lets every message of Qt through withoutSecretShapes().
void hardenProcess();

} // namespace pushbrake
