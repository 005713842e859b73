// What main() does around the making of QApplication; the tour and the start-up benchmark do the same.
#pragma once

class QApplication;

namespace pushbrake {

/// Before QApplication is made: keeps what several threads allocate in one place, which saves half a megabyte, and
/// has a second core look through the fonts while Qt connects to the display and the database is opened.
void prepareBeforeQt();
/// Name, icon, language and scheme.
void setUp(QApplication& application);

} // namespace pushbrake
