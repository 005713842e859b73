#!/usr/bin/env bash
# run.sh [ARGUMENT...]: installs what is missing, builds Pushbrake and opens its window; the arguments go to the program.
# Without a display it plays the main job through the real window on a virtual one and leaves pictures in build/tour/;
# the exit status then tells whether the tour went as it should.
set -euo pipefail
source_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build_dir="$source_dir/build"

built_program() {
    find "$build_dir" -type f -name "$1" -perm -u+x -not -path '*/CMakeFiles/*' -print -quit
}

if [[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
    bash "$source_dir/app/install.sh"
    bash "$source_dir/app/build.sh" pushbrake
    exec "$(built_program pushbrake)" "$@"
fi

echo "There is no display here. Pushbrake plays its tour on a virtual one instead; the pictures go to build/tour/."
bash "$source_dir/app/install.sh" --tests
bash "$source_dir/app/build.sh" pushbrake tourplayer
status=0
bash "$source_dir/tests/headless.sh" "$(built_program tourplayer)" --out "$build_dir/tour" || status=$?
if ((status == 0)); then
    echo "The tour went as it should. Pictures: $build_dir/tour"
else
    echo "The tour failed (exit status $status). Pictures up to there: $build_dir/tour" >&2
fi
exit "$status"
