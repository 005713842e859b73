// Puts a written file into its place only when all of it reached the disk: Qt's own commit() says yes and replaces what
// stood there, although the last bytes, which were still buffered, found the disk full.
#pragma once

class QSaveFile;

namespace pushbrake {

/// False: what stood in its place stays, and nothing else is left.
[[nodiscard]] bool commitWhole(QSaveFile& file);

} // namespace pushbrake
