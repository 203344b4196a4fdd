#!/usr/bin/env bash
# The whole process on a long document: wall time, CPU time and peak memory, best of five.
#
# usage: bench/whole.sh [DOCUMENT [ROWS]]
#   DOCUMENT  a table; by default the shipped example
#   ROWS      the document is repeated until it has so many rows (12200)
#   DUBAN     the program (build/release/duban), DUBAN_VERB what it is to do (check)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
document=${1:-$here/examples/qinghe-2024-12.txt}
rows=${2:-12200}
program=${DUBAN:-$here/build/release/duban}
verb=${DUBAN_VERB:-check}

[[ -x $program ]] || { echo "whole.sh: $program is not built (cmake --build --preset release)" >&2; exit 2; }
[[ -x /usr/bin/time ]] || { echo "whole.sh: /usr/bin/time is missing (apt-get install time)" >&2; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Rows that are no headings, as the program counts them.
rows_in() { "$program" read "$1" --format json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["tasks"]))'; }
once=$(rows_in "$document" 2>/dev/null)
((once > 0)) || { echo "whole.sh: $document has no rows" >&2; exit 2; }
times=$(((rows + once - 1) / once))
for ((i = 0; i < times; ++i)); do cat "$document"; echo; done >"$folder/long.txt"

best_wall= best_cpu= peak=
for round in 1 2 3 4 5; do
    status=0
    /usr/bin/time -v -o "$folder/time" "$program" "$verb" "$folder/long.txt" >"$folder/out" 2>"$folder/err" ||
        status=$?
    ((status <= 1)) || { cat "$folder/err" >&2; exit "$status"; }
    read -r wall cpu memory < <(awk -F': ' '
        /User time/ { user = $2 }
        /System time/ { system_time = $2 }
        /Elapsed/ { n = split($NF, part, ":"); wall = 0; for (i = 1; i <= n; ++i) wall = wall * 60 + part[i] }
        /Maximum resident/ { memory = $2 }
        END { printf "%.2f %.2f %d\n", wall, user + system_time, memory }' "$folder/time")
    if [[ -z $best_wall ]] || awk "BEGIN { exit !($wall < $best_wall) }"; then best_wall=$wall; fi
    if [[ -z $best_cpu ]] || awk "BEGIN { exit !($cpu < $best_cpu) }"; then best_cpu=$cpu; fi
    if [[ -z $peak ]] || ((memory > peak)); then peak=$memory; fi
done
printf '%s %s: %d rows (%d times %d), %.1f MB; best of 5: %s s wall, %s s CPU; peak %.0f MB\n' \
    "$(basename "$program")" "$verb" $((times * once)) "$times" "$once" \
    "$(awk "BEGIN { print $(stat -c %s "$folder/long.txt") / 1e6 }")" "$best_wall" "$best_cpu" \
    "$(awk "BEGIN { print $peak / 1024 }")"
