// A check on paper: its facts and counts first, then a row for each push, as a preview from which it is printed.
#pragma once

#include "ui/checks/checktake.h"

#include <memory>

class QTextDocument;
class QWidget;

namespace pushbrake {

/// What is printed. Foreign text in it is plain text.
std::unique_ptr<QTextDocument> checkDocument(const CheckPaper& paper);
/// The preview belongs to the window it stands over.
void showPrintPreview(const CheckPaper& paper, QWidget& window);

} // namespace pushbrake
