// What the service's error codes mean for a cancellation (documents 34348, 34620, 74196 and 78841).
// Facts for decisions only; the sentences for people are in ui/.
#pragma once

namespace pushbrake {

/// What an answer's code says of the one deletion and of the run.
enum class CodeMeaning {
    Done, ///< 0
    Rejected, ///< nothing changed; this task needs a person (90104 and other request faults)
    TooLate, ///< 90106, 90107
    Unclear, ///< may or may not have taken effect: read the task (60008, 60013, 60014, 70169, 70202, 70500, 90105,
             ///< 91000 and codes nobody documented)
    RateLimited, ///< refused before work: wait, then the same task again (60007, 60011, 60018, 60019)
    TryOnceMore, ///< 60004, 60005: one more try, then it is an AccountFault
    SignatureExpired, ///< 70001, 70052: a profile with a secret key signs anew, otherwise AccountFault
    AccountFault ///< concerns the whole run: other 70xxx, 60006, 60010, 60012, 60016, 60017, 60020, 60021, 60025-60028,
                 ///< 70050, ...
};

/// Meaning of an ErrorCode answered to delete_sched_task.
CodeMeaning codeMeaning(int code);
/// Whether a RateLimited code means the requests of one app, and not all that the service gets.
bool isLimitOfApp(int code);
/// Whether an ErrorCode answered to get_sched_task says that there is no such task for this app (90104).
bool saysNoSuchTask(int code);

} // namespace pushbrake
