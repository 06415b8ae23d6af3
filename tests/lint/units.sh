#!/bin/bash
# units: the units of systemd/ are read by systemd itself, and each is as shut in as it was meant to be. The control is a unit without the
# sandbox, which must be called exposed.
set -u
cd "${top_srcdir:-$(dirname "$0")/../..}" || exit 1
if ! command -v systemd-analyze >/dev/null; then
    echo "1..0 # SKIP systemd is not installed"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r systemd/* "$work"
for file in "$work"/*.service.in; do
    # What is installed need not be: any program that exists will do.
    sed -e 's|@pkglibexecdir@/[a-z-]*|/bin/true|g; s|@pkglibexecdir@|/bin|g; s|@sysconfdir@|/etc|g; s|/usr/bin/multiwatch|/bin/true|g' "$file" \
        >"${file%.in}"
done
export SYSTEMD_UNIT_PATH=$work:/lib/systemd/system:/usr/lib/systemd/system

exposure() { systemd-analyze security --no-pager --offline=yes "$1" 2>/dev/null | sed -n 's/.*exposure level for .*: \([0-9.]*\) .*/\1/p'; }

n=0
result() { # ok, what
    n=$((n + 1))
    if [ "$1" = yes ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}

echo "1..9"
said=$(systemd-analyze verify --man=no "$work"/gongshi-*.service "$work"/gongshi-*.socket "$work"/*.mount 2>&1)
[ -z "$said" ] || printf '%s\n' "$said" | sed 's/^/# /'
result "$([ -z "$said" ] && echo yes)" "systemd finds no fault in any unit"
for row in public:0.3 staff:0.3 union:0.3 report:0.3 bounced:0.4 inspectd:0.4 notifyd:1.2; do
    level=$(exposure "gongshi-${row%:*}.service")
    result "$(awk -v a="${level:-9}" -v b="${row#*:}" 'BEGIN { if (a <= b) print "yes" }')" \
        "gongshi-${row%:*} is exposed by ${level:-?} of 10, at most ${row#*:}"
done
rm -r "$work/gongshi-.service.d"
level=$(exposure gongshi-public.service)
result "$(awk -v a="${level:-0}" 'BEGIN { if (a > 5) print "yes" }')" "without the sandbox it would be ${level:-?}"
