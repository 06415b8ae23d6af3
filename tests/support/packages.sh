# shellcheck shell=bash
# packages: installs the Debian packages that packages.txt lists for the given kinds (build, run, test); nothing if all are there.
# Sourced by quickstart and check, from the project's root. No service of a package is started.

need_packages() {
    local missing=() kind name sudo=
    while read -r kind name; do
        case " $* " in *" ${kind%:} "*) ;; *) continue ;; esac
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done < packages.txt
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "these packages are needed: ${missing[*]}; install them, or start as root" >&2; return 1; }
        sudo=sudo
    fi
    echo "${#missing[@]} packages are missing: ${missing[*]}" >&2
    install_quietly "$sudo" "${missing[@]}"
}

install_quietly() {
    local sudo=$1 policy=/usr/sbin/policy-rc.d kept='' said ok=0
    shift
    said=$(mktemp)
    # 101: a package asks and hears that its services stay off. What stood there is put back.
    [ ! -e $policy ] || { kept=$(mktemp) && $sudo cp -p $policy "$kept"; }
    printf '#!/bin/sh\nexit 101\n' | $sudo tee $policy >/dev/null
    $sudo chmod 755 $policy
    {
        echo "reading the lists of packages" >&3 &&
            $sudo apt-get update -qq &&
            echo "downloading what is missing" >&3 &&
            $sudo apt-get install -y -qq --no-install-recommends --download-only "$@" &&
            echo "installing it" >&3 &&
            $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
    } 3>&2 >"$said" 2>&1 </dev/null || ok=1
    if [ -n "$kept" ]; then $sudo cp -p "$kept" $policy && $sudo rm -f "$kept"; else $sudo rm -f $policy; fi
    [ $ok -eq 0 ] || tail -n 20 "$said" >&2
    rm -f "$said"
    return $ok
}
