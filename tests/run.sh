#!/usr/bin/env bash
# run.sh [CTEST ARGUMENT...]: installs what is missing, builds everything and runs all tests without a display.
# Ends with ctest's summary and its exit status; fails when a test fails and when there is none.
set -euo pipefail
source_dir="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

bash "$source_dir/app/install.sh" --tests
bash "$source_dir/app/build.sh"
bash "$source_dir/tests/headless.sh" \
    ctest --test-dir "$source_dir/build" --output-on-failure --no-tests=error -j2 "$@"
