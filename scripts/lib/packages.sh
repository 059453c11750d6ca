# shellcheck shell=bash
# shellcheck disable=SC2034 # the lists are for those who source this
# Which Debian packages are needed, and how they come onto the machine. Sourced, not run.

# To build and run the program, and what the tests need besides.
build_packages='gcc libc6-dev meson ninja-build pkg-config libigraph-dev libjansson-dev libgraphviz-dev'
test_packages='check clang g++ python3 python3-jsonschema librsvg2-bin libxml2-utils jq locales make'
browser_packages='chromium'

# Prints those of the named packages that are not installed. Asks dpkg alone.
missing_packages() {
    for package in "$@"; do
        case $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) in
        installed) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

# Prints how to become root ("" for root itself); fails where there is no way.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        return 0
    fi
    command -v sudo >/dev/null 2>&1 || return 1
    # Without a terminal sudo must not ask.
    if [ -t 0 ] || sudo -n true 2>/dev/null; then
        echo sudo
    else
        return 1
    fi
}

# Installs what is missing of the named packages; touches the network only then. 1 with one line where it cannot.
need_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        echo "$0: no dpkg here; on Debian the packages would be: $*" >&2
        return 0
    fi
    local missing root log
    missing=$(missing_packages "$@")
    missing=${missing% }
    [ -z "$missing" ] && return 0
    if ! root=$(as_root); then
        echo "$0: these packages are missing and only root may install them: apt-get install $missing" >&2
        return 1
    fi
    echo "installing: $missing" >&2
    log=$(mktemp)
    # shellcheck disable=SC2086 # both are lists of words
    if ! { $root apt-get update &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y \
            --no-install-recommends $missing; } </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        echo "$0: cannot install: $missing" >&2
        return 1
    fi
    rm -f "$log"
}
