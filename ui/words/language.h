// Loads the program's sentences and Qt's own for the desktop's language; English where there is no catalogue.
// Called once by setUp() of app/start, before the first window.
#pragma once

class QCoreApplication;

namespace pushbrake {

void installLanguage(QCoreApplication& application);

} // namespace pushbrake
