// Answers to a deletion of task 7000000001 that must never be taken for one, each with what is wrong with it.
// Apart from the test to keep both readable.
#pragma once

#include "api/reply.h"

#include <QByteArray>
#include <QList>

namespace pushbrake {

inline const QByteArray success = R"({"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"TaskID":7000000001})";

struct FaultRow
{
    const char* name;
    QByteArray body;
    ReplyFault fault;
};

inline const QList<FaultRow>& refusedBodies()
{
    using F = ReplyFault;
    static const QList<FaultRow> rows {
        { "nothing", "", F::Empty },
        { "blanks", " \r\n\t", F::Empty },
        { "HTML", "<html><body>502 Bad Gateway</body></html>", F::NotJson },
        { "bare word", "OK", F::NotJson },
        { "byte order mark", "\xEF\xBB\xBF" + success, F::NotJson },
        { "NUL behind it", success + QByteArray(1, '\0'), F::NotJson },
        { "NUL and more behind it", success + QByteArray("\0{}", 3), F::NotJson },
        { "NUL before it", QByteArray(1, '\0') + success, F::NotJson },
        { "second object behind it", success + success, F::NotJson },
        { "comma behind it", success + ",", F::NotJson },
        { "comma before the end", R"({"ActionStatus":"OK","ErrorCode":0,})", F::NotJson },
        { "comment", R"({"ActionStatus":"OK",/* */"ErrorCode":0})", F::NotJson },
        { "single quotes", "{'ActionStatus':'OK','ErrorCode':0}", F::NotJson },
        { "callback", "cb(" + success + ")", F::NotJson },
        { "UTF-16", QByteArray(R"({"ErrorCode":0})").replace('"', QByteArray("\0\"", 2)), F::NotJson },
        { "code twice", R"({"ActionStatus":"OK","ErrorCode":90107,"ErrorCode":0})", F::NotJson },
        { "code twice, escaped", R"({"ActionStatus":"OK","ErrorCode":90107,"Error\u0043ode":0})", F::NotJson },
        { "task twice", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":1,"TaskID":7000000001})", F::NotJson },
        { "key twice inside", R"({"ActionStatus":"OK","ErrorCode":0,"x":[{"a":1,"a":1}]})", F::NotJson },
        { "bad UTF-8", "{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"\xFF\"}", F::NotJson },
        { "overlong UTF-8", "{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"\xC0\xAF\"}", F::NotJson },
        { "cut UTF-8", "{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"\xE4\xBD\"}", F::NotJson },
        { "half a surrogate pair", R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"\ud800"})", F::NotJson },
        { "bad escape", R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"\x41"})", F::NotJson },
        { "line end in text", "{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"a\nb\"}", F::NotJson },
        { "leading zero", R"({"ActionStatus":"OK","ErrorCode":00})", F::NotJson },
        { "half a number", R"({"ActionStatus":"OK","ErrorCode":0.})", F::NotJson },
        { "hexadecimal", R"({"ActionStatus":"OK","ErrorCode":0x0})", F::NotJson },
        { "plus", R"({"ActionStatus":"OK","ErrorCode":+0})", F::NotJson },
        { "not a number", R"({"ActionStatus":"OK","ErrorCode":NaN})", F::NotJson },
        { "deep arrays", QByteArray(100'000, '['), F::NotJson },
        { "deep and closed",
            R"({"ActionStatus":"OK","ErrorCode":0,"x":)" + QByteArray(500, '[') + QByteArray(500, ']') + "}",
            F::NotJson },
        { "list", "[" + success + "]", F::NotObject },
        { "text", R"("OK")", F::NotObject },
        { "number", "0", F::NotObject },
        { "null", "null", F::NotObject },
        { "true", "true", F::NotObject },
        { "empty object", "{}", F::NoErrorCode },
        { "no code", R"({"ActionStatus":"OK","ErrorInfo":"","TaskID":7000000001})", F::NoErrorCode },
        { "code in other letters", R"({"ActionStatus":"OK","errorcode":0})", F::NoErrorCode },
        { "code further in", R"({"Response":{"ActionStatus":"OK","ErrorCode":0}})", F::NoErrorCode },
        { "code is text", R"({"ActionStatus":"OK","ErrorCode":"0"})", F::NoErrorCode },
        { "code is null", R"({"ActionStatus":"OK","ErrorCode":null})", F::NoErrorCode },
        { "code is false", R"({"ActionStatus":"OK","ErrorCode":false})", F::NoErrorCode },
        { "code is a list", R"({"ActionStatus":"OK","ErrorCode":[]})", F::NoErrorCode },
        { "code is an object", R"({"ActionStatus":"OK","ErrorCode":{}})", F::NoErrorCode },
        { "code is 0.0", R"({"ActionStatus":"OK","ErrorCode":0.0})", F::NoErrorCode },
        { "code is 0e0", R"({"ActionStatus":"OK","ErrorCode":0e0})", F::NoErrorCode },
        { "code is -0", R"({"ActionStatus":"OK","ErrorCode":-0})", F::NoErrorCode },
        { "code is 0.4", R"({"ActionStatus":"OK","ErrorCode":0.4})", F::NoErrorCode },
        { "code is 2^32", R"({"ActionStatus":"OK","ErrorCode":4294967296})", F::NoErrorCode },
        { "code is 2^64", R"({"ActionStatus":"OK","ErrorCode":18446744073709551616})", F::NoErrorCode },
        { "no status", R"({"ErrorInfo":"","ErrorCode":0,"TaskID":7000000001})", F::NoActionStatus },
        { "status is null", R"({"ActionStatus":null,"ErrorCode":0})", F::NoActionStatus },
        { "status is true", R"({"ActionStatus":true,"ErrorCode":0})", F::NoActionStatus },
        { "FAIL with 0", R"({"ActionStatus":"FAIL","ErrorCode":0})", F::Contradiction },
        { "OK with a code", R"({"ActionStatus":"OK","ErrorCode":90107})", F::Contradiction },
        { "other word", R"({"ActionStatus":"ok","ErrorCode":0})", F::Contradiction },
        { "empty word", R"({"ActionStatus":"","ErrorCode":90104})", F::Contradiction },
        { "text is a number", R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":5})", F::WrongShape },
        { "text is null", R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":null})", F::WrongShape },
        { "other task", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":7000000002})", F::WrongTask },
        { "task 0", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":0})", F::WrongTask },
        { "task negative", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":-7000000001})", F::WrongTask },
        { "task is text", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":"7000000001"})", F::WrongShape },
        { "task is null", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":null})", F::WrongShape },
        { "task is a float", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":7000000001.0})", F::WrongShape },
        { "task is scientific", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":7.000000001e9})", F::WrongShape },
        { "task is 2^63", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":9223372036854775808})", F::WrongShape },
        { "task wraps around to it", R"({"ActionStatus":"OK","ErrorCode":0,"TaskID":18446744080709551617})",
            F::WrongShape },
    };
    return rows;
}

} // namespace pushbrake
