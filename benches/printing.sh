#!/bin/sh
# Everything about printing, in one run: what each engine prints and whether it is the same document, times and ratios to
# the reference, whether the run is void, and then instructions (where valgrind is).
set -u
cd "$(dirname "$0")"
cargo build --quiet --release --bins || exit 1
cargo run --quiet --release --bin render
valid=$?
if command -v valgrind >/dev/null; then
    echo
    cargo run --quiet --release --bin instructions || exit 1
else
    echo "no valgrind: instructions are not counted"
fi
exit $valid
