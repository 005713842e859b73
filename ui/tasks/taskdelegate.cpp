#include "ui/tasks/taskdelegate.h"

#include "ui/look/theme.h"
#include "ui/tasks/taskmodel.h"

#include <QAbstractItemView>
#include <QPainter>

namespace pushbrake {
namespace {

constexpr int cellMargin = 3 * theme::unit;
constexpr int iconSize = 18;

void drawLine(
    QPainter& painter, const QRect& space, const QString& text, Qt::Alignment vertical, Qt::LayoutDirection direction)
{
    // Measuring costs as much as painting. No letter is wider than three quarters of a line's height.
    const bool surelyFits = text.size() * painter.fontMetrics().height() * 3 / 4 <= space.width();
    const QString shown = surelyFits ? text : painter.fontMetrics().elidedText(text, Qt::ElideRight, space.width());
    const auto alignment = QStyle::visualAlignment(direction, Qt::AlignLeft | vertical);
    painter.drawText(space, int(alignment | Qt::AlignAbsolute | Qt::TextSingleLine), shown);
}

} // namespace

void TaskDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    painter->setLayoutDirection(option.direction);
    paintGround(*painter, option, index);
    const QRect space = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    paintText(*painter, option, index, paintIcon(*painter, option, index, space));
    painter->restore();
}

QSize TaskDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return { QStyledItemDelegate::sizeHint(option, index).width() + 2 * cellMargin,
        m_compact ? theme::compactRowHeight : theme::rowHeight };
}

void TaskDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, theme::color(theme::Tone::Selection));
    // Filled, not drawn as a line: that would have gaps between the cells on a screen scaled by 1.5.
    painter.fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), theme::color(theme::Tone::Line));
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!view || !view->hasFocus() || view->currentIndex().row() != index.row())
        return;
    painter.fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 2)), theme::color(theme::Tone::Blue));
    painter.fillRect(
        QRect(option.rect.bottomLeft() - QPoint(0, 1), QSize(option.rect.width(), 2)), theme::color(theme::Tone::Blue));
}

QRect TaskDelegate::paintIcon(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect space) const
{
    const QString name = index.data(TaskModel::IconName).toString();
    if (name.isEmpty())
        return space;
    auto tone = theme::Tone(index.data(TaskModel::Tone).toInt());
    if (index.column() == TaskModel::AudienceColumn)
        tone = theme::Tone::Dim;
    QRect place(space.left(), space.center().y() - iconSize / 2, iconSize, iconSize);
    theme::icon(name, tone).paint(&painter, QStyle::visualRect(option.direction, space, place));
    const QRect rest = space.adjusted(iconSize + 2 * theme::unit, 0, 0, 0);
    return QStyle::visualRect(option.direction, space, rest);
}

void TaskDelegate::paintText(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect space) const
{
    const QString second = m_compact ? QString() : index.data(TaskModel::SecondLine).toString();
    const bool strong = index.data(TaskModel::Strong).toBool();
    const bool quiet = index.column() == TaskModel::LastResult || index.column() == TaskModel::Note;
    painter.setFont(strong ? theme::strongFont(option.font) : quiet ? theme::smallFont(option.font) : option.font);
    painter.setPen(theme::color(theme::Tone(index.data(TaskModel::Tone).toInt())));
    const QString first = index.data(Qt::DisplayRole).toString();
    if (second.isEmpty()) {
        drawLine(painter, space, first, Qt::AlignVCenter, option.direction);
        return;
    }
    const int middle = space.center().y() + 2;
    drawLine(painter, QRect(space.left(), space.top(), space.width(), middle - space.top()), first, Qt::AlignBottom,
        option.direction);
    painter.setFont(theme::smallFont(option.font));
    painter.setPen(theme::color(theme::Tone::Dim));
    drawLine(painter, QRect(space.left(), middle, space.width(), space.bottom() - middle), second, Qt::AlignTop,
        option.direction);
}

} // namespace pushbrake
