// Paints a cell of the task list: one or two lines, an icon with its word, the row's selection and focus ring.
// No widgets for rows. Owned by TaskTable.
#pragma once

#include <QStyledItemDelegate>

namespace pushbrake {

class TaskDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCompact(bool compact) { m_compact = compact; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    QRect paintIcon(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect space) const;
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect space) const;

    bool m_compact = false;
};

} // namespace pushbrake
