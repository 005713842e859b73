// Which file is brought in: a question that begins in the folder of the last one, which the settings remember. For
// ImportDialog and whoever opens it.
#pragma once

#include <QString>

class QFileDialog;
class QSettings;
class QWidget;

namespace pushbrake {

/// Still to be opened; deletes itself when closed.
QFileDialog* makeFileQuestion(const QString& title, QWidget& parent, const QSettings& settings);
void rememberFolderOf(const QString& file, QSettings& settings);

} // namespace pushbrake
