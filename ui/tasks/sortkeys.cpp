#include "ui/tasks/sortkeys.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr std::array<const char*, taskcells::ColumnCount> columns { "push", "id", "audience", "goesOut", "utc",
    "timeLeft", "status", "lastResult", "note" };

bool isOfWords(int column)
{
    return column == taskcells::Push || column == taskcells::Note;
}

SortKeys::iterator find(SortKeys& keys, int column)
{
    return std::find_if(keys.begin(), keys.end(), [column](const SortKey& one) { return one.column == column; });
}

} // namespace

SortKeys thenBy(SortKeys keys, int column)
{
    if (const auto there = find(keys, column); there != keys.end()) {
        there->order = there->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        return keys;
    }
    if (isOfWords(column))
        keys.removeIf([](const SortKey& one) { return isOfWords(one.column); });
    if (keys.size() >= mostSortKeys)
        keys.removeLast();
    keys.append({ column, Qt::AscendingOrder });
    return keys;
}

SortKeys notThenBy(SortKeys keys, int column)
{
    if (const auto there = find(keys, column); there != keys.end() && there != keys.begin())
        keys.erase(there);
    return keys;
}

int columnOfWords(const SortKeys& keys)
{
    for (const SortKey& one : keys) {
        if (isOfWords(one.column))
            return one.column;
    }
    return -1;
}

QString sortMark(const SortKeys& keys, int column)
{
    for (qsizetype turn = 0; keys.size() > 1 && turn < keys.size(); ++turn) {
        if (keys.at(turn).column != column)
            continue;
        const QString number = u"\u00b9\u00b2\u00b3"_s.sliced(turn, 1);
        const bool isUp = keys.at(turn).order == Qt::AscendingOrder;
        return turn == 0 ? number : (isUp ? u"\u2191"_s : u"\u2193"_s) + number;
    }
    return {};
}

QStringList wordsOf(const SortKeys& keys)
{
    QStringList words;
    for (const SortKey& one : keys) {
        const auto name = QLatin1StringView(columns.at(size_t(one.column)));
        words << (one.order == Qt::AscendingOrder ? QString(name) : u'-' + name);
    }
    return words;
}

std::optional<SortKeys> sortKeysOf(const QStringList& words)
{
    SortKeys keys;
    for (const QString& word : words) {
        const bool isTurned = word.startsWith(u'-');
        const QString name = isTurned ? word.sliced(1) : word;
        const auto column = std::find_if(
            columns.begin(), columns.end(), [&name](const char* one) { return name == QLatin1StringView(one); });
        const int number = int(column - columns.begin());
        if (column == columns.end() || find(keys, number) != keys.end()
            || (isOfWords(number) && columnOfWords(keys) >= 0))
            return {};
        keys.append({ number, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder });
    }
    return keys.isEmpty() || keys.size() > mostSortKeys ? std::nullopt : std::optional(keys);
}

} // namespace pushbrake
