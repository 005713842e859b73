// What pays only before QApplication is made. Called first by main() and by the start-up benchmark.
#pragma once

namespace pushbrake {

/// Keeps what several threads allocate in one place, which saves more than a megabyte, and has fontconfig read its files on a
/// second core while Qt connects to the display.
void prepareBeforeQt();

} // namespace pushbrake
