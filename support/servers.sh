# shellcheck shell=bash disable=SC2154
# servers: starting what a house consists of, waiting until each answers, and ending exactly what was started. etc/servers has a line
# for each: name, process, and when that process began, so that a number given to somebody else is never taken for ours. Each leads a
# process group of its own. Sourced by quickstart.

servers=(mariadb inspectd notifyd public staff union report nginx)


# The 22nd word of /proc/PID/stat (a name in brackets before it may hold blanks); nothing for a process that has ended, though nobody may
# have asked how.
began() { # pid
    local stat words
    read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
    read -r -a words <<<"${stat##*) }"
    [ "${words[0]}" != Z ] && echo "${words[19]}"
}

pid_of() { # name; nothing if it does not run any more
    local name pid start
    while read -r name pid start; do
        if [ "$name" = "$1" ] && [ "$(began "$pid")" = "$start" ]; then echo "$pid"; return; fi
    done < <(cat "$home/etc/servers" 2>/dev/null)
    return 1
}

all_run() {
    local name
    for name in "${servers[@]}"; do pid_of "$name" >/dev/null || return 1; done
}

free_port() {
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || die "port $port is taken by somebody else: choose another with --port"
}

# Freed memory is overwritten: what passed through a program must not be found in it later.
launch() { # name, command...
    local name=$1 log=$home/log/$1.log pid
    shift
    [ -e "$log" ] || (umask 077; : >"$log")
    (
        cd /
        ulimit -c 0
        exec setsid "${as[@]}" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 GONGSHI_HOME="$home" \
            GLIBC_TUNABLES=glibc.malloc.perturb=165:glibc.malloc.tcache_count=0 \
            ${ASAN_OPTIONS+ASAN_OPTIONS="$ASAN_OPTIONS"} ${UBSAN_OPTIONS+UBSAN_OPTIONS="$UBSAN_OPTIONS"} "$@"
    ) </dev/null >>"$log" 2>&1 9>&- &
    pid=$!
    echo "$name $pid $(began "$pid")" >>"$home/etc/servers"
}

wait_until() { # name, seconds, command...
    local name=$1 end=$((SECONDS + $2))
    shift 2
    until "$@" >/dev/null 2>&1; do
        if [ "$SECONDS" -ge "$end" ] || ! pid_of "$name" >/dev/null; then
            tail -n 20 "$home/log/$name.log" >&2
            die "$name does not answer; its log is $home/log/$name.log"
        fi
        sleep 0.05
    done
}

# ---- each of them ----

start_mariadb() {
    local conf=$app/share/gongshi/sql/server.cnf more=()
    [ -n "$time_travel" ] || more=(--secure-timestamp=YES)
    if [ ! -e "$home/etc/settled" ]; then
        # Nothing of a first start that was cut off is of use. --force: the machine's own name need not lead to an address.
        find "$home/db" -mindepth 1 -delete
        find "$home/secrets" -mindepth 1 -delete
        say "making the database"
        (cd / && "${as[@]}" mariadb-install-db --defaults-file="$conf" --datadir="$home/db" --tmpdir="$home/tmp" \
            --auth-root-authentication-method=socket --auth-root-socket-user="$user" --skip-test-db --force) >"$home/log/mariadb.log" 2>&1 ||
            { tail -n 20 "$home/log/mariadb.log" >&2; die "the database cannot be made"; }
    fi
    launch mariadb "$app/libexec/gongshi/keep" TERM mariadbd --defaults-file="$conf" --datadir="$home/db" --tmpdir="$home/tmp" \
        --socket="$home/run/mariadb.sock" --pid-file="$home/run/mariadb.pid" ${more[@]+"${more[@]}"}
    wait_until mariadb 60 "${as[@]}" mariadb --no-defaults --socket="$home/run/mariadb.sock" --user="$user" -e "SELECT 1"
}

