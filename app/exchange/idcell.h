// Reads the task ID out of one cell of a table, with everything that spreadsheets and people do to numbers. Pure. What
// it takes off is noted, what could be meant otherwise is refused.
#pragma once

#include "exchange/importpreview.h"
#include "exchange/rawtable.h"
#include "exchange/taskidtext.h"

#include <QList>
#include <QString>

namespace pushbrake {

struct IdCell
{
    TaskId id = 0; ///< 0: none was read
    QList<ImportRemark> remarks;
};

/// Why a number that a text holds is refused.
ImportReason importReason(TaskIdFault fault);

/// What the other cells of the column say of a single one.
class IdColumn
{
public:
    /// A person has said that 1234.0 means 1234.
    explicit IdColumn(bool takesWholeDecimals = false);

    /// Every cell of the column comes by here first.
    void see(const RawCell& cell);
    IdCell read(const RawCell& cell) const;

private:
    IdCell readText(QStringView text) const;
    IdCell readNumber(double number) const;
    IdCell readUnusual(const QString& text, QList<ImportRemark> notes) const;
    bool isThousands(const QString& text) const;

    bool m_takesWholeDecimals;
    bool m_hasDates = false;
    QString m_marksOfThousands; ///< that stand in a number with at least two of them
    QString m_otherMarks; ///< that stand where no group of three follows
};

} // namespace pushbrake
