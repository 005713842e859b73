#include "exchange/columnplan.h"

#include <QStringList>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr std::array orderWords { QLatin1String("unknown"), QLatin1String("day"), QLatin1String("month") };

} // namespace

void ColumnPlan::setColumn(ColumnRole role, int column)
{
    if (role == ColumnRole::GoesOutAt && column != this->column(role))
        dateOrder = DateOrder::Unknown;
    if (column >= 0)
        std::replace(m_columns.begin(), m_columns.end(), column, -1);
    m_columns[size_t(role)] = column;
}

QString columnPlanWord(const ColumnPlan& plan)
{
    QStringList columns;
    for (const ColumnRole role : columnRoles)
        columns.append(QString::number(plan.column(role)));
    return columns.join(u',') + u';' + orderWords[size_t(plan.dateOrder)];
}

ColumnPlan withRememberedColumns(ColumnPlan plan, const QString& word, int columnCount)
{
    const QStringList parts = word.split(u';');
    const QStringList columns = parts.first().split(u',');
    const auto order = std::find(orderWords.begin(), orderWords.end(), parts.last());
    if (parts.size() != 2 || columns.size() != qsizetype(columnRoles.size()) || order == orderWords.end())
        return plan;
    ColumnPlan remembered = plan;
    for (const ColumnRole role : columnRoles) {
        bool isNumber = false;
        const int column = columns.at(qsizetype(role)).toInt(&isNumber);
        if (!isNumber || column < -1 || column >= columnCount)
            return plan;
        remembered.setColumn(role, column);
    }
    remembered.dateOrder = DateOrder(order - orderWords.begin());
    remembered.isIdSure = remembered.column(ColumnRole::Id) >= 0;
    return remembered;
}

} // namespace pushbrake
