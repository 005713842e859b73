#!/bin/sh
# Cancels many pushes against the practice service over TLS while everything goes wrong that can, then has the checker
# compare what the service did with the journal and the report. Usage: soak.sh TOOLS TASKS [LANES [SEED]]
# TOOLS is the folder of the built tools. Each lane is a service and a run of their own, at the service's true five a second.
set -u

tools=$1
tasks=$2
lanes=${3:-1}
seed=${4:-1}
each=$(((tasks + lanes - 1) / lanes))
folder=$(mktemp -d)
services=
trap 'kill $services 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 2' INT TERM

# What can strike, drawn in this order. A stall or a drip takes the whole deadline, so those are rarer; so is what strikes
# the looks that settle a broken deletion, since each further look waits longer.
faults=code-60007=0.01,code-91000=0.03,delete_sched_task:code-60008=0.05
for kind in stall-before stall-after slow-drip; do
    faults="$faults,delete_sched_task:$kind=0.012,get_sched_task:$kind=0.002"
done
for kind in wrong-types garbage empty-body cut-body bad-gateway reset-after reset-before drop-after drop-before; do
    faults="$faults,delete_sched_task:$kind=0.1,get_sched_task:$kind=0.01"
done

run_lane() { # folder, port
    "$tools/cancelprobe" --host "localhost:$2" --ca "$1/tls/ca.pem" --sdkappid 1400000000 \
        --secret-key practice-key-that-opens-nothing-but-practice \
        --tasks "$1/asked.csv" --journal "$1/known.db" >"$1/report" || echo "cancelprobe failed" >>"$1/report"
}

lane=1
runs=
while [ "$lane" -le "$lanes" ]; do
    here=$folder/$lane
    mkdir "$here"
    # More tasks than are cancelled, so that they go out closer together: a delayed one may be too late.
    "$tools/practiceservice" --make-certificate "$here/tls" --latency 20 --jitter 5 --rate 5 --tasks $((each * 8)) \
        --write-tasks "$here/tasks.csv" --log "$here/log" --seed $((seed * 100000 + lane * 7919)) --faults "$faults" >"$here/port" &
    services="$services $!"
    waited=0
    until grep -qs listening "$here/port" || [ $((waited += 1)) -gt 100 ]; do sleep 0.1; done
    head -n $((each + 1)) "$here/tasks.csv" >"$here/asked.csv"
    run_lane "$here" "$(sed -n 's/^listening //p' "$here/port")" &
    runs="$runs $!"
    lane=$((lane + 1))
done
wait $runs

failed=0
lane=1
while [ "$lane" -le "$lanes" ]; do
    here=$folder/$lane
    "$tools/checker" --log "$here/log" --journal "$here/known.db" --report "$here/report" --tasks "$each" || failed=1
    grep '"summary"' "$here/report" || { echo "no summary of lane $lane"; failed=1; }
    struck=$(grep -o '"fault":"[a-z0-9-]*[a-z0-9]"' "$here/log" | sort -u | wc -l)
    echo "lane $lane: $struck kinds of faults struck, $(wc -l <"$here/log") requests"
    lane=$((lane + 1))
done
# A soak that met too few faults proves nothing.
kinds=$(cat "$folder"/*/log | grep delete_sched | grep -o '"fault":"[a-z0-9-]*[a-z0-9]"' | sort | uniq -c)
echo "$kinds"
[ "$(echo "$kinds" | wc -l)" -ge 12 ] || { echo "too few kinds of faults struck"; failed=1; }
exit $failed
