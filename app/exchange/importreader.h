// Makes of a table what would be added to the list, row by row, before anything is. Pure, also of 200,000 rows within
// a second or two; a stop is honoured between rows.
#pragma once

#include "domain/region.h"
#include "exchange/columnplan.h"
#include "exchange/importpreview.h"
#include "exchange/knownids.h"
#include "exchange/readingwatch.h"
#include "exchange/tablereader.h"

#include <QDateTime>
#include <QTimeZone>

#include <expected>

namespace pushbrake {

/// What a table is imported into, and what a person has answered about it.
struct ImportContext
{
    KnownIds known;
    quint32 sdkAppId = 0;
    Region region = Region::Singapore;
    QString host; ///< of the app; counts for a region that has no host of its own
    QDateTime now; ///< UTC
    QTimeZone zone; ///< of times that name none
    bool takesHiddenRows = false;
    bool takesWholeDecimals = false;
};

[[nodiscard]] std::expected<ImportPreview, TableFault> readImport(
    const ReadTable& read, const ColumnPlan& plan, const ImportContext& context, const ReadingWatch& watch = {});

} // namespace pushbrake
