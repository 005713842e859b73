// What main() does around the making of QApplication; the tour and the start-up benchmark do the same.
#pragma once

class QApplication;

namespace pushbrake {

/// Before QApplication is made: keeps what several threads allocate in one place, which saves more than a megabyte, and has
/// fontconfig read its files on a second core while Qt connects to the display.
void prepareBeforeQt();
/// Name, icon, language and scheme.
void setUp(QApplication& application);

} // namespace pushbrake
