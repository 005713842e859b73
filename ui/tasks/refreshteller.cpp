#include "ui/tasks/refreshteller.h"

#include <utility>

namespace pushbrake {

void RefreshTeller::tellEnd(const CallReport& report, const ListReading& reading, CredentialKind kind, bool listIsEmpty)
{
    if (const RefreshNotice notice = refreshNotice(report, reading, kind); !notice.text.isEmpty())
        tell(NoticeKind::Warning, notice);
    else if (!tellClockIsWrong() && reading.tasks == 0 && listIsEmpty)
        tell(NoticeKind::Information, nothingScheduledNotice());
}

bool RefreshTeller::tellClockIsWrong()
{
    constexpr auto worthTelling = std::chrono::seconds(60);
    const auto difference = m_clock.difference();
    if (!difference || std::chrono::abs(*difference) <= worthTelling)
        return false;
    tell(NoticeKind::Warning, clockNotice(*difference));
    return true;
}

void RefreshTeller::tell(NoticeKind kind, const RefreshNotice& notice)
{
    m_told = m_notices.tell(kind, notice.text, notice.details);
}

void RefreshTeller::takeBack()
{
    if (const auto told = std::exchange(m_told, std::nullopt))
        m_notices.takeBack(*told);
}

} // namespace pushbrake
