// The notices that nobody has closed, and which of them is shown: the weightiest, of several the newest. Good news and
// information pass, so of these the newest is enough; warnings all stay. Pure. Owned by NoticeBar.
#pragma once

#include "ui/parts/notices.h"

#include <QList>

namespace pushbrake {

struct NoticeText
{
    int number = 0;
    NoticeKind kind = NoticeKind::Information;
    QString text;
    QString details;
};

/// Good news and information: of these the newest is enough, and none stays for long.
bool passes(NoticeKind kind);

class NoticeQueue
{
public:
    /// Returns its number, never one that was given before.
    int add(NoticeKind kind, const QString& text, const QString& details);
    void remove(int number);
    /// All but what is severe.
    void clear();
    /// The one to show; null when there is none. Valid until the next change.
    const NoticeText* first() const;
    /// What passes and was told since that one, but weighs less; null when there is none. Valid as long.
    const NoticeText* since() const;

private:
    QList<NoticeText> m_open; ///< in the order of their telling
    int m_told = 0;
};

} // namespace pushbrake
