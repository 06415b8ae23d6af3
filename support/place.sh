# shellcheck shell=bash disable=SC2154
# place: where a house stands and whose it is: the servers' user, the home with its folders, what is installed into it, and the tmpfs that
# bodies of requests pass through. Sourced by quickstart.

# Owned by root: etc, log, app. Owned by the servers' user: the rest. Nothing else is ever removed.
readonly root_folders=(etc log app) user_folders=(run secrets db tmp mail sms cache body)

find_user() {
    user=$(id -un)
    as=()
    [ "$(id -u)" -eq 0 ] || return 0
    user=gongshi
    id "$user" >/dev/null 2>&1 ||
        useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$user" ||
        die "the system user $user cannot be made"
    as=(setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs)
}

# A checkout that the servers' user cannot reach gets its home elsewhere, with var leading to it.
find_home() {
    if [ -z "$home" ] && [ ! -e var ] && [ "$verb" = start ] && ! "${as[@]}" test -x "$top"; then
        home=/var/lib/gongshi/$(printf %s "$top" | sha256sum | cut -c1-8)
        mkdir -p "$home"
        ln -s "$home" var
    fi
    home=$(realpath -m "${home:-$top/var}")
    [[ $home =~ ^[A-Za-z0-9/._+-]+$ ]] || die "the folder $home has characters in its name that some server does not take"
    [ ${#home} -le 80 ] || die "the folder $home is too long a path for the sockets in it"
}

make_home() {
    local folder owner
    mkdir -p "$home"
    "${as[@]}" test -x "$home" || die "the user $user cannot reach $home: choose another --home"
    owner=$(stat -c %U "$home/db" 2>/dev/null) || owner=$user
    [ "$owner" = "$user" ] || [ -n "$fresh" ] || die "the data in $home belong to $owner: start as $owner, or anew with --fresh"
    for folder in "${root_folders[@]}"; do mkdir -p "$home/$folder"; done
    for folder in "${user_folders[@]}"; do
        [ -d "$home/$folder" ] || install -d -m 0700 -o "$user" "$home/$folder"
    done
}

# Two starts at once would take each other's servers for their own.
one_at_a_time() {
    exec 9>"$home/etc/lock"
    flock -n 9 || die "another quickstart works on $home"
}

clear_home() {
    local folder
    for folder in "${root_folders[@]}" "${user_folders[@]}"; do
        [ "$folder" = etc ] || rm -rf "${home:?}/$folder"
    done
    find "$home/etc" -mindepth 1 ! -name lock -delete
    rm -f "$home/sample-accounts.txt" "$home/office-recovery.txt"
}

# What runs is installed: the servers' user need not reach the checkout, and work on the sources disturbs nothing.
install_house() {
    say "building in $build; what it says is in $home/log/build.log"
    make -s -C "$build" -j"$(nproc)" all >"$home/log/build.log" 2>&1 || { tail -n 30 "$home/log/build.log" >&2; die "it does not build"; }
    app=$home/app
    if [ ! -e "$app/installed" ] || [ -n "$(newer_than "$app/installed")" ]; then
        say "putting what was built into $app"
        rm -rf "${app:?}"
        make -s -C "$build" install prefix="$app" >>"$home/log/build.log" 2>&1 ||
            { tail -n 30 "$home/log/build.log" >&2; die "it cannot be installed"; }
        touch "$app/installed"
    fi
}

newer_than() {
    find "$build/sbin" "$build/cgi-bin" templates static sql sample nginx support Makefile.am -newer "$1" -type f -print -quit
}

# nginx takes a body whole before a program sees it. It must not reach a disk: a tmpfs of its own with a cap, or, where mounting is not
# permitted, a folder in the one that the machine has.
lay_body() {
    body=$home/body
    ! mountpoint -q "$body" || return 0
    local size=size=512m,mode=0700,nosuid,nodev,noexec option
    if [ "$(id -u)" -eq 0 ]; then
        size+=,uid=$(id -u "$user"),gid=$(id -g "$user")
        for option in ,noswap ''; do
            if mount -t tmpfs -o "$size$option" gongshi-body "$body" 2>/dev/null; then return 0; fi
        done
    fi
    [ "$(stat -f -c %T /dev/shm 2>/dev/null)" = tmpfs ] || die "no tmpfs can be mounted at $body and /dev/shm is none: \
what objectors send would lie on a disk"
    body=/dev/shm/gongshi-$(printf %s "$home" | sha256sum | cut -c1-12)
    "${as[@]}" mkdir -m 0700 "$body" 2>/dev/null || [ "$(stat -c '%U %F %a' "$body")" = "$user directory 700" ] ||
        die "$body is not ours"
    say "no tmpfs may be mounted here: uploads pass through $body, without a cap of their own" \
        "($(df --output=size -BM /dev/shm | tail -n 1 | tr -d ' ') in all)"
}

lift_body() {
    local shm
    shm=/dev/shm/gongshi-$(printf %s "$home" | sha256sum | cut -c1-12)
    ! mountpoint -q "$home/body" || umount "$home/body"
    [ ! -d "$shm" ] || rm -rf "$shm"
}
