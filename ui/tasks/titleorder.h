// Titles in the order in which people count: "Campaign 2" before "Campaign 19", and large letters beside small ones.
// Remembers what it worked out for each title. Owned by TaskModel.
#pragma once

#include "domain/task.h"

#include <QCollator>
#include <QHash>

namespace pushbrake {

class TitleOrder
{
public:
    TitleOrder();

    /// Below 0: `left` stands first; 0: the titles are alike.
    int compare(const Task& left, const Task& right);
    void forget() { m_known.clear(); }

private:
    struct Known
    {
        QString title;
        QCollatorSortKey key;
    };
    QCollatorSortKey keyOf(const Task& task);

    QCollator m_collator;
    QHash<TaskId, Known> m_known;
};

} // namespace pushbrake
