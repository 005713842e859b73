#include "api/answertable.h"

#include <QStringEncoder>

namespace pushbrake::answers {

namespace {

using F = ReplyFault;

constexpr Reading done {};

Reading fault(F which)
{
    return { which, 0 };
}

/// One member as it is written, and what is wrong with it; an empty text leaves the member out.
struct Part
{
    QByteArray text;
    std::optional<F> fault = {};
    int code = 0; ///< of an ErrorCode
};

const QList<Part>& codes()
{
    static const QList<Part> parts = [] {
        QList<Part> made { { "0" }, { "", F::NoErrorCode } };
        for (const int refused : { 60002, 60003, 60004, 60005, 60006, 60007, 60008, 60009, 60010, 60011, 60012, 60013,
                 60014, 60015, 60016, 60017, 60018, 60019, 60020, 60021, 60025, 60026, 60027, 60028, 70001, 70002,
                 70003, 70009, 70013, 70050, 70052, 70169, 70202, 70402, 70500, 90104, 90105, 90106, 90107, 91000,
                 12345, 1, -1, 2'147'483'647, -2'147'483'647 - 1 })
            made.append({ QByteArray::number(refused), {}, refused });
        for (const char* none : { "\"0\"", "\"\"", "\"90107\"", "null", "false", "true", "[]", "[0]", "{}", "0.0",
                 "0e0", "0E-5", "-0", "-0.0", "0.4", "1e-400", "4294967296", "2147483648", "-2147483649",
                 "18446744073709551616", "9223372036854775808" })
            made.append({ none, F::NoErrorCode });
        for (const char* broken : { "00", "+0", "0x0", "NaN", "0.", ".0", "Infinity", "-", "0_0", "O" })
            made.append({ broken, F::NotJson });
        return made;
    }();
    return parts;
}

/// `fault` of a status stands for any code; whether it agrees with the code is for headOf().
const QList<Part>& statuses()
{
    static const QList<Part> parts { { "\"OK\"" }, { "\"FAIL\"" }, { "", F::NoActionStatus },
        { "null", F::NoActionStatus }, { "true", F::NoActionStatus }, { "0", F::NoActionStatus },
        { "[\"OK\"]", F::NoActionStatus }, { "{}", F::NoActionStatus }, { "\"ok\"", F::Contradiction },
        { "\"OK \"", F::Contradiction }, { "\"\"", F::Contradiction }, { "\"SUCCESS\"", F::Contradiction },
        { "\"OK\\u0020\"", F::Contradiction }, { "OK", F::NotJson } };
    return parts;
}

const QList<Part>& texts()
{
    static const QList<Part> parts { { "" }, { "\"\"" }, { "\"delete failed: task dispatching\"" },
        { "5", F::WrongShape }, { "null", F::WrongShape }, { "[]", F::WrongShape }, { "{}", F::WrongShape } };
    return parts;
}

/// The echo of the task.
const QList<Part>& echoes()
{
    static const QList<Part> parts { { "7000000001" }, { "7000000002", F::WrongTask }, { "0", F::WrongTask },
        { "-7000000001", F::WrongTask }, { "70000000010", F::WrongTask }, { "700000000", F::WrongTask },
        { "9223372036854775807", F::WrongTask }, { "", F::WrongShape }, { "\"7000000001\"", F::WrongShape },
        { "null", F::WrongShape }, { "7000000001.0", F::WrongShape }, { "7.000000001e9", F::WrongShape },
        { "9223372036854775808", F::WrongShape }, { "18446744080709551617", F::WrongShape },
        { "[7000000001]", F::WrongShape }, { "{\"TaskID\":7000000001}", F::WrongShape }, { "true", F::WrongShape },
        { "07000000001", F::NotJson } };
    return parts;
}

/// What a look says of the task.
const QList<Part>& tasks()
{
    static const QList<Part> parts { { R"({"TaskID":7000000001,"Status":"pending"})" },
        { R"({"TaskID":7000000001,"Status":"dispatched","Type":"All","Title":"x"})" },
        { R"({"Status":"a word of tomorrow","TaskID":7000000001})" },
        { R"({"TaskID":7000000002,"Status":"pending"})", F::WrongTask },
        { R"({"TaskID":0,"Status":"pending"})", F::WrongTask },
        { R"({"TaskID":"7000000001","Status":"pending"})", F::WrongShape },
        { R"({"TaskID":7000000001.0,"Status":"pending"})", F::WrongShape },
        { R"({"TaskID":null,"Status":"pending"})", F::WrongShape }, { R"({"Status":"pending"})", F::WrongShape },
        { R"({"TaskID":7000000001})", F::WrongShape }, { R"({"TaskID":7000000001,"Status":0})", F::WrongShape },
        { R"({"TaskID":7000000001,"Status":null})", F::WrongShape },
        { R"({"TaskID":7000000001,"Status":["pending"]})", F::WrongShape },
        { R"({"TaskID":7000000001,"status":"pending"})", F::WrongShape },
        { R"([{"TaskID":7000000001,"Status":"pending"}])", F::WrongShape }, { "null", F::WrongShape },
        { "{}", F::WrongShape }, { "\"pending\"", F::WrongShape }, { "7000000001", F::WrongShape },
        { R"({"TaskID":1,"TaskID":7000000001,"Status":"pending"})", F::NotJson },
        { R"({"TaskID":7000000001,"Status":"gone","Status":"pending"})", F::NotJson } };
    return parts;
}

/// What the part says that every answer has, in the order in which it is looked at.
std::optional<F> headFault(const Part& code, const Part& status, const Part& text)
{
    for (const Part* part : { &code, &status, &text }) {
        if (part->fault == F::NotJson)
            return F::NotJson;
    }
    if (code.fault)
        return code.fault;
    if (status.fault)
        return status.fault;
    if ((code.code == 0) != (status.text == "\"OK\""))
        return F::Contradiction;
    return text.fault;
}

QByteArray object(const QList<std::pair<QByteArray, QByteArray>>& members)
{
    QByteArray written;
    for (const auto& [name, value] : members) {
        if (!value.isEmpty())
            written += (written.isEmpty() ? "\"" : ",\"") + name + "\":" + value;
    }
    return '{' + written + '}';
}

Reading reading(std::optional<F> head, int code, std::optional<F> rest)
{
    if (head || rest == F::NotJson)
        return fault(rest == F::NotJson ? F::NotJson : *head);
    return code != 0 ? Reading { {}, code } : Reading { rest, 0 };
}

void addRow(
    QList<Row>& rows, const Part& code, const Part& status, const Part& text, const Part& echo, const Part& task)
{
    const QByteArray body = object({ { "ActionStatus", status.text }, { "ErrorInfo", text.text },
        { "ErrorCode", code.text }, { "TaskID", echo.text }, { "TaskInfo", task.text } });
    const auto head = headFault(code, status, text);
    const bool isBroken = echo.fault == F::NotJson || task.fault == F::NotJson;
    const auto rest = [&](const Part& part) { return isBroken ? std::optional(F::NotJson) : part.fault; };
    rows.append({ body, body, reading(head, code.code, rest(echo)), reading(head, code.code, rest(task)) });
}

/// Each way in which a member can be written beside each of every other, with the task's echo or with what a look says.
void addCombinations(QList<Row>& rows)
{
    const Part none { "", F::WrongShape };
    for (const Part& code : codes()) {
        for (const Part& status : statuses()) {
            addRow(rows, code, status, texts().at(0), echoes().first(), none);
            addRow(rows, code, status, texts().at(1), none, tasks().first());
        }
        for (const Part& echo : echoes())
            addRow(rows, code, statuses().at(code.code == 0 ? 0 : 1), texts().at(1), echo, none);
        for (const Part& task : tasks())
            addRow(rows, code, statuses().at(code.code == 0 ? 0 : 1), texts().at(1), none, task);
    }
    for (const Part& text : texts()) {
        for (const Part& echo : echoes()) {
            for (const Part& status : statuses())
                addRow(rows, codes().first(), status, text, echo, tasks().first());
        }
    }
}

const QByteArray deleted = R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"TaskID":7000000001})";
const QByteArray pending
    = R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"TaskInfo":{"TaskID":7000000001,"Status":"pending"}})";

