#!/usr/bin/env bash
# with-keyring.sh PROGRAM [ARGUMENT...]: runs it in a D-Bus session of its own with an unlocked, throw-away keyring.
# KEYRING_PID is the daemon's process. Nothing of the person's own session or keyring is touched.
set -euo pipefail
if [ "${1:-}" != --inside ]; then
    home="$(mktemp -d)"
    trap 'rm -rf "$home"' EXIT
    mkdir -m 700 "$home"/{data,config,cache,run}
    unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
    export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
    export XDG_RUNTIME_DIR="$home/run" QT_QPA_PLATFORM=offscreen
    dbus-run-session -- bash "${BASH_SOURCE[0]}" --inside "$@"
    exit
fi
shift
# In the foreground, so that its process is known and goes with this script.
gnome-keyring-daemon --unlock --components=secrets --foreground < <(printf %s throw-away) >/dev/null 2>&1 &
export KEYRING_PID=$!
trap 'kill -CONT "$KEYRING_PID" 2>/dev/null || true; kill "$KEYRING_PID" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
    if dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'; then break; fi
    sleep 0.05
done
"$@"
