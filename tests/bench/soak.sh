#!/bin/sh
# The long form of the test tests-soak: soak.sh [TASKS [LANES [SEED]]], 2,000 tasks in 16 lanes (about three minutes) unless
# told otherwise. Set BUILD when the tools were not built into build/.
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$here/../../build}
[ -x "$build/tests/tools/checker" ] || { echo "soak.sh: no tools in $build; build first or set BUILD" >&2; exit 2; }
exec "$here/../tools/soak.sh" "$build/tests/tools" "${1:-2000}" "${2:-16}" "${3:-1}"
