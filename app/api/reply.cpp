#include "api/reply.h"

#include "api/requests.h"
#include "api/strictjson.h"

#include <limits>

namespace pushbrake {

using nlohmann::json;

namespace {

constexpr qsizetype longestText = 2'000;

struct Answer
{
    ReplyHead head;
    json object;
};

const json* member(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

// Foreign text without a bound would end in dialogs and in the journal. Never cuts a character outside the BMP in two.
QString bounded(const QString& text)
{
    if (text.size() <= longestText)
        return text;
    return text.left(text.at(longestText - 1).isHighSurrogate() ? longestText - 1 : longestText);
}

QString textMember(const json& object, const char* name)
{
    return bounded(textOf(object, name));
}

std::optional<int> errorCode(const json& object)
{
    const auto code = integerOf(object, "ErrorCode");
    if (!code || *code < std::numeric_limits<int>::min() || *code > std::numeric_limits<int>::max())
        return std::nullopt;
    return int(*code);
}

std::expected<ReplyHead, ReplyFault> headOf(const json& object)
{
    const auto code = errorCode(object);
    if (!code)
        return std::unexpected { ReplyFault::NoErrorCode };
    const json* status = member(object, "ActionStatus");
    if (!status || !status->is_string())
        return std::unexpected { ReplyFault::NoActionStatus };
    if (*status != (*code == 0 ? "OK" : "FAIL"))
        return std::unexpected { ReplyFault::Contradiction };
    const json* text = member(object, "ErrorInfo");
    if (text && !text->is_string())
        return std::unexpected { ReplyFault::WrongShape };
    return ReplyHead { *code, textMember(object, "ErrorInfo") };
}

std::expected<Answer, ReplyFault> readAnswer(const QByteArray& body)
{
    if (body.trimmed().isEmpty())
        return std::unexpected { ReplyFault::Empty };
    auto object = parseStrictJson(body);
    if (!object)
        return std::unexpected { ReplyFault::NotJson };
    if (!object->is_object())
        return std::unexpected { ReplyFault::NotObject };
    auto head = headOf(*object);
    if (!head)
        return std::unexpected { head.error() };
    return Answer { std::move(head).value(), *std::move(object) };
}

// Title and text are copied out of the content by the service; where they are not, the content itself has them.
QString wording(const json& info, const char* name)
{
    const QString copied = textMember(info, name);
    const json* content = member(info, "Content");
    if (!copied.isEmpty() || !content || !content->is_object())
        return copied;
    const json* push = member(*content, "OfflinePushInfo");
    return push && push->is_object() ? textMember(*push, name) : QString();
}

// What cannot be understood is left open rather than guessed; a task without audience or known status is not
// cancellable.
Task taskOf(const json& info, TaskId id)
{
    Task task;
    task.id = id;
    task.audience = audienceFromWord(textMember(info, "Type"));
    task.title = wording(info, "Title");
    task.description = wording(info, "Desc");
    task.goesOutAt = fromServiceTime(textMember(info, "SchedAt"));
    task.statusWord = textMember(info, "Status");
    task.status = taskStatusFromWord(task.statusWord);
    task.pushTaskId = textMember(info, "PushTaskID");
    task.readFromService = true;
    task.origin = origin::service;
    return task;
}

ListReply rowsOf(const json& rows)
{
    ListReply page;
    for (const json& row : rows) {
        const auto id = row.is_object() ? integerOf(row, "TaskID") : std::nullopt;
        if (id && *id > 0)
            page.tasks.append(taskOf(row, *id));
        else
            ++page.skipped;
    }
    return page;
}

} // namespace

std::expected<ReplyHead, ReplyFault> readDeleteReply(const QByteArray& body, TaskId sent)
{
    const auto answer = readAnswer(body);
    if (!answer)
        return std::unexpected { answer.error() };
    if (answer->head.code == 0) {
        const auto id = integerOf(answer->object, "TaskID");
        if (!id)
            return std::unexpected { ReplyFault::WrongShape };
        if (*id != sent)
            return std::unexpected { ReplyFault::WrongTask };
    }
    return answer->head;
}

std::expected<TaskReply, ReplyFault> readGetReply(const QByteArray& body, TaskId asked)
{
    const auto answer = readAnswer(body);
    if (!answer)
        return std::unexpected { answer.error() };
    if (answer->head.code != 0)
        return TaskReply { answer->head, {} };
    const json* info = member(answer->object, "TaskInfo");
    if (!info || !info->is_object())
        return std::unexpected { ReplyFault::WrongShape };
    const auto id = integerOf(*info, "TaskID");
    const json* status = member(*info, "Status");
    if (!id || !status || !status->is_string())
        return std::unexpected { ReplyFault::WrongShape };
    if (*id != asked)
        return std::unexpected { ReplyFault::WrongTask };
    return TaskReply { answer->head, taskOf(*info, *id) };
}

std::expected<ListReply, ReplyFault> readListReply(const QByteArray& body)
{
    const auto answer = readAnswer(body);
    if (!answer)
        return std::unexpected { answer.error() };
    if (answer->head.code != 0)
        return ListReply { answer->head, 0, {}, 0 };
    const auto total = integerOf(answer->object, "Total");
    const json* rows = member(answer->object, "Tasks");
    // An empty list is written as null by some servers; anything else that is no list is not understood.
    const bool isEmpty = total == 0 && (!rows || rows->is_null());
    if (!total || *total < 0 || (!isEmpty && (!rows || !rows->is_array())))
        return std::unexpected { ReplyFault::WrongShape };
    ListReply page = isEmpty ? ListReply {} : rowsOf(*rows);
    page.head = answer->head;
    page.total = *total;
    return page;
}

} // namespace pushbrake
