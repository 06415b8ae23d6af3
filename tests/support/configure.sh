# shellcheck shell=bash
# configure: makes the build folder of a checkout ready for make. Sourced by quickstart and check, from the project's root.

configure_in() { # folder, options...
    local dir=$1 root=$PWD
    shift
    mkdir -p build "$dir"
    if [ ! -x configure ] || [ configure.ac -nt configure ] || [ -n "$(find m4 -newer configure)" ]; then
        echo "making the configure script" >&2
        autoreconf -i >build/autoreconf.log 2>&1 || { cat build/autoreconf.log >&2; return 1; }
    fi
    [ -e "$dir/Makefile" ] || { echo "looking at this machine" >&2; (cd "$dir" && "$root/configure" --quiet "$@"); }
}
