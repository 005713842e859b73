#include "ui/runs/runsettings.h"

#include <QSettings>

namespace pushbrake {

namespace {
constexpr QLatin1StringView holdKey { "run/holdSeconds" };
constexpr QLatin1StringView checkEveryKey { "run/checkEvery" };
} // namespace

RunSettings::RunSettings(QSettings& settings)
    : m_settings(settings)
{
}

RunOptions RunSettings::read() const
{
    RunOptions options;
    const auto usual = std::chrono::duration_cast<std::chrono::seconds>(options.hold);
    options.hold = std::chrono::seconds(m_settings.value(holdKey, int(usual.count())).toInt());
    options.checkEvery = m_settings.value(checkEveryKey, options.checkEvery).toBool();
    return options;
}

void RunSettings::write(const RunOptions& options)
{
    m_settings.setValue(holdKey, int(std::chrono::duration_cast<std::chrono::seconds>(options.hold).count()));
    m_settings.setValue(checkEveryKey, options.checkEvery);
}

} // namespace pushbrake
