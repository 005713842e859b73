#include "ui/tasks/roworder.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace pushbrake {

namespace {

std::array<quint8, statusChoiceCount> placesOfStatuses()
{
    std::array<QString, statusChoiceCount> words;
    std::array<quint8, statusChoiceCount> choices;
    std::iota(choices.begin(), choices.end(), quint8(0));
    for (const quint8 choice : choices)
        words[choice] = statusWords(StatusChoice(choice));
    std::stable_sort(choices.begin(), choices.end(),
        [&](quint8 left, quint8 right) { return words[left].compare(words[right], Qt::CaseInsensitive) < 0; });
    std::array<quint8, statusChoiceCount> places;
    for (size_t place = 0; place < choices.size(); ++place)
        places[choices[place]] = quint8(place);
    return places;
}

constexpr int rowsAtOnce = 10'000; ///< between two looks at whether it was stopped

} // namespace

bool RowChoice::isFiltering() const
{
    return only || !words.isEmpty() || by.status != StatusChoice::Any || by.audience || by.time != TimeChoice::Any
        || by.result != ResultChoice::Any || by.origin.kind != OriginChoice::Kind::Any;
}

RowOrder::RowOrder(Known known, RowChoice choice)
    : m_known(std::move(known))
    , m_choice(std::move(choice))
    , m_span(spanOf(m_choice.by.time, m_choice.by.between, m_known.nowMs, m_known.zone))
    , m_statusPlaces(placesOfStatuses())
{
}

bool RowOrder::matches(qsizetype row) const
{
    const TaskBrief& brief = m_known.facts.briefs.at(row);
    return (!m_choice.by.audience || brief.audience() == m_choice.by.audience) && matchesTime(brief)
        && isOf(m_choice.by.result, brief.lastOutcome()) && isOf(m_choice.by.origin, brief.origin(), m_known.fileNumber)
        && matchesStatus(brief) && (!m_choice.only || m_choice.only->contains(brief.id))
        && (m_choice.words.isEmpty() || m_known.hasWords(brief.id));
}

bool RowOrder::isShown(qsizetype row) const
{
    return matches(row) || m_known.facts.runStates.contains(m_known.facts.briefs.at(row).id);
}

bool RowOrder::matchesStatus(const TaskBrief& brief) const
{
    const RowFacts& facts = m_known.facts;
    switch (m_choice.by.status) {
    case StatusChoice::Any: return true;
    case StatusChoice::CanBeCancelled: return facts.mayCancel(brief, m_known.nowMs);
    case StatusChoice::UnderWay: {
        const auto state = facts.runState(brief.id);
        return state && *state != RunState::Settled;
    }
    case StatusChoice::NeedsLook: {
        // A status that Pushbrake does not know, or none, cannot be acted upon by it: somebody has to see to the push.
        const auto outcome = brief.lastOutcome();
        if (!outcome || *outcome == Outcome::Withdrawn)
            return brief.status() == TaskStatus::Other;
        return *outcome != Outcome::Cancelled;
    }
    default: return facts.statusOf(brief, m_known.nowMs) == m_choice.by.status;
    }
}

bool RowOrder::matchesTime(const TaskBrief& brief) const
{
    const TimeChoice time = m_choice.by.time;
    if (time == TimeChoice::Any)
        return true;
    return brief.goesOutMs == TaskBrief::noTime ? time == TimeChoice::NotKnown : m_span.contains(brief.goesOutMs);
}

quint64 RowOrder::key(qsizetype row, int column) const
{
    const TaskBrief& brief = m_known.facts.briefs.at(row);
    switch (column) {
    case taskcells::Push:
    case taskcells::Note: return row < m_known.places.size() ? m_known.places.at(row) : quint32(-1);
    case taskcells::AudienceColumn: return brief.audienceNumber == 0 ? 9 : brief.audienceNumber;
    case taskcells::Status:
        return m_statusPlaces[size_t(m_known.facts.isUnderWay(brief.id)
                ? StatusChoice::UnderWay
                : m_known.facts.statusOf(brief, m_known.nowMs))];
    case taskcells::LastResult:
        return quint64(brief.outcomeNumber) << 33 | quint64(brief.isChecked) << 32 | brief.resultSeconds;
    case taskcells::GoesOut:
    case taskcells::Utc:
    case taskcells::TimeLeft: return quint64(brief.goesOutMs) ^ (quint64(1) << 63);
    default: return 0;
    }
}

bool RowOrder::precedes(qsizetype left, qsizetype right) const
{
    for (const SortKey& by : m_choice.order) {
        const quint64 leftKey = key(left, by.column);
        const quint64 rightKey = key(right, by.column);
        if (leftKey != rightKey)
            return (leftKey < rightKey) == (by.order == Qt::AscendingOrder);
    }
    const bool isBefore = m_known.facts.briefs.at(left).id < m_known.facts.briefs.at(right).id;
    return left != right && isBefore == (m_choice.order.first().order == Qt::AscendingOrder);
}

// Sorted as if the first key were ascending, and turned at the end: of one key alone nothing else is compared.
QList<quint32> RowOrder::rows(const std::stop_token& stop) const
{
    struct Keyed
    {
        quint64 key;
        quint32 row;
    };
    const QList<TaskBrief>& briefs = m_known.facts.briefs;
    const SortKey first = m_choice.order.first();
    const SortKeys others = m_choice.order.mid(1);
    const auto width = size_t(others.size());
    std::vector<Keyed> shown;
    std::vector<quint64> more(width * size_t(briefs.size())); ///< by row, the keys after the first; turned with them
    const bool isAll = !m_choice.isFiltering();
    if (isAll)
        shown.reserve(size_t(briefs.size()));
    for (qsizetype row = 0; row < briefs.size(); ++row) {
        if (isAll || isShown(row)) {
            shown.push_back({ key(row, first.column), quint32(row) });
            for (size_t i = 0; i < width; ++i) {
                const SortKey& by = others.at(qsizetype(i));
                const quint64 one = key(row, by.column);
                more[size_t(row) * width + i] = by.order == first.order ? one : ~one;
            }
        }
        if (row % rowsAtOnce == 0 && stop.stop_requested())
            return {};
    }
    const auto precedes = [&](const Keyed& left, const Keyed& right) {
        if (left.key != right.key)
            return left.key < right.key;
        for (size_t i = 0; i < width; ++i) {
            const quint64 leftKey = more[left.row * width + i];
            const quint64 rightKey = more[right.row * width + i];
            if (leftKey != rightKey)
                return leftKey < rightKey;
        }
        return briefs.at(left.row).id < briefs.at(right.row).id;
    };
    if (!std::is_sorted(shown.begin(), shown.end(), precedes))
        std::sort(shown.begin(), shown.end(), precedes);
    if (first.order == Qt::DescendingOrder)
        std::reverse(shown.begin(), shown.end());
    QList<quint32> rows;
    rows.reserve(qsizetype(shown.size()));
    for (const Keyed& one : shown)
        rows.append(one.row);
    return rows;
}

} // namespace pushbrake
