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
/// Of a push that goes out soon: a second more than the service works on a request.
inline constexpr Milliseconds hurriedDeadline = 4s;
/// A read that is lost is only read again.
inline constexpr Milliseconds readDeadline = 10s;
/// The read before a batch only spares deletions that are bound to be refused.
inline constexpr Milliseconds probeDeadline = 2s;
/// What a request needs to reach the service (150 ms of way and the TLS of a new connection): sooner is hopeless.
inline constexpr Milliseconds lead = 300ms;
/// A push that goes out within it is not held back, and is looked up as urgently as others are sent.
inline constexpr Milliseconds dueSoon = 60s;
/// With so little time left a second attempt is worth more than the certainty that the first one failed.
inline constexpr Milliseconds dueAtOnce = 10s;
/// A doubtful push that goes out within it is looked at every second; one that goes out later is left alone for no
/// more than a fourth of the time until then.
inline constexpr Milliseconds hurryWithin = 30s;
inline constexpr Milliseconds hurriedGap = 1s;
inline constexpr Milliseconds leastGap = 100ms;
/// A doubtful push that goes out within it is looked at, and sent again, until it has gone out.
inline constexpr Milliseconds looksGoOnWithin = 10min;
/// A push that is gone so long before it was due did not go out: no service sends earlier than it was told to, and its
/// clocks do not differ by seconds.
inline constexpr Milliseconds clearlyBefore = 5s;
/// A task that was found still scheduled after an attempt is watched: a request that was held back in the network may
/// yet arrive.
inline constexpr Milliseconds watched[] { 5s, 10s, 20s, 40s, 60s };
inline constexpr Milliseconds watchedAfterDue = 3s;
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
/// Answers of a gateway (5xx) in a row after which nothing more is sent into it until a read comes through.
inline constexpr int gatewayFaults = 3;

} // namespace pushbrake::limits
