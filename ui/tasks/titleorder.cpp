#include "ui/tasks/titleorder.h"

#include <QLocale>

namespace pushbrake {

namespace {
// Without a language the collator compares bytes, and numbers in titles are not counted.
QLocale counting()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}
} // namespace

TitleOrder::TitleOrder()
    : m_collator(counting())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

int TitleOrder::compare(const Task& left, const Task& right)
{
    return keyOf(left).compare(keyOf(right));
}

QCollatorSortKey TitleOrder::keyOf(const Task& task)
{
    const auto known = m_known.constFind(task.id);
    if (known != m_known.constEnd() && known->title == task.title)
        return known->key;
    return m_known.insert(task.id, { task.title, m_collator.sortKey(task.title) })->key;
}

} // namespace pushbrake
