#include "exchange/importrepeats.h"

#include "exchange/knownids.h"

#include <QHash>

#include <algorithm>

namespace pushbrake {

namespace {

QList<int> linesOf(const QList<ImportRow>& rows, const QList<qsizetype>& places)
{
    QList<int> lines;
    for (const qsizetype place : places)
        lines.append(rows.at(place).line);
    return lines;
}

bool disagreeOnAudience(const QList<ImportRow>& rows, const QList<qsizetype>& places)
{
    std::optional<Audience> said;
    for (const qsizetype place : places) {
        const auto audience = rows.at(place).audience;
        if (said && audience && *said != *audience)
            return true;
        said = said ? said : audience;
    }
    return false;
}

void join(QList<ImportRow>& rows, const QList<qsizetype>& places)
{
    const QList<int> lines = linesOf(rows, places);
    if (disagreeOnAudience(rows, places)) {
        for (const qsizetype place : places)
            rows[place].remarks.prepend({ ImportReason::AudienceConflict, {}, lines, 0 });
        return;
    }
    ImportRow& first = rows[places.first()];
    const auto isOtherTime = [&rows, &first](qsizetype place) { return rows.at(place).goesOutAt != first.goesOutAt; };
    if (std::any_of(places.begin(), places.end(), isOtherTime)) {
        first.goesOutAt = {};
        first.remarks.prepend({ ImportReason::RepeatedTimesDiffer, {}, lines, 0 });
    }
    first.remarks.prepend({ ImportReason::Repeated, {}, lines, 0 });
    for (const qsizetype place : places.sliced(1))
        rows[place].remarks.prepend({ ImportReason::Repetition, {}, { lines.first() }, 0 });
}

} // namespace

void refuseRoundedTwins(QList<ImportRow>& rows)
{
    QHash<TaskId, QList<qsizetype>> alike; // by what a spreadsheet would make of them
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (const TaskId id = rows.at(i).id; id >= firstRoundedId)
            alike[roundedId(id)].append(i);
    }
    for (auto group = alike.cbegin(); group != alike.cend(); ++group) {
        const auto isRounded = [&rows, &group](qsizetype i) { return rows.at(i).id == group.key(); };
        const bool hasRounded = std::any_of(group->begin(), group->end(), isRounded);
        const bool hasOther = !std::all_of(group->begin(), group->end(), isRounded);
        if (!hasRounded || !hasOther)
            continue;
        const QList<int> lines = linesOf(rows, *group);
        for (const qsizetype i : *group)
            rows[i].remarks.prepend({ ImportReason::RoundedTwin, {}, lines, 0 });
    }
}

void joinRepetitions(QList<ImportRow>& rows)
{
    QHash<TaskId, qsizetype> first;
    QHash<TaskId, QList<qsizetype>> repeated;
    first.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const ImportRow& row = rows.at(i);
        if (row.id == 0 || row.isRefused())
            continue;
        if (const auto known = first.constFind(row.id); known != first.constEnd()) {
            auto& places = repeated[row.id];
            if (places.isEmpty())
                places.append(*known);
            places.append(i);
        } else {
            first.insert(row.id, i);
        }
    }
    for (const auto& places : std::as_const(repeated))
        join(rows, places);
}

} // namespace pushbrake
