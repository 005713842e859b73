// Paints a cell of the task list: one or two lines, an icon with its word, the row's selection and focus ring; shows
// whole in a tooltip what it had to cut. Words are isolated here, as they are drawn. No widgets for rows. Owned
// by TaskTable.
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
    /// How wide a cell must be for words of this width.
    static int cellWidth(int words, bool hasIcon);
    /// What was cut in such a cell, whole, and what else the model has to say of it.
    QString tip(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Line
    {
        QString text;
        QFont font;
        QChar isolation; ///< the mark that begins it when it is drawn
    };
    Line firstLine(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    Line secondLine(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    /// In one line with the first: what would stand under it and has no column of its own.
    Line besides(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    static int widthBeside(const Line& first, const Line& second);
    static void drawLine(
        QPainter& painter, const QRect& space, const Line& line, Qt::Alignment vertical, Qt::LayoutDirection direction);
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    QRect paintIcon(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect space) const;
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect space) const;

    bool m_compact = false;
};

} // namespace pushbrake
