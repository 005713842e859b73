// The one place where the options of a run are read and written. Owned by RunDesk; borrows the settings.
#pragma once

#include "cancel/cancelrun.h"

class QSettings;

namespace pushbrake {

class RunSettings
{
public:
    explicit RunSettings(QSettings& settings);

    /// As they are for the run that begins next.
    RunOptions read() const;
    void write(const RunOptions& options);

private:
    QSettings& m_settings;
};

} // namespace pushbrake
