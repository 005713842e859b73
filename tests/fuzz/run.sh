#!/usr/bin/env bash
# run.sh [MINUTES [NAME...]]: builds the fuzzers in build-fuzz/ and runs each, or those named, for so many minutes (one
# unless told). Stops at the first find and names its file. The kept corpora are only read; what the fuzzers come upon
# stays in the build folder and is the start of the next time.
set -euo pipefail
source_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
build_dir="$source_dir/build-fuzz"
seconds=$((${1:-1} * 60))
names=("${@:2}")
((${#names[@]})) || mapfile -t names < <(ls "$source_dir/tests/fuzz/corpus")

cmake --log-level=WARNING -S "$source_dir" -B "$build_dir" -G Ninja -DCMAKE_CXX_COMPILER=clang++-16 \
    -DPUSHBRAKE_FUZZERS=ON -DPUSHBRAKE_TESTS=OFF
cmake --build "$build_dir" --target "${names[@]/#/fuzz-}"
mkdir -p "$build_dir/finds"
for name in "${names[@]}"; do
    inputs="$build_dir/inputs/$name"
    log="$build_dir/finds/$name.log"
    mkdir -p "$inputs"
    if ! TZ=UTC "$build_dir/tests/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=30 -max_len=8192 \
        -artifact_prefix="$build_dir/finds/$name-" "$inputs" "$source_dir/tests/fuzz/corpus/$name" >"$log" 2>&1; then
        tail -n 40 "$log"
        echo "run.sh: $name has a find: $(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1); its log is $log" >&2
        exit 1
    fi
    echo "$name: $(tail -n 1 "$log")"
done
