#include "api/errorcatalogue.h"

namespace pushbrake {

// One number can mean different things at different commands of the service, so only what is documented for every
// command or for delete_sched_task is sorted here. Everything else stays Unclear, which is settled by reading the task.
CodeMeaning codeMeaning(int code)
{
    switch (code) {
    case 0: return CodeMeaning::Done;
    case 90104: // TaskID, Type or SDKAppID not valid
        return CodeMeaning::Rejected;
    case 90106: // dispatched
    case 90107: // dispatching
        return CodeMeaning::TooLate;
    // Time-outs and faults inside the service: the deletion may have been carried out.
    case 60008:
    case 60013:
    case 60014:
    case 70169:
    case 70202:
    case 70500:
    case 90105:
    case 91000: return CodeMeaning::Unclear;
    case 60007:
    case 60011:
    case 60018:
    case 60019: return CodeMeaning::RateLimited;
    // The documents disagree: try again, or wrong account or signature.
    case 60004:
    case 60005: return CodeMeaning::TryOnceMore;
    case 70001: // expired
    case 70052: // no longer valid
        return CodeMeaning::SignatureExpired;
    // The request itself was refused before anything was done, and every other one would be.
    case 60002: // address not understood
    case 60003: // body is not JSON
    case 60009: // no such resource
    case 60015: // wrong type in the body
    case 70402: // parameters not allowed
    case 60006: // SDKAppID not valid
    case 60010: // not an administrator
    case 60012: // SDKAppID missing
    case 60016: // application disabled
    case 60017: // request disabled
    case 60020: // plan missing or expired
    case 60021: // caller's address not allowed
    case 60025: // a value of the query is wrong
    case 60026: // wrong region
    case 60027: // another product
    case 60028: // trial allowance used up
        return CodeMeaning::AccountFault;
    default:
        // 7xxxx are the codes of accounts and signatures; going on with a bad one locks the app out (70050).
        return code >= 70000 && code <= 79999 ? CodeMeaning::AccountFault : CodeMeaning::Unclear;
    }
}

bool isLimitOfApp(int code)
{
    return code == 60007 || code == 60011;
}

bool saysNoSuchTask(int code)
{
    return code == 90104;
}

} // namespace pushbrake
