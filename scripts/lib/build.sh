# shellcheck shell=bash
# Build folders. Sourced from a script that stands in the source root.

# Debian's own Python: the one that Debian's Python packages are for.
python=/usr/bin/python3
[ -x "$python" ] || python=python3

# configure FOLDER COMPILER OPTION...: sets a build folder up, or leaves it alone where it already stands so.
configure() {
    local folder=$1 compiler=$2
    shift 2
    local wanted="$PWD $compiler $*"
    local again=
    [ -f "$folder/build.ninja" ] && again=yes
    if [ "$again" ] && [ "$(cat "$folder/.configured" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    # A folder of another compiler, or copied from elsewhere, cannot be reconfigured: it starts anew.
    local log
    log=$(CC=$compiler meson setup ${again:+--reconfigure} "$folder" "$@" 2>&1) ||
        log=$(CC=$compiler meson setup ${again:+--wipe} "$folder" "$@" 2>&1) ||
        { printf '%s\n' "$log" && return 1; }
    printf '%s\n' "$wanted" >"$folder/.configured"
}

# compile FOLDER [TARGET]
compile() {
    meson compile -C "$1" --ninja-args=--quiet ${2:+"$2"}
}
