#!/bin/bash
# shell: every shell script is read by shellcheck. The control is a script with a known fault.
set -u
cd "${top_srcdir:-$(dirname "$0")/../..}" || exit 1
if ! command -v shellcheck >/dev/null; then
    echo "1..0 # SKIP shellcheck is not installed"
    exit 0
fi
echo "1..2"
scripts=()
while IFS= read -r file; do
    case $(head -c 64 "$file" | tr -d '\0' | head -n 1) in
    '#!'*sh | '# shellcheck shell='*) scripts+=("$file") ;;
    esac
done < <(find . -maxdepth 1 -type f ! -name configure ! -name 'config.*' ! -name '*~'; find .ci tests nginx sql support systemd -type f \
    ! -path '*/node_modules/*' 2>/dev/null)
if said=$(shellcheck -x -S style "${scripts[@]}" 2>&1); then
    echo "ok 1 - ${#scripts[@]} scripts are clean"
else
    printf '%s\n' "$said" | sed 's/^/# /'
    echo "not ok 1 - ${#scripts[@]} scripts are clean"
fi
planted=$(mktemp)
# shellcheck disable=SC2016
printf '#!/bin/bash\nrm -rf $1/*\n' >"$planted"
if shellcheck "$planted" >/dev/null 2>&1; then echo "not ok 2 - finds a planted fault"; else echo "ok 2 - finds a planted fault"; fi
rm -f "$planted"
