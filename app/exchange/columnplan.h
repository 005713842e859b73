// Which column of a table means what, guessed or as a person changed it. A plain value, kept by the fingerprint of the
// heading row so that the next file of the same kind needs no answer.
#pragma once

#include <QByteArray>
#include <QString>

#include <array>

namespace pushbrake {

enum class ColumnRole { Id, GoesOutAt, Audience, Title, SdkAppId, Region };

inline constexpr std::array columnRoles { ColumnRole::Id, ColumnRole::GoesOutAt, ColumnRole::Audience,
    ColumnRole::Title, ColumnRole::SdkAppId, ColumnRole::Region };

/// How 6/1/2026 is meant.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

struct ColumnPlan
{
    bool isMessage = false; ///< no table: numbers are looked for in whole lines
    int headingRow = -1; ///< index of the row; -1: there is none
    bool isIdSure = false; ///< its heading says so, or no other column can be it
    DateOrder dateOrder = DateOrder::Unknown; ///< a person's answer, for where the cells leave it open
    QByteArray fingerprint; ///< of the heading row; empty without one

    /// -1: there is none.
    int column(ColumnRole role) const { return m_columns[size_t(role)]; }
    /// A column has one role: it is taken from whatever had it. An answer about other dates is forgotten.
    void setColumn(ColumnRole role, int column);

    bool operator==(const ColumnPlan&) const = default;

private:
    std::array<int, columnRoles.size()> m_columns { -1, -1, -1, -1, -1, -1 };
};

/// The columns and the order of dates as one word for the settings ("1,3,-1,0,-1,-1;day").
QString columnPlanWord(const ColumnPlan& plan);
/// `plan` with what a person chose for this heading row before; unchanged for a word of another version or one that
/// does not fit a table of that many columns.
ColumnPlan withRememberedColumns(ColumnPlan plan, const QString& word, int columnCount);

} // namespace pushbrake