/// A body that is no answer of either kind.
void addNone(QList<Row>& rows, const QByteArray& name, const QByteArray& body, F why)
{
    rows.append({ name, body, fault(why), fault(why) });
}

void addCuts(QList<Row>& rows)
{
    for (const QByteArray& good : { deleted, pending }) {
        for (qsizetype kept = 1; kept < good.size(); ++kept) {
            const QByteArray at = QByteArray::number(kept);
            addNone(rows, "cut after byte " + at, good.left(kept), F::NotJson);
            addNone(rows, "without its first bytes, from " + at, good.mid(kept), F::NotJson);
        }
        for (qsizetype at = 0; at < good.size(); ++at) {
            addNone(rows, "a NUL at " + QByteArray::number(at), QByteArray(good).insert(at, '\0'), F::NotJson);
            addNone(rows, "a lone UTF-8 byte at " + QByteArray::number(at), QByteArray(good).insert(at, '\xB5'),
                F::NotJson);
        }
    }
}

void addStrayBytes(QList<Row>& rows)
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray stray(1, char(byte));
        const bool isBlank = stray == " " || stray == "\t" || stray == "\r" || stray == "\n";
        const QByteArray hex = stray.toHex();
        for (const QByteArray& body : { deleted + stray, stray + deleted }) {
            const Reading read = isBlank ? done : fault(F::NotJson);
            rows.append({ "stray byte " + hex, body, read, isBlank ? fault(F::WrongShape) : read });
        }
        if (byte < 0x20)
            addNone(rows, "control " + hex + " in a text",
                R"({"ActionStatus":"OK","ErrorInfo":")" + stray + R"(","ErrorCode":0,"TaskID":7000000001})",
                F::NotJson);
    }
}

