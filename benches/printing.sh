#!/bin/sh
# Everything about printing, in one run: what each engine prints and whether it is the same document, times and ratios to
# the reference, whether the run is void, and then instructions (where valgrind is).
set -u
cd "$(dirname "$0")"
cargo run --quiet --release --bin render
valid=$?
if command -v valgrind >/dev/null; then
    echo
    ./callgrind.sh || exit 1
else
    echo "no valgrind: instructions are not counted"
fi
exit $valid
