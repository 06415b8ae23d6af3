# shellcheck shell=bash disable=SC2154
# sample: what a first start puts in: the office's keys, officers, the sample round; and telling whoever started it how to come in.
# Sourced by quickstart.

# login, name, role
readonly officers=(
    'editor 示例编辑 editor' 'publisher 示例发布 publisher' 'identity 示例核实 identity' 'case 示例承办 case' 'case2 示例协办 case'
    'approver 示例负责人 approver' 'approver2 示例副负责人 approver' 'reviewer 示例复核 reviewer'
    'intake 示例登记 intake' 'intake2 示例复登 intake' 'admin 示例管理 admin' 'admin2 示例副管理 admin' 'auditor 示例监督 auditor'
)

ctl() { (cd / && "${as[@]}" "$app/sbin/gongshictl" -c "$home/etc/gongshi.conf" "$@"); }

# Eighteen of thirty-two characters that nobody mistakes for each other.
password() { head -c 1000 /dev/urandom | LC_ALL=C tr -dc 'abcdefghijkmnpqrstuvwxyz2-9' | cut -c1-18 | sed 's/......$/-&/; s/^....../&-/'; }

add_officer() { # login, name, role
    local secret said
    secret=$(password)
    said=$(printf '%s\n' "$secret" | ctl officer add "$1" "$2" "$3" --recovery-file "$home/office-recovery.txt" 2>>"$home/log/settle.log") ||
        { tail -n 5 "$home/log/settle.log" >&2; die "the officer $1 cannot be added"; }
    printf '%-10s %-22s %-34s %s\n' "$1" "$secret" "$(sed -n 's/^to type: //p' <<<"$said" | tr -d ' ')" "$3"
}

migrate() {
    ctl migrate >"$home/log/migrate.log" 2>&1 || { tail -n 5 "$home/log/migrate.log" >&2; die "the database cannot be brought to this release"; }
    touch "$home/etc/migrated"
}

settle() {
    local one words
    say "making keys, officers and the sample round"
    words=$(ctl key init 2>>"$home/log/settle.log") || { tail -n 5 "$home/log/settle.log" >&2; die "the office's keys cannot be made"; }
    install -m 0600 -o "$user" /dev/null "$home/office-recovery.txt"
    sed -n 's/^recovery code of the office: //p' <<<"$words" >"$home/office-recovery.txt"
    (umask 077; : >"$home/sample-accounts.txt")
    printf '%-10s %-22s %-34s %s\n' login password 'secret of one-time codes' role >"$home/sample-accounts.txt"
    for one in "${officers[@]}"; do
        # shellcheck disable=SC2086
        add_officer $one >>"$home/sample-accounts.txt"
    done
    words=$(ctl sample "$app/share/gongshi/sample" --editor editor --publisher publisher 2>>"$home/log/settle.log") ||
        { tail -n 5 "$home/log/settle.log" >&2; die "the sample round cannot be loaded"; }
    sed -n 's/^note: //p' <<<"$words" >&2
    touch "$home/etc/settled"
}

tell() {
    cat <<EOT

Gongshi is running.

  public     http://$public_host:$port/     (http://127.0.0.1:$port/ leads there)
  officers   http://$staff_host:$port/
  unions     http://$union_host:$port/      (by the links in their letters)

$(sed 's/^/  /' "$home/sample-accounts.txt")

  One-time code of an officer:        oathtool --totp -b SECRET
  What was sent to unions and objectors, one-time codes of unions too:
    e-mail   $home/mail
    SMS      $home/sms
  Recovery code of the office's keys: $home/office-recovery.txt
  Logs: $home/log    Settings: $home/etc/gongshi.conf

  To stop:  $top/quickstart --stop$([ "$home" = "$(realpath -m "$top/var")" ] || echo " --home $home")
EOT
}
