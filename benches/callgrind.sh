#!/bin/sh
# Counts the instructions that printing each page once takes, by valgrind's callgrind: one run of the `render` binary
# for each engine and page, of which only what happens in `counted` is counted.
#
# ./callgrind.sh                    a table of all
# ./callgrind.sh ENGINE WORKLOAD    where one of them spends its instructions
set -eu
cd "$(dirname "$0")"
cargo build --quiet --release --bin render
render="${CARGO_TARGET_DIR:-target}/release/render"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

count() {
    valgrind --tool=callgrind --toggle-collect=counted --callgrind-out-file="$folder/out" \
        "$render" count "$1" "$2" 2>"$folder/log" || { cat "$folder/log" >&2; exit 1; }
}

if [ $# -eq 2 ]; then
    count "$1" "$2"
    callgrind_annotate "$folder/out" | sed '1,/Ir/d' | head -n 40
    exit
fi

workloads="teams table product comments small"
printf '%-12s' 'instructions'
for workload in $workloads; do printf '%21s' "$workload"; done
printf '\n'
for engine in $("$render" engines); do
    printf '%-12s' "$engine"
    for workload in $workloads; do
        count "$engine" "$workload"
        counted=$(sed -n 's/.*Collected : //p' "$folder/log")
        if [ "$engine" = reference ]; then echo "$counted" >"$folder/$workload"; fi
        reference=$(cat "$folder/$workload")
        printf '%13s%8s' "$counted" "$(awk "BEGIN { printf \"%.2f\", $counted / $reference }")"
    done
    printf '\n'
done
