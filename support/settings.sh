# shellcheck shell=bash disable=SC2154
# settings: what the programs and nginx are told, written anew at each start. Sourced by quickstart.

readonly public_host=public.localhost staff_host=staff.localhost union_host=union.localhost report_host=report.localhost

write_settings() {
    gongshi_conf
    nginx_conf
}

# The settings of a house for looking at; --set has the last word. An unknown one is refused by whoever reads the file.
gongshi_conf() {
    local -A value=(
        [db.socket]=$home/run/mariadb.sock [db.operator_user]=$user
        [dir.templates]=$app/share/gongshi/templates [dir.static]=$app/share/gongshi/static [dir.sql]=$app/share/gongshi/sql
        [dir.secrets]=$home/secrets [dir.slots]=$home/run
        [origin.public]=http://$public_host:$port [origin.staff]=http://$staff_host:$port [origin.union]=http://$union_host:$port
        [origin.report]=http://$report_host:$port [report.sources]=127.0.0.0/8
        [socket.inspect]=$home/run/inspect.sock [socket.poke]=$home/run/poke.sock
        [code.source_minute]=0 [code.source_hour]=0 [code.source_day]=0 # everybody who tries this house out sits at one address
        [mail.driver]=file [mail.file_dir]=$home/mail [mail.from]=notice@notice.example.com
        [mail.from_name]=杭州数字工匠公示（示例） [mail.domain]=notice.example.com
        [escalation.email]=leader@office.example.com [escalation.phone]=19900000099
        [sms.driver]=file [sms.file_dir]=$home/sms [sms.sign]=数字工匠示例
        [site.organiser]=杭州数字工匠认定工作领导小组办公室（示例） [site.phone]=0571-00000001
        [site.undertaker]=杭州市示例总工会 [site.email]=office@notice.example.com [site.address]=杭州市示例路1号 [site.hours]="工作日 9时至17时"
        [site.icp]=浙ICP备00000000号 [site.police]=浙公网安备33010000000000号 [site.identifier]=3301000000
    )
    local one key section='' file=$home/etc/gongshi.conf
    # A server whose clients may set their time is refused by the programs unless they are told that this is wanted.
    [ -z "$time_travel" ] || value[db.secure_timestamp]=no
    for one in ${given[@]+"${given[@]}"}; do
        [[ $one =~ ^[a-z_]+\.[a-z_]+= ]] || die "--set $one: it wants section.name=value"
        value[${one%%=*}]=${one#*=}
    done
    {
        echo "# Written by quickstart at each start; use its --set."
        for key in $(printf '%s\n' "${!value[@]}" | sort); do
            [ "$section" = "${key%%.*}" ] || { section=${key%%.*}; printf '\n[%s]\n' "$section"; }
            printf '%s = %s\n' "${key#*.}" "${value[$key]}"
        done
    } >"$file"
}

setting() { # key
    "$app/sbin/gongshictl" -c "$home/etc/gongshi.conf" settings | sed -n "s/^$1 = //p"
}

# A file of static/ may be kept under the address that holds its hash, as cgi-bin/kit makes it.
statics() {
    local file name
    for file in "$app"/share/gongshi/static/*; do
        name=${file##*/}
        printf '"/static/%s.%s.%s" "public, max-age=31536000, immutable"; ' "${name%.*}" "$(sha256sum "$file" | cut -c1-8)" "${name##*.}"
    done
}

nginx_conf() {
    local file name to=$home/etc/nginx upload
    upload=$(($(setting objection.media_max) + 65536)) # and the fields around the file
    mkdir -p "$to"
    for file in nginx/*.conf nginx/*.conf.in; do
        name=${file#nginx/}
        sed -e "s|@listen@|127.0.0.1:$port|g" -e "s|@run@|$home/run|g" -e "s|@body@|$body|g" -e "s|@upload@|$upload|g" \
            -e "s|@cache@|$home/cache|g" -e "s|@log@|$home/log|g" \
            -e "s|@data@|$app/share/gongshi|g" -e "s|@public@|$public_host|g" -e "s|@staff@|$staff_host|g" -e "s|@union@|$union_host|g" -e "s|@report@|$report_host|g" \
            -e "s|@bare@|localhost 127.0.0.1|g" -e "s|@origin@|http://$public_host:$port|g" -e "s|@hsts@||g" -e "s|@statics@|$(statics)|g" \
            -e "s|@reads@|$read_rate|g" -e "s|@burst@|$((read_rate * 4))|g" \
            "$file" >"$to/${name%.in}"
    done
}
