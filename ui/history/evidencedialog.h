// Tells of a file of evidence whether it is as it was written, where it was changed, and its seal. Changes nothing.
// Deletes itself when it is closed.
#pragma once

#include "evidence/evidencecheck.h"

#include <QDialog>

#include <expected>

namespace pushbrake {

class EvidenceDialog : public QDialog
{
    Q_OBJECT
public:
    /// Written: it has just been saved here, and was read back.
    enum class Occasion { Written, Verified };
    EvidenceDialog(Occasion occasion, const QString& fileName, const std::expected<EvidenceWord, EvidenceFault>& found,
        QWidget* parent);

private:
    /// Where a noted seal is compared with it, which nobody does well by eye.
    QWidget* makeComparison(const QByteArray& seal);
};

} // namespace pushbrake
