#include "ui/tasks/refreshteller.h"

#include "ui/tasks/rangewords.h"

#include <utility>

namespace pushbrake {

void RefreshTeller::begin(RefreshCause cause)
{
    m_cause = cause;
    if (!isByItself(cause))
        forget();
}

void RefreshTeller::tellEnd(const End& end)
{
    if (const RefreshNotice fault = faultOf(end); !fault.text.isEmpty()) {
        tellFault(fault);
        return;
    }
    // What goes out in the next minutes says nothing of the rest, which could not be read.
    const bool isMended = m_cause != RefreshCause::BeforeDue || m_toldBy == RefreshCause::BeforeDue;
    if (!m_toldFault.isEmpty() && isMended)
        forget();
    if (isByItself(m_cause))
        return;
    if (end.reading.tasks == 0 && end.listIsEmpty)
        m_told = m_notices.tell(NoticeKind::Information, rangewords::hasNone(end.range, m_clock.utcNow()));
    else if (m_cause == RefreshCause::Hand)
        m_told = m_notices.tell(NoticeKind::Information, rangewords::wasRead(end.range, end.pushes, m_clock.utcNow()));
}

RefreshNotice RefreshTeller::faultOf(const End& end) const
{
    constexpr auto worthTelling = std::chrono::seconds(60);
    RefreshNotice notice = refreshNotice(end.report, end.reading, end.kind);
    const auto difference = m_clock.difference();
    if (notice.text.isEmpty() && difference && std::chrono::abs(*difference) > worthTelling)
        notice = clockNotice(*difference);
    return notice;
}

void RefreshTeller::tellFault(const RefreshNotice& fault)
{
    if (isByItself(m_cause) && fault.text == m_toldFault)
        return;
    forget();
    m_told = m_notices.tell(NoticeKind::Warning, fault.text, fault.details);
    m_toldFault = fault.text;
    m_toldBy = m_cause;
}

void RefreshTeller::forget()
{
    m_toldFault.clear();
    if (const auto told = std::exchange(m_told, std::nullopt))
        m_notices.takeBack(*told);
}

} // namespace pushbrake
