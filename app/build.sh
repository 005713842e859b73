#!/usr/bin/env bash
# build.sh [TARGET...]: configures build/ and builds the targets, or everything. The program and the tests share folder and
# options, so that neither start undoes what the other compiled.
set -euo pipefail
source_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build_dir="$source_dir/build"

options=(-G Ninja -DCMAKE_BUILD_TYPE=Release -DPUSHBRAKE_TESTS=ON)
if command -v ccache >/dev/null; then
    # Relative paths make a second clone of the same sources hit the same cache.
    export CCACHE_BASEDIR="$source_dir" CCACHE_NOHASHDIR=1
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
cmake --log-level=WARNING -S "$source_dir" -B "$build_dir" "${options[@]}"

targets=()
(($#)) && targets=(--target "$@")
cmake --build "$build_dir" "${targets[@]}"
