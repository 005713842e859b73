#include "ui/tasks/taskdelegate.h"

#include "ui/look/theme.h"
#include "ui/tasks/taskmodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

namespace pushbrake {
namespace {

constexpr int cellMargin = 3 * theme::unit;
constexpr int iconSize = 18;

constexpr QChar firstStrong(0x2068);
constexpr QChar leftToRight(0x2066);
constexpr QChar endOfIsolation(0x2069);

/// Words have the direction of their first letter, whatever number they begin with; IDs and UTC run from left to right.
QChar isolationOf(int column)
{
    return column == TaskModel::Id || column == TaskModel::Utc ? leftToRight : firstStrong;
}

QString isolated(const QString& text, QChar isolation)
{
    return isolation + text + endOfIsolation;
}

bool isIconColumn(int column)
{
    return column == TaskModel::AudienceColumn || column == TaskModel::Status;
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

// Measuring costs as much as painting. No letter is wider than three quarters of a line's height.
void TaskDelegate::drawLine(
    QPainter& painter, const QRect& space, const Line& line, Qt::Alignment vertical, Qt::LayoutDirection direction)
{
    painter.setFont(line.font);
    const QFontMetrics metrics = painter.fontMetrics();
    const bool surelyFits = line.text.size() * metrics.height() * 3 / 4 <= space.width();
    const QString shown = surelyFits ? line.text : metrics.elidedText(line.text, Qt::ElideRight, space.width());
    const auto alignment = QStyle::visualAlignment(direction, Qt::AlignLeft | vertical);
    painter.drawText(space, int(alignment | Qt::AlignAbsolute | Qt::TextSingleLine), isolated(shown, line.isolation));
}

TaskDelegate::Line TaskDelegate::firstLine(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool strong = index.data(TaskModel::Strong).toBool();
    const bool quiet = index.column() == TaskModel::LastResult || index.column() == TaskModel::Note;
    return { index.data(Qt::DisplayRole).toString(),
        strong      ? theme::strongFont(option.font)
            : quiet ? theme::smallFont(option.font)
                    : option.font,
        isolationOf(index.column()) };
}

TaskDelegate::Line TaskDelegate::secondLine(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = m_compact ? QString() : index.data(TaskModel::SecondLine).toString();
    return { text, theme::smallFont(option.font), leftToRight }; // an ID, or a time in UTC
}

TaskDelegate::Line TaskDelegate::besides(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const int column = index.column() == TaskModel::Push ? TaskModel::Id : TaskModel::Utc;
    const QString text = m_compact && table && table->isColumnHidden(column)
        ? index.data(TaskModel::SecondLine).toString()
        : QString();
    return { text, theme::smallFont(option.font), leftToRight };
}

int TaskDelegate::widthBeside(const Line& first, const Line& second)
{
    return QFontMetrics(first.font).horizontalAdvance(first.text) + 2 * theme::unit
        + QFontMetrics(second.font).horizontalAdvance(second.text);
}

int TaskDelegate::cellWidth(int words, bool hasIcon)
{
    constexpr int rounding = 2;
    return words + rounding + 2 * cellMargin + (hasIcon ? iconSize + 2 * theme::unit : 0);
}

QString TaskDelegate::tip(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    constexpr int most = 1000;
    QStringList said;
    const int room = option.rect.width() - cellWidth(0, isIconColumn(index.column())) + 2;
    for (const Line& line : { firstLine(option, index), secondLine(option, index) }) {
        if (QFontMetrics(line.font).horizontalAdvance(line.text) > room)
            said << (line.isolation == firstStrong ? theme::brief(line.text, most) : line.text);
    }
    const Line second = besides(option, index);
    if (!second.text.isEmpty() && widthBeside(firstLine(option, index), second) > room)
        said << second.text;
    if (const QString more = index.data(Qt::ToolTipRole).toString(); !more.isEmpty())
        said << more;
    return said.join(QLatin1Char('\n'));
}

bool TaskDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), theme::plainTip(tip(option, index)), view, view->visualRect(index));
    return true;
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
    painter.setPen(theme::color(theme::Tone(index.data(TaskModel::Tone).toInt())));
    const Line first = firstLine(option, index);
    const Line second = secondLine(option, index);
    if (second.text.isEmpty()) {
        const Line after = besides(option, index);
        const bool fits = !after.text.isEmpty() && widthBeside(first, after) <= space.width();
        const int width = fits ? QFontMetrics(after.font).horizontalAdvance(after.text) + 2 : 0;
        const QRect end(space.right() + 1 - width, space.top(), width, space.height());
        drawLine(painter, QStyle::visualRect(option.direction, space, space.adjusted(0, 0, -width, 0)), first,
            Qt::AlignVCenter, option.direction);
        painter.setPen(theme::color(theme::Tone::Dim));
        if (fits)
            drawLine(
                painter, QStyle::visualRect(option.direction, space, end), after, Qt::AlignVCenter, option.direction);
        return;
    }
    const int middle = space.center().y() + 2;
    drawLine(painter, QRect(space.left(), space.top(), space.width(), middle - space.top()), first, Qt::AlignBottom,
        option.direction);
    painter.setPen(theme::color(theme::Tone::Dim));
    drawLine(painter, QRect(space.left(), middle, space.width(), space.bottom() - middle), second, Qt::AlignTop,
        option.direction);
}

} // namespace pushbrake
