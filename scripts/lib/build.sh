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
    if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.configured" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    # A folder of another compiler, or copied from elsewhere, cannot be reconfigured: it starts anew.
    if [ ! -f "$folder/build.ninja" ]; then
        CC=$compiler meson setup "$folder" "$@" || return 1
    elif ! CC=$compiler meson setup --reconfigure "$folder" "$@"; then
        CC=$compiler meson setup --wipe "$folder" "$@" || return 1
    fi
    printf '%s\n' "$wanted" >"$folder/.configured"
}

# compile FOLDER [TARGET]
compile() {
    meson compile -C "$1" ${2:+"$2"}
}
