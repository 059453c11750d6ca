# shellcheck shell=bash
# A list of steps, two at a time, each counted by its own closing line. Sourced.

logs=out/test
step_names=()
passed=0
failed=0
skipped=0

# step NAME COMMAND...: starts a step as soon as fewer than two are under way.
step() {
    local name=$1
    shift
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do
        wait -n
    done
    step_names+=("$name")
    (
        SECONDS=0
        "$@" </dev/null >"$logs/$name.log" 2>&1
        echo "$? $SECONDS" >"$logs/$name.end"
    ) &
}

# settle: waits for the steps so far, tells of each in order, and adds their counts up.
settle() {
    wait
    local name
    for name in "${step_names[@]}"; do
        tell "$name"
    done
    step_names=()
}

# A step's log ends in "N passed, N failed"; one without that line is a single check, judged by its exit code. One that
# failed without counting a failure (it crashed) has one.
tell() {
    local name=$1 code seconds line good=0 bad=0
    read -r code seconds <"$logs/$name.end"
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$logs/$name.log" | tail -n 1)
    if [ -n "$line" ]; then
        good=${line%% *}
        bad=${line#*, }
        bad=${bad%% *}
    elif [ "$code" = 0 ]; then
        good=1
    fi
    if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
        bad=1
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ "$bad" = 0 ]; then
        printf 'ok      %-24s %5d checks %4d s\n' "$name" "$good" "$seconds"
        return
    fi
    printf 'FAILED  %-24s %5d of %d %4d s\n' "$name" "$bad" $((good + bad)) "$seconds"
    # Counts are told once, at the end: no line of a step may be taken for it.
    grep -vE '^[0-9]+ passed, [0-9]+ failed$' "$logs/$name.log" | shorten | sed 's/^/    /'
    echo "    (the whole of it: $logs/$name.log)"
}

# The first and the last lines of something long.
shorten() {
    awk '{ line[NR] = $0 }
        END { for (i = 1; i <= NR; i++) {
            if (i <= 50 || i > NR - 40) print line[i]
            else if (i == 51) print "..." } }'
}

# The closing line; its exit code is the run's.
close_run() {
    if [ "$skipped" = 0 ]; then
        echo "$passed passed, $failed failed"
    else
        echo "$passed passed, $failed failed, $skipped skipped"
    fi
    [ "$failed" = 0 ]
}
