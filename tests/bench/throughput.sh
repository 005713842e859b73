#!/usr/bin/env bash
# throughput.sh [TASKS [FAULTS]]: cancels the same number of pushes (500) three ways against the practice service, 80 ms of
# round trip away with up to 16 ms of jitter: with Pushbrake's own classes, with a loop of curl and "sleep 0.2", and with
# curl started every 200 ms. Prints for each the share of the limit of five a second that was reached, the share of requests
# that were refused, and the share of results that tell the truth about the push. FAULTS as of practiceservice, for
# instance drop-after=0.1. Judges nothing. Set BUILD when the tools were not built into build/.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
tools="${BUILD:-$here/../../build}/tests/tools"
tasks="${1:-500}"
faults="${2:-}"
[[ -x "$tools/cancelprobe" ]] || { echo "throughput.sh: no tools in $tools; build first or set BUILD" >&2; exit 2; }
scratch="$(mktemp -d)"
service=""
end_service() {
    [[ -z "$service" ]] || { kill "$service" 2>/dev/null; wait "$service" 2>/dev/null; } || true
    service=""
}
trap 'end_service; rm -rf "$scratch"' EXIT

start_service() {
    rm -f "$scratch/log" "$scratch/port"
    "$tools/practiceservice" --make-certificate "$scratch" --latency 40 --jitter 8 --tasks "$tasks" --faults "$faults" \
        --write-tasks "$scratch/tasks.csv" --write-usersig "$scratch/usersig" --log "$scratch/log" >"$scratch/port" &
    service=$!
    for _ in {1..100}; do
        [[ -s "$scratch/port" ]] && break
        sleep 0.05
    done
    port="$(sed 's/listening //' "$scratch/port")"
}

curl_one() { # curl_one ID: one line "ID cancelled" or "ID failed", as a plain script would tell
    local answer
    answer="$(curl -s --cacert "$scratch/ca.pem" -X POST -H 'Content-Type: application/json' --data "{\"Sdkappid\":1400000000,\"TaskID\":$1,\"Type\":\"Tag\"}" \
        "https://localhost:$port/v4/timpush/delete_sched_task?sdkappid=1400000000&identifier=administrator&usersig=$(<"$scratch/usersig")&random=$RANDOM&contenttype=json" || true)"
    if grep -q '"ErrorCode":0' <<<"$answer"; then echo "$1 cancelled"; else echo "$1 failed"; fi >>"$scratch/said"
}

ids() { tail -n +2 "$scratch/tasks.csv" | cut -d, -f1; }

report() { # report NAME: compares what was said with the service's own log
    grep '"delete_sched_task"' "$scratch/log" >"$scratch/deletions" || true
    grep '"applied":true' "$scratch/deletions" | sed 's/.*"task":\([0-9]*\).*/\1/' | sort -u >"$scratch/gone"
    awk -v name="$1" -v tasks="$tasks" -v seconds="$seconds" -v calls="$(wc -l <"$scratch/deletions")" \
        -v refused="$(grep -c '"code":60007' "$scratch/deletions" || true)" '
        FNR == NR { gone[$1] = 1; next }
        { said++; if (($2 == "cancelled") == ($1 in gone)) truth++ }
        END { printf "%s: %.2f of the limit, %.0f %% of %d requests refused, %.1f %% of %d results true\n", name,
            tasks / seconds / 5, 100 * refused / (calls ? calls : 1), calls, 100 * truth / tasks, said }' "$scratch/gone" "$scratch/said"
}

ours() {
    "$tools/cancelprobe" --host "localhost:$port" --ca "$scratch/ca.pem" --sdkappid 1400000000 --usersig "$(<"$scratch/usersig")" \
        --tasks "$scratch/tasks.csv" --journal "$scratch/journal.db" >"$scratch/lines"
    sed -n 's/.*"outcome":"\([a-z_]*\)".*"task":\([0-9]*\).*/\2 \1/p' "$scratch/lines" >"$scratch/said"
}
loop() { for id in $(ids); do curl_one "$id"; sleep 0.2; done; }
paced() { for id in $(ids); do curl_one "$id" & sleep 0.2; done; wait $(jobs -p | grep -v "^$service$") || true; }

for way in ours loop paced; do
    start_service
    : >"$scratch/said"
    before="$(date +%s.%N)"
    "$way"
    seconds="$(awk -v a="$before" -v b="$(date +%s.%N)" 'BEGIN { print b - a }')"
    report "$way"
    end_service
done
