#include "ui/parts/noticequeue.h"

#include <algorithm>

namespace pushbrake {

bool passes(NoticeKind kind)
{
    return kind < NoticeKind::Warning;
}

int NoticeQueue::add(NoticeKind kind, const QString& text, const QString& details)
{
    m_open.removeIf([&](const NoticeText& told) {
        const bool isSaidAgain = told.kind == kind && told.text == text && told.details == details;
        return isSaidAgain || (passes(kind) && passes(told.kind));
    });
    m_open.append({ ++m_told, kind, text, details });
    return m_told;
}

void NoticeQueue::remove(int number)
{
    m_open.removeIf([number](const NoticeText& told) { return told.number == number; });
}

void NoticeQueue::clear()
{
    m_open.removeIf([](const NoticeText& told) { return told.kind != NoticeKind::Severe; });
}

const NoticeText* NoticeQueue::first() const
{
    const auto weightiest = std::max_element(
        m_open.crbegin(), m_open.crend(), [](const NoticeText& a, const NoticeText& b) { return a.kind < b.kind; });
    return weightiest == m_open.crend() ? nullptr : &*weightiest;
}

const NoticeText* NoticeQueue::since() const
{
    const NoticeText* shown = first();
    if (!shown || passes(shown->kind))
        return nullptr;
    const auto later = std::find_if(m_open.crbegin(), m_open.crend(),
        [shown](const NoticeText& told) { return passes(told.kind) && told.number > shown->number; });
    return later == m_open.crend() ? nullptr : &*later;
}

} // namespace pushbrake
