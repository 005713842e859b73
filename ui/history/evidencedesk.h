// Evidence as a person has it made and verified: the two commands, the files they ask for, and the dialog with what was
// found. Owned by HistoryDesk; borrows the history and the window.
#pragma once

#include "store/history.h"
#include "ui/history/evidencedialog.h"
#include "ui/history/evidencefile.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pushbrake {

class Clock;
class CommandAction;
class Notices;
class Shell;

class EvidenceDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs
    {
        const History& history;
        const Clock& clock;
        Shell& window;
        Notices& notices;
    };
    explicit EvidenceDesk(Needs needs, QObject* parent = nullptr);
    ~EvidenceDesk() override;

    CommandAction* saveAction() const { return m_save; }
    CommandAction* verifyAction() const { return m_verify; }
    /// The run that is chosen in the history; nothing when none is.
    void choose(const std::optional<HistoryRun>& run);

private:
    void updateSave();
    void askWhereToSave();
    /// Of that run as it is known by then, whatever was chosen meanwhile.
    void saveTo(const QString& path, qint64 runId);
    void askWhatToVerify();
    /// What a file says, as far as it can be believed.
    void show(EvidenceDialog::Occasion occasion, const QString& path);
    void tellFailed(EvidenceFile::Failure why, const QString& path);

    Needs m_needs;
    CommandAction* m_save;
    CommandAction* m_verify;
    std::optional<HistoryRun> m_run;
    std::unique_ptr<EvidenceFile> m_saving;
};

} // namespace pushbrake
