#!/bin/bash
# Installs into a staging folder and uses what lies there as a stranger would: the program runs, and a C program finds the
# library through pkg-config, compiles without a warning and answers.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$source/build}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

meson install -C "$build" --no-rebuild --quiet --destdir "$stage"
prefix=$(meson introspect "$build" --buildoptions | python3 -c '
import json, sys
print(next(o["value"] for o in json.load(sys.stdin) if o["name"] == "prefix"))')
pc=$(find "$stage" -name ecograph.pc)
"$stage$prefix/bin/ecograph" --version
"$stage$prefix/bin/ecograph" report "$source/data/xiaomi.json" --format json --quiet > "$stage/report.json"

export PKG_CONFIG_PATH
PKG_CONFIG_PATH=$(dirname "$pc")
# The file names the final prefix; the staging folder stands in front of it.
read -ra flags <<< "$(pkg-config --cflags --libs --define-variable=prefix="$stage$prefix" ecograph)"
for compiler in gcc clang; do
    "$compiler" -std=c17 -Wall -Wextra -Werror -o "$stage/removals" "$source/docs/examples/removals.c" "${flags[@]}"
    "$stage/removals" "$source/data/xiaomi.json" > "$stage/removals.$compiler"
done
cmp "$stage/removals.gcc" "$stage/removals.clang"
# The same answer as the program's.
"$stage$prefix/bin/ecograph" whatif "$source/data/xiaomi.json" --remove huami --format json --quiet | python3 -c '
import json, sys
lost = json.load(sys.stdin)["steps"][0]["value_lost"]
for line in open(sys.argv[1]):
    name, value = line.rstrip().split("\t")[:2]
    if name == "huami":
        assert abs(float(value) - lost) < 1e-6, (value, lost)
        break
else:
    raise SystemExit("huami is not among the removals")' "$stage/removals.gcc"
echo "1 passed, 0 failed"
