// Keeps secrets inside the process: no core dump, no debugger, no log line with a signature. Called by main() first of
// all.
#pragma once

#include <QString>

namespace pushbrake {

/// Switches core dumps and ptrace off and lets every message of Qt through redacted().
void hardenProcess();
/// The text with the value of every usersig=... replaced by ***.
QString redacted(QString text);

} // namespace pushbrake
