#include "ui/tasks/savedview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr std::array<const char*, statusChoiceCount> statuses { "any", "canBeCancelled", "underWay", "needsLook",
    "scheduled", "timeHasCome", "goingOut", "sent", "cancelled", "notKnownYet", "tooLate", "notCancelled", "willGoOut",
    "notChecked", "audienceNotKnown", "gone", "other" };
constexpr std::array<const char*, size_t(TimeChoice::NotKnown) + 1> times { "any", "nextHour", "nextDay", "nextWeek",
    "today", "tomorrow", "between", "past", "notKnown" };
constexpr std::array<const char*, resultChoiceCount> results { "any", "cancelled", "tooLate", "notCancelled",
    "notKnownYet", "keptScheduled", "none" };

constexpr std::array<const char*, size_t(OriginChoice::Kind::NotKnown) + 1> origins { "any", "typed", "service",
    "anyFile", "file", "notKnown" };
constexpr qsizetype longestFile = 200; ///< of its name, which is cut where it is kept

template<typename Choice, size_t count> QString wordOf(const std::array<const char*, count>& words, Choice choice)
{
    return QString::fromLatin1(words.at(size_t(choice)));
}

template<typename Choice, size_t count>
std::optional<Choice> choiceOf(const std::array<const char*, count>& words, const QJsonValue& word)
{
    const auto found = std::find_if(words.begin(), words.end(),
        [&word](const char* one) { return word.isString() && word.toString() == QLatin1StringView(one); });
    return found == words.end() ? std::nullopt : std::optional(Choice(found - words.begin()));
}

/// As text: a number of JSON has no room for every one of 64 bits.
std::optional<qint64> momentOf(const QJsonValue& text)
{
    bool isNumber = false;
    const qint64 ms = text.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(ms) : std::nullopt;
}

/// Takes it out of the view. Nothing when it is not understood; without one it is any.
std::optional<OriginChoice> originOf(QJsonObject& view)
{
    if (!view.contains(u"origin"_s) && !view.contains(u"file"_s))
        return OriginChoice();
    const auto kind = choiceOf<OriginChoice::Kind>(origins, view.take(u"origin"_s));
    const QJsonValue file = view.take(u"file"_s);
    const bool isFile = kind == OriginChoice::Kind::File;
    const bool isName = file.isString() && file.toString().size() <= longestFile && file.toString().isEmpty() != isFile;
    return kind && isName ? std::optional(OriginChoice { *kind, file.toString() }) : std::nullopt;
}

std::optional<SortKeys> orderOf(const QJsonValue& list)
{
    QStringList words;
    for (const QJsonValue& one : list.toArray())
        words << one.toString();
    return sortKeysOf(words);
}

} // namespace

QString textOf(const SavedView& view)
{
    const Narrowing& by = view.by;
    QJsonObject object {
        { u"name"_s, view.name },
        { u"words"_s, by.typed },
        { u"status"_s, wordOf(statuses, by.status) },
        { u"audience"_s, by.audience ? audienceWord(*by.audience) : u"any"_s },
        { u"time"_s, wordOf(times, by.time) },
        { u"from"_s, QString::number(by.between.fromMs) },
        { u"until"_s, QString::number(by.between.untilMs) },
        { u"result"_s, wordOf(results, by.result) },
        { u"order"_s, QJsonArray::fromStringList(wordsOf(view.order)) },
    };
    // An earlier version of the program would not read a view with what it does not know.
    if (by.origin.kind != OriginChoice::Kind::Any) {
        object[u"origin"_s] = wordOf(origins, by.origin.kind);
        object[u"file"_s] = by.origin.file;
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<SavedView> savedViewOf(const QString& text)
{
    QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    static const QJsonObject known = QJsonDocument::fromJson(textOf({}).toUtf8()).object();
    const auto origin = originOf(object);
    if (!origin || object.keys() != known.keys())
        return {};
    const QString audience = object[u"audience"_s].toString();
    const auto status = choiceOf<StatusChoice>(statuses, object[u"status"_s]);
    const auto time = choiceOf<TimeChoice>(times, object[u"time"_s]);
    const auto result = choiceOf<ResultChoice>(results, object[u"result"_s]);
    const auto from = momentOf(object[u"from"_s]);
    const auto until = momentOf(object[u"until"_s]);
    const auto order = orderOf(object[u"order"_s]);
    SavedView view;
    view.name = object[u"name"_s].toString();
    const bool isNamed = !view.name.trimmed().isEmpty() && view.name.size() <= SavedView::longestName;
    const bool isAudience = audience == "any"_L1 || audienceFromWord(audience);
    const QJsonValue words = object[u"words"_s];
    const bool isText = words.isString() && words.toString().size() <= Narrowing::longestTyped;
    if (!isNamed || !isAudience || !isText || !status || !time || !result || !from || !until || !order)
        return {};
    view.by = { words.toString(), *status, audienceFromWord(audience), *time, { *from, *until }, *result, *origin };
    view.order = *order;
    const bool isSpan = *time == TimeChoice::Between ? *from < *until : view.by.between == TimeSpan();
    return isSpan ? std::optional(view) : std::nullopt;
}

} // namespace pushbrake