void addEncodings(QList<Row>& rows)
{
    addNone(rows, "UTF-8 mark", "\xEF\xBB\xBF" + deleted, F::NotJson);
    for (const auto encoding : { QStringConverter::Utf16LE, QStringConverter::Utf16BE, QStringConverter::Utf32LE,
             QStringConverter::Utf32BE }) {
        for (const auto flag : { QStringConverter::Flag::Default, QStringConverter::Flag::WriteBom })
            addNone(rows, QByteArray("encoding ") + QStringConverter::nameForEncoding(encoding),
                QStringEncoder(encoding, flag).encode(QString::fromLatin1(deleted)), F::NotJson);
    }
    for (const char* bytes : { "\xFF", "\xFE", "\x80", "\xBF", "\xC0\xAF", "\xC1\xBF", "\xC2", "\xE0\x80\xAF",
             "\xE0\x9F\xBF", "\xE4\xBD", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x9F\x98",
             "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80" })
        addNone(rows, QByteArray("bad UTF-8 ") + QByteArray(bytes).toHex(),
            R"({"ActionStatus":"OK","ErrorInfo":")" + QByteArray(bytes) + R"(","ErrorCode":0,"TaskID":7000000001})",
            F::NotJson);
    for (const char* escape :
        { R"(\ud800)", R"(\udc00)", R"(\ud800\ud800)", R"(\x41)", R"(\u00g0)", R"(\u12)", R"(\')", R"(\0)", "\\" })
        addNone(rows, QByteArray("bad escape ") + escape,
            R"({"ActionStatus":"OK","ErrorInfo":")" + QByteArray(escape) + R"(","ErrorCode":0,"TaskID":7000000001})",
            F::NotJson);
}

void addDoubles(QList<Row>& rows)
{
    const QList<std::pair<QByteArray, QByteArray>> others { { "ActionStatus", "\"FAIL\"" },
        { "ActionStatus", "\"OK\"" }, { "ErrorCode", "90107" }, { "ErrorCode", "0" }, { "ErrorInfo", "\"\"" },
        { "TaskID", "7000000002" }, { "TaskID", "7000000001" }, { "Error\\u0043ode", "0" },
        { "\\u0054askID", "7000000001" } };
    for (const auto& [name, value] : others) {
        const QByteArray again = '"' + name + "\":" + value;
        addNone(rows, "doubled at the end: " + again, deleted.chopped(1) + ',' + again + '}', F::NotJson);
        addNone(rows, "doubled at the beginning: " + again, '{' + again + ',' + deleted.mid(1), F::NotJson);
        addNone(rows, "doubled inside: " + again, deleted.chopped(1) + R"(,"x":[{)" + again + ',' + again + "}]}",
            F::NotJson);
    }
}

