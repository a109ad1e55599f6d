#!/bin/sh
# Where an engine spends the instructions of printing a page once, by valgrind's callgrind.
#
# ./callgrind.sh ENGINE WORKLOAD
set -eu
[ $# -eq 2 ] || { echo "usage: ./callgrind.sh ENGINE WORKLOAD (\`cargo run --release --bin instructions\` counts all)" >&2; exit 1; }
cd "$(dirname "$0")"
cargo build --quiet --release --bin render
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
valgrind --tool=callgrind --toggle-collect=counted --callgrind-out-file="$folder/out" \
    "${CARGO_TARGET_DIR:-target}/release/render" count "$1" "$2" 2>"$folder/log" || { cat "$folder/log" >&2; exit 1; }
callgrind_annotate "$folder/out" | sed '1,/Ir/d' | head -n 40
