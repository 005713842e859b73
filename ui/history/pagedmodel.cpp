#include "ui/history/pagedmodel.h"

#include <algorithm>
#include <utility>

namespace pushbrake {

namespace {
constexpr int pageSize = 100;
} // namespace

PagedModel::PagedModel(const History& history, QObject* parent)
    : QAbstractTableModel(parent)
    , m_history(history)
{
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &PagedModel::step);
}

void PagedModel::begin(const HistoryFilter& filter)
{
    beginResetModel();
    clear();
    m_filter = filter;
    m_mark = {};
    m_isWhole = false;
    m_fault.reset();
    endResetModel();
    m_wanted = pageSize;
    m_step.start(0);
}

bool PagedModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_isWhole && !m_fault && !m_step.isActive();
}

void PagedModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted = pageSize;
    m_step.start(0);
}

void PagedModel::step()
{
    const int wanted = std::exchange(m_wanted, 0);
    const int left = wanted - readPart(m_filter, m_mark, std::min(wanted, pageSize));
    m_wanted = std::max(m_wanted, left); // whoever shows the rows may have asked for more of them meanwhile
    if (m_wanted > 0 && !m_isWhole && !m_fault)
        m_step.start(0);
    Q_EMIT progressed();
}

} // namespace pushbrake
