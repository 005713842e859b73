// How long everything is waited for and how often it is tried again, in one table, each figure with its reason.
// What keeps within the service's rate is not here: see net/ratelimiter.
#pragma once

#include "domain/clock.h"
#include "net/backoff.h"

namespace pushbrake::limits {

using namespace std::chrono_literals;

// --- how long ---

/// The service works on a request for up to 3 s (document 34620): until then "pending" does not prove that it failed.
inline constexpr Milliseconds serviceGivesUp = 3'500ms;
/// What has not come by then will not come: five times what the service allows itself.
inline constexpr Milliseconds changeDeadline = 15s;
/// A read that is lost is only read again.
inline constexpr Milliseconds readDeadline = 10s;
/// What a request needs to reach the service (150 ms of way and the TLS of a new connection): sooner is hopeless.
inline constexpr Milliseconds lead = 300ms;
/// A push that goes out within it is not held back, and is looked up as urgently as others are sent.
inline constexpr Milliseconds dueSoon = 60s;
/// With so little time left a second attempt is worth more than the certainty that the first one failed.
inline constexpr Milliseconds dueAtOnce = 10s;
/// A signature is made for an hour (short, since it stands in every address) and renewed before it can end on the way.
inline constexpr std::chrono::seconds signatureLife = 1h;
inline constexpr std::chrono::seconds signatureRenewedBefore = 5min;

// --- how often, and the waits between ---

/// The service refuses for its rate (60007 and its kin) for whole seconds; somebody else may use the quota for minutes.
inline constexpr Backoff rateBackoff { 1s, 30s };
inline constexpr int mostRateTries = 8; ///< about two minutes with the waits above
/// Attempts of one task, each after the service itself had called it pending again.
inline constexpr int mostAttempts = 5;
/// Looks at a task that settle nothing: about two minutes with the waits below.
inline constexpr Backoff checkBackoff { 2s, 60s };
inline constexpr int mostChecks = 5;
/// A network that is away is soon noticed to be back.
inline constexpr Backoff networkBackoff { 1s, 10s };
/// A person waits for a list: after three lost pages in a row they are told.
inline constexpr Backoff readBackoff { 1s, 30s };
inline constexpr int mostReadTries = 3;
/// Pages of one refresh: a million tasks with 50 rows a page, or read twice with 100, and an hour and a half at five a
/// second. A list that goes on after that does not end.
inline constexpr int mostListPages = 30'000;
/// Pages in a row with nothing but tasks that stood on earlier ones: rows shift by a page at a time, not by three.
inline constexpr int mostFruitlessPages = 3;
/// One doubt of the account may be a hiccup (60004, 60005), and a signature may end on the way; more tries with a bad
/// one lock the app out (70050).
inline constexpr int mostAccountTries = 1;

} // namespace pushbrake::limits
