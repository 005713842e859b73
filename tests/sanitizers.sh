#!/usr/bin/env bash
# sanitizers.sh [thread] [CTEST ARGUMENT...]: builds everything anew with the sanitizers of memory, leaks and undefined
# behaviour and runs all tests under them, without a display. With "thread" it runs the tests in which threads meet under
# the sanitizer of races. Fails when a test fails, and when a sanitizer found something in any process of a test.
set -euo pipefail
source_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# Where two threads work in one process: the practice service beside its callers, Qt's own thread for HTTP beside the
# transport and its floods, the import's reading and the start's preparations in a pool, the list's reader, filter and look
# through the file. All else runs on the thread of the window.
threaded=(
    app-practice-practiceservice app-practice-httplimits app-exchange-importreading ui-imports-importdialog
    app-api-secretplace app-net-httptransport app-net-httptransport-unsent app-net-httpfloods app-net-proxylogin
    app-net-certificatename app-store-listreader app-store-pagecheck app-start-program app-start-upgrade
    ui-tasks-longlist ui-tasks-taskfilter ui-console tests-canary
)

preset=dev-asan
targets=()
tests=()
if [[ "${1:-}" == thread ]]; then
    shift
    preset=dev-tsan
    targets=(--target pushbrake "${threaded[@]}")
    # The real program's start as well: it needs no executable but that.
    tests=(--tests-regex "^($(IFS='|' && echo "${threaded[*]}")|tests-oneinstance)\$")
fi
build_dir="$source_dir/build-$preset"
finds="$build_dir/finds"

bash "$source_dir/app/install.sh" --tests
options=()
if command -v ccache >/dev/null; then
    export CCACHE_BASEDIR="$source_dir" CCACHE_NOHASHDIR=1
    options=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
cd "$source_dir"
cmake --log-level=WARNING --preset "$preset" "${options[@]}"
cmake --build "$build_dir" "${targets[@]}"

# Written to files, since a test may not care how a process of its own ends.
rm -rf "$finds"
mkdir "$finds"
export ASAN_OPTIONS="detect_stack_use_after_return=1:check_initialization_order=1:strict_init_order=1:log_path=$finds/memory"
export LSAN_OPTIONS="suppressions=$source_dir/tests/sanitizers/leaks.supp:print_suppressions=0"
export UBSAN_OPTIONS="print_stacktrace=1:log_path=$finds/behaviour"
# Qt and what is below it are not built with it: it would see half of what they do.
export TSAN_OPTIONS="ignore_noninstrumented_modules=1:log_path=$finds/race"
export QTEST_FUNCTION_TIMEOUT=1500000 # ms, five times the usual: everything is slower
status=0
bash "$source_dir/tests/headless.sh" \
    ctest --test-dir "$build_dir" --output-on-failure --no-tests=error -j2 "${tests[@]}" "$@" || status=$?
shopt -s nullglob
for find in "$finds"/*; do
    echo "== $find"
    cat "$find"
    status=1
done
exit "$status"