# multiwatch counts restarts and gives up at some number: this one is out of reach.
start_program() { # name, workers; "public-files" are workers of gongshi-public that take files alone
    [[ " ${servers[*]} " == *" ${1%-files} "* ]] || return 0
    launch "$1" spawn-fcgi -n -s "$home/run/$1.sock" -M 0660 -b 1024 -- /usr/bin/multiwatch -r 2147483647 -f "$2" -- \
        "$app/libexec/gongshi/gongshi-${1%-files}" -c "$home/etc/gongshi.conf"
}

start_nginx() {
    install -m 0640 -o "$user" /dev/null "$home/log/access.log"
    launch nginx "$app/libexec/gongshi/keep" QUIT nginx -e stderr -p "$home" -c "$home/etc/nginx/nginx.conf"
}

answers() { # host
    curl -sf --noproxy '*' --max-time 3 -o /dev/null -H "Host: $1:$port" "http://127.0.0.1:$port/health"
}

start_all() {
    local conf=$home/etc/gongshi.conf counts
    IFS=, read -r -a counts <<<"$workers"
    : >"$home/etc/servers"
    say "starting MariaDB"
    start_mariadb
    if [ ! -e "$home/etc/settled" ] || [ "$home/etc/migrated" -ot "$app/installed" ]; then migrate; fi
    [ -e "$home/etc/settled" ] || settle
    say "starting the programs and nginx"
    launch inspectd "$app/libexec/gongshi/keep" TERM "$app/libexec/gongshi/inspectd" -c "$conf"
    launch notifyd "$app/libexec/gongshi/keep" TERM "$app/libexec/gongshi/notifyd" -c "$conf"
    start_program public "${counts[0]}"
    start_program staff "${counts[1]}"
    start_program union "${counts[2]}"
    start_program report 1
    start_program public-files 2
    start_program union-files 1
    start_nginx
    wait_until inspectd 20 test -S "$home/run/inspect.sock"
    wait_until notifyd 20 test -S "$home/run/poke.sock"
    [[ " ${servers[*]} " != *" public "* ]] || wait_until public 30 answers "$public_host"
    wait_until staff 30 answers "$staff_host"
    wait_until union 30 answers "$union_host"
    wait_until report 30 answers "$report_host"
}

# ---- ending them ----

# What is in hand is finished; who takes longer than that is told again, and at last not asked.
stop_one() { # name, pid
    local name=$1 pid=$2 start tries
    start=$(began "$pid") || return 0
    for tries in $(seq 150); do
        [ $((tries % 30)) -ne 1 ] || kill -TERM "$pid" 2>/dev/null || true
        sleep 0.1
        [ "$(began "$pid")" = "$start" ] || return 0
    done
    say "$name does not end by itself"
    kill -KILL "$pid" 2>/dev/null || true
}

# What a server left behind when it was killed: known by the mark in its environment or by our program in its command line.
strays() {
    local files=(/proc/[0-9]*/environ /proc/[0-9]*/cmdline)
    printf '%s\n' "GONGSHI_HOME=$home" "$home"/app/libexec/gongshi/{gongshi-public,gongshi-staff,gongshi-union,gongshi-report,inspectd,notifyd} |
        grep -lszxF --file=- "${files[@]}" | cut -d/ -f3 | sort -u
}

stop_all() {
    local i name pid start
    [ -e "$home/etc/servers" ] || return 0
    for ((i = ${#servers[@]} - 1; i >= 0; i--)); do
        while read -r name pid start; do
            if [ "$name" = "${servers[i]}" ] && [ "$(began "$pid")" = "$start" ]; then stop_one "$name" "$pid"; fi
        done <"$home/etc/servers"
    done
    for pid in $(strays); do kill -KILL "$pid" 2>/dev/null || true; done
    rm -f "$home/etc/servers"
    lift_body
}

# In the foreground: until Ctrl-C, or until one of them is gone for good.
stay() {
    local name
    trap 'say ""; say "stopping"; stop_all; exit 0' INT TERM HUP
    say "Ctrl-C stops all of it."
    while all_run; do sleep 1 & wait $!; done
    for name in "${servers[@]}"; do
        pid_of "$name" >/dev/null || { tail -n 5 "$home/log/$name.log" >&2; say "$name has ended; so does the rest"; }
    done
    stop_all
    exit 1
}
