#!/usr/bin/env bash
# systemtrust.sh TOOLS: cancels one push at a service whose authority is among the system's and named nowhere else, as every
# real service's is, and is refused by one whose is not. Replaces the system's authorities for its own processes only, which
# takes root and a mount namespace; exit status 77 where that cannot be had.
set -euo pipefail
tools="$1"
if [[ "${2:-}" != inside ]]; then
    unshare --mount true 2>/dev/null || { echo "No mount namespace can be had."; exit 77; }
    exec unshare --mount bash "$0" "$tools" inside
fi
scratch="$(mktemp -d)"
service=""
clean_up() {
    [[ -z "$service" ]] || kill "$service" 2>/dev/null || true
    rm -rf "$scratch"
}
trap clean_up EXIT
fail() {
    echo "systemtrust.sh: $*" >&2
    exit 1
}
cancels_one() { # cancels_one JOURNAL: says in the report what came of it
    "$tools/cancelprobe" --host "localhost:$port" --sdkappid 1400000000 --tasks "$scratch/one.csv" --journal "$1" \
        --secret-key practice-key-that-opens-nothing-but-practice >"$scratch/report"
    grep -q '"outcome":"cancelled"' "$scratch/report"
}

"$tools/practiceservice" --make-certificate "$scratch/tls" --tasks 3 --write-tasks "$scratch/tasks.csv" >"$scratch/port" &
service=$!
for _ in {1..100}; do
    [[ -s "$scratch/port" ]] && break
    sleep 0.05
done
port="$(sed 's/listening //' "$scratch/port")"
head -n 2 "$scratch/tasks.csv" >"$scratch/one.csv"

cancels_one "$scratch/before.db" && fail "an authority that nobody named was trusted"
mkdir "$scratch/certs"
cp "$scratch/tls/ca.pem" "$scratch/certs/"
openssl rehash "$scratch/certs"
mount --bind "$scratch/certs" /etc/ssl/certs
cancels_one "$scratch/after.db" || fail "the system's own authority was not trusted: $(cat "$scratch/report")"