void addNesting(QList<Row>& rows)
{
    for (const int depth : { 1, 10, 62, 63, 64, 65, 100, 1'000, 100'000 }) {
        const Reading read = depth <= 63 ? done : fault(F::NotJson);
        const Reading look = depth <= 63 ? fault(F::WrongShape) : read;
        const QByteArray arrays = QByteArray(depth, '[') + QByteArray(depth, ']');
        const QByteArray objects = QByteArray("{\"a\":").repeated(depth) + '0' + QByteArray(depth, '}');
        for (const QByteArray& deep : { arrays, objects })
            rows.append(
                { "nested " + QByteArray::number(depth), deleted.chopped(1) + ",\"x\":" + deep + '}', read, look });
        addNone(rows, "nested without an end", QByteArray(depth, '['), F::NotJson);
    }
}

void addWrappings(QList<Row>& rows)
{
    addNone(rows, "nothing", "", F::Empty);
    addNone(rows, "blanks", " \r\n\t", F::Empty);
    addNone(rows, "in a list", '[' + deleted + ']', F::NotObject);
    for (const char* scalar : { "0", "1", "\"OK\"", "true", "null", "[]" })
        addNone(rows, scalar, scalar, F::NotObject);
    for (const char* other : { "{}", R"({"Response":{"ActionStatus":"OK","ErrorCode":0,"TaskID":7000000001}})",
             R"({"ActionStatus":"OK","errorCode":0,"TaskID":7000000001})", R"({"code":0,"message":"OK"})" })
        addNone(rows, other, other, F::NoErrorCode);
    const QByteArray quoted = QByteArray(deleted).replace('"', "\\\"");
    addNone(rows, "as a text", '"' + quoted + '"', F::NotObject);
    for (const QByteArray& body : { deleted + deleted, deleted + '\n' + deleted, deleted + ',' + deleted,
             "cb(" + deleted + ")", "/* */" + deleted, deleted + "// ok", ")]}',\n" + deleted, "data: " + deleted,
             "5a\r\n" + deleted + "\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n" + deleted, deleted.toBase64(),
             deleted.toHex(), qCompress(deleted), QByteArray(deleted).replace('"', '\''),
             QByteArray(deleted).replace(',', ';'), QByteArray(deleted).replace(':', '='), deleted.chopped(1) + ",}",
             '{' + QByteArray(",") + deleted.mid(1), deleted.chopped(1) + ']', deleted + '}',
             "<html><body>" + deleted + "</body></html>", QByteArray("<?xml version=\"1.0\"?><OK/>"), QByteArray("OK"),
             QByteArray("success"), QByteArray("ActionStatus=OK&ErrorCode=0") })
        addNone(rows, body.left(60), body, F::NotJson);
}

/// What may be written otherwise and means the same.
void addGood(QList<Row>& rows)
{
    for (const QByteArray& body :
        { deleted, "\r\n " + deleted + " \n", QByteArray(R"({"TaskID":7000000001,"ErrorCode":0,"ActionStatus":"OK"})"),
            QByteArray(R"({"ErrorCode" : 0 ,"ActionStatus" : "OK" , "TaskID" : 7000000001 ,"RequestId":"x"})"),
            QByteArray(R"({"ActionStatus":"\u004fK","Error\u0043ode":0,"TaskID":7000000001})"),
            deleted.chopped(1) + R"(,"errorcode":90107,"taskid":1,"actionstatus":"FAIL"})" })
        rows.append({ "good: " + body.left(60), body, done, fault(F::WrongShape) });
    rows.append({ "good look", pending, fault(F::WrongShape), done });
}

} // namespace

const QList<Row>& table()
{
    static const QList<Row> rows = [] {
        QList<Row> made;
        addGood(made);
        addCombinations(made);
        addCuts(made);
        addStrayBytes(made);
        addEncodings(made);
        addDoubles(made);
        addNesting(made);
        addWrappings(made);
        return made;
    }();
    return rows;
}

} // namespace pushbrake::answers
