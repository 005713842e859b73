#!/usr/bin/env bash
# oneinstance.sh PUSHBRAKE: starts the real program twice on one display. The second start must end at once, with success, and
# hand its file to the first; the first must end with success when the session ends (SIGTERM). Of two that start at the same
# moment one must end at once, with success. Needs a display and xdotool.
set -euo pipefail
program="$1"
if [[ -z "${DISPLAY:-}" ]]; then
    echo "There is no display; run it through tests/headless.sh."
    exit 77
fi
scratch="$(mktemp -d)"
first=""
other=""
clean_up() {
    for started in "$first" "$other"; do
        [[ -z "$started" ]] || kill -KILL "$started" 2>/dev/null || true
    done
    rm -rf "$scratch"
}
trap clean_up EXIT
mkdir -m 700 "$scratch"/{home,data,config,run}
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config" XDG_RUNTIME_DIR="$scratch/run"
export QT_QPA_PLATFORM=xcb

fail() {
    echo "oneinstance.sh: $*" >&2
    exit 1
}
window_of_first() { # window_of_first TITLE: waits ten seconds at most for a window of the first start
    for _ in {1..100}; do
        xdotool search --all --onlyvisible --pid "$first" --name "$1" >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    return 1
}

"$program" &
first=$!
window_of_first Pushbrake || fail "the first start shows no window"
printf '7000000101\n7000000102\n' >"$scratch/ids.txt"
(cd "$scratch" && timeout 10 "$program" ids.txt) || fail "the second start did not end with success"
window_of_first "Paste" || fail "the first one does not offer the file of the second"
kill -TERM "$first"
status=0
wait "$first" || status=$?
first=""
((status == 0)) || fail "the first one ended with $status when the session ended"

# Without a runtime folder of this user's own the two meet in the data folder, and nothing lies where others could put it.
unset XDG_RUNTIME_DIR
before="$(ls -A "${TMPDIR:-/tmp}")"
"$program" &
first=$!
window_of_first Pushbrake || fail "without a runtime folder there is no window"
timeout 10 "$program" || fail "without a runtime folder the second start did not end with success"
sockets="$(find "$scratch/data" -type s | wc -l)"
((sockets == 1)) || fail "$sockets sockets lie in the data folder"
new="$(comm -13 <(sort <<<"$before") <(ls -A "${TMPDIR:-/tmp}" | sort) | grep -i -E 'pushbrake|runtime' || true)"
[[ -z "$new" ]] || fail "something lies where others could have put it: $new"
kill -TERM "$first"
wait "$first" || fail "the one without a runtime folder ended with $?"
export XDG_RUNTIME_DIR="$scratch/run"

"$program" &
first=$!
"$program" &
other=$!
status=0
wait -n -p ended "$first" "$other" || status=$?
((status == 0)) || fail "of two starts at the same moment one ended with $status"
[[ "$ended" == "$first" ]] && first="$other"
other=""
window_of_first Pushbrake || fail "two starts at the same moment left no window"
kill -TERM "$first"
wait "$first" || fail "the one that was left ended with $?"
first=""
