#!/usr/bin/env bash
# headless.sh COMMAND...: runs a command with a virtual display, a session bus, an unlocked keyring and home folders of its
# own, all of which are gone afterwards. Nothing of the caller's desktop, keyring or settings is seen or touched.
# shellcheck disable=SC2317 # functions handed to wait_until and to the trap are called, though not by name
set -euo pipefail

wait_until() { # wait_until COMMAND...: five seconds at most
    for _ in {1..100}; do
        "$@" && return 0
        sleep 0.05
    done
    return 1
}

keyring_is_there() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true
}

window_manager_is_there() {
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q '#'
}

run_in_session() {
    # --unlock makes the keyring if there is none; a newline would become part of its password.
    printf '%s' throwaway | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1 || true
    wait_until keyring_is_there || echo "headless.sh: no keyring came up" >&2
    local manager=""
    if command -v openbox >/dev/null; then
        openbox >/dev/null 2>&1 &
        manager=$!
        wait_until window_manager_is_there || echo "headless.sh: no window manager came up" >&2
    fi
    local status=0
    "$@" || status=$?
    [[ -z "$manager" ]] || kill "$manager" 2>/dev/null || true
    return "$status"
}

if [[ "${1:-}" == "--in-session" ]]; then
    shift
    status=0
    run_in_session "$@" || status=$?
    exit "$status"
fi

scratch="$(mktemp -d)"
display_server=""
clean_up() {
    if [[ -n "$display_server" ]]; then
        kill "$display_server" 2>/dev/null || true
        wait "$display_server" 2>/dev/null || true
    fi
    rm -rf "$scratch" 2>/dev/null || { sleep 0.5; rm -rf "$scratch" || true; }
}
trap clean_up EXIT

mkdir -m 700 "$scratch"/{home,data,config,cache,state,run}
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config"
export XDG_CACHE_HOME="$scratch/cache" XDG_STATE_HOME="$scratch/state" XDG_RUNTIME_DIR="$scratch/run"
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK DISPLAY WAYLAND_DISPLAY XAUTHORITY
export LANG="${LANG:-C.UTF-8}" QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
# Otherwise Qt takes scale and fonts from what it finds on the machine.
export QT_SCALE_FACTOR_ROUNDING_POLICY=PassThrough QT_FONT_DPI=96

# The server looks for a free display by itself and writes its number when it is ready.
exec 9>"$scratch/display"
Xvfb -displayfd 9 -screen 0 1280x800x24 -nolisten tcp -noreset >"$scratch/xvfb.log" 2>&1 &
display_server=$!
exec 9>&-
if ! wait_until test -s "$scratch/display"; then
    cat "$scratch/xvfb.log" >&2
    exit 97
fi
DISPLAY=":$(<"$scratch/display")"
export DISPLAY

status=0
dbus-run-session -- bash "${BASH_SOURCE[0]}" --in-session "$@" || status=$?
exit "$status"
