#!/usr/bin/env bash
# stoppedkeyring.sh BENCH_STARTUP: the start-up benchmark with the keyring as it is and with one that does not answer (stopped).
# The window has to be there as fast in both. Judges nothing; needs tests/headless.sh.
set -euo pipefail
bench="$1"
keyring="$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
    org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | awk '{ print $2 }')"
echo "keyring answers:"
"$bench"
kill -STOP "$keyring"
trap 'kill -CONT "$keyring"' EXIT
echo "keyring stopped:"
"$bench"
