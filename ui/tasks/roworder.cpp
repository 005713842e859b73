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
        || by.result != ResultChoice::Any;
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
        && isOf(m_choice.by.result, brief.lastOutcome()) && matchesStatus(brief)
        && (!m_choice.only || m_choice.only->contains(brief.id))
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

quint64 RowOrder::key(qsizetype row) const
{
    const TaskBrief& brief = m_known.facts.briefs.at(row);
    switch (m_choice.column) {
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
    if (m_choice.order == Qt::DescendingOrder)
        std::swap(left, right);
    const quint64 leftKey = key(left);
    const quint64 rightKey = key(right);
    return leftKey != rightKey ? leftKey < rightKey
                               : m_known.facts.briefs.at(left).id < m_known.facts.briefs.at(right).id;
}

QList<quint32> RowOrder::rows(const std::stop_token& stop) const
{
    struct Keyed
    {
        quint64 key;
        quint32 row;
    };
    const QList<TaskBrief>& briefs = m_known.facts.briefs;
    std::vector<Keyed> shown;
    const bool isAll = !m_choice.isFiltering();
    if (isAll)
        shown.reserve(size_t(briefs.size()));
    for (qsizetype row = 0; row < briefs.size(); ++row) {
        if (isAll || isShown(row))
            shown.push_back({ key(row), quint32(row) });
        if (row % rowsAtOnce == 0 && stop.stop_requested())
            return {};
    }
    const auto precedes = [&briefs](const Keyed& left, const Keyed& right) {
        return left.key != right.key ? left.key < right.key : briefs.at(left.row).id < briefs.at(right.row).id;
    };
    if (!std::is_sorted(shown.begin(), shown.end(), precedes))
        std::sort(shown.begin(), shown.end(), precedes);
    if (m_choice.order == Qt::DescendingOrder)
        std::reverse(shown.begin(), shown.end());
    QList<quint32> rows;
    rows.reserve(qsizetype(shown.size()));
    for (const Keyed& one : shown)
        rows.append(one.row);
    return rows;
}

} // namespace pushbrake
