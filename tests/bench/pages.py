#!/usr/bin/env python3
"""pages: the list page in one run beside a PHP-FPM page that makes the same query under the same account and writes the same HTML, the same
nginx before both, no cache in nginx, the same compression (none). Five rounds in turn, medians, ratios; these machines are noisy. Needs
php8.2-fpm, php8.2-mysql, wrk. BENCH_SECONDS a round (3)."""
import os
import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.request

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
from house import House, free_port  # noqa: E402

SECONDS, ROUNDS, CLIENTS = os.environ.get("BENCH_SECONDS", "3"), 5, (1, 16, 128)
PAGE = "/notice/2026-1"

NGINX = """user gongshi; worker_processes 2; pid @D@/nginx.pid; error_log @D@/nginx.log; daemon off;
events { worker_connections 1024; }
http { access_log off; client_body_temp_path @D@/b; fastcgi_temp_path @D@/f; proxy_temp_path @D@/p; uwsgi_temp_path @D@/u; scgi_temp_path @D@/s;
  fastcgi_buffers 64 16k;
  server { listen 127.0.0.1:@PORT@ backlog=1024;
    location = /ours { fastcgi_param REQUEST_METHOD GET; fastcgi_param REQUEST_URI @PAGE@; fastcgi_param QUERY_STRING ""; fastcgi_param GS_ADDR 127.0.0.1;
      fastcgi_pass_request_headers off; fastcgi_pass unix:@HOME@/run/public.sock; }
    location = /php { fastcgi_param REQUEST_METHOD GET; fastcgi_param SCRIPT_FILENAME @D@/notice.php; fastcgi_pass unix:@D@/php.sock; }
  } }
"""
FPM = """[global]
error_log = @D@/fpm.log
daemonize = no
[www]
user = gongshi
group = gongshi
listen = @D@/php.sock
listen.owner = gongshi
listen.backlog = 1024
pm = static
pm.max_children = 4
php_admin_value[opcache.enable] = 1
php_admin_value[opcache.validate_timestamps] = 0
"""


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def get(port, path):
    with urllib.request.urlopen("http://127.0.0.1:%d%s" % (port, path), timeout=20) as got:
        return got.read().decode()


def frame(folder, html):
    """What stands around the rows of the two lists."""
    bodies = [(m.start(1), m.end(1)) for m in re.finditer(r"<tbody>\n(.*?)</tbody>", html, re.S)]
    (a, b), (c, d) = bodies
    for name, text in (("head", html[:a]), ("middle", html[b:c]), ("tail", html[d:])):
        write(os.path.join(folder, name), text)


def prepare(house, folder, port):
    os.makedirs(folder)
    os.chmod(folder, 0o755)
    words = {"@D@": folder, "@HOME@": house.home, "@PORT@": str(port), "@PAGE@": PAGE, "@FRAME@": folder,
             "@SOCKET@": house.home + "/run/mariadb.sock"}

    def filled(text):
        for key, value in words.items():
            text = text.replace(key, value)
        return text
    with open(os.path.join(HERE, "notice.php"), encoding="utf-8") as f:
        write(folder + "/notice.php", filled(f.read()))
    with open(house.home + "/secrets/gs_public.password", encoding="utf-8") as f:
        write(folder + "/password", f.read())
    write(folder + "/nginx.conf", filled(NGINX))
    write(folder + "/fpm.conf", filled(FPM))
    subprocess.run(["chown", "-R", "gongshi", folder], check=True)
    return [subprocess.Popen(["php-fpm8.2", "-F", "-y", folder + "/fpm.conf"], stderr=subprocess.DEVNULL),
            subprocess.Popen(["nginx", "-c", folder + "/nginx.conf"], stderr=subprocess.DEVNULL)]


def measure(port, path, clients):
    got = subprocess.run(["wrk", "-t1" if clients == 1 else "-t2", "-c%d" % clients, "-d%ss" % SECONDS, "--latency",
                          "http://127.0.0.1:%d%s" % (port, path)], capture_output=True, text=True, check=True).stdout
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", got)
    assert not bad, got
    tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", got)
    scale = {"us": 0.001, "ms": 1, "s": 1000}[tail.group(2)]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", got).group(1)), float(tail.group(1)) * scale


def memory(house):
    """Resident MB of each of our programs, the largest of its processes."""
    out = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % pid, encoding="utf-8", errors="replace") as f:
                words = f.read().split("\0")
            if any(house.home in w for w in words) or words[0].startswith("nginx"):
                with open("/proc/%s/statm" % pid, encoding="ascii") as f:
                    name = os.path.basename(words[0].split(" ")[0].rstrip(":"))
                    out[name] = max(out.get(name, 0), int(f.read().split()[1]) * 4 / 1024)
        except OSError:
            continue
    return ", ".join("%s %.1f" % (n, out[n]) for n in sorted(out) if n not in ("bash", "multiwatch"))


def main():
    with House("--read-rate", "100000") as house:
        folder, port = house.home + "/bench", free_port()
        started = prepare(house, folder, port)
        try:
            for _ in range(100):
                try:
                    frame(folder, get(port, "/ours"))
                    get(port, "/php")
                    break
                except OSError:
                    time.sleep(0.1)
            ours, theirs = get(port, "/ours"), get(port, "/php")
            same = ours == theirs
            print("pages: %d and %d characters, %s" % (len(ours), len(theirs), "identical" if same else "NOT identical"))
            met = 0
            for clients in CLIENTS:
                rounds = {"/ours": [], "/php": []}
                for _ in range(ROUNDS):
                    for path in rounds:
                        rounds[path].append(measure(port, path, clients))
                (a, ap), (b, bp) = ([statistics.median(x[i] for x in rounds[p]) for i in (0, 1)] for p in ("/ours", "/php"))
                met += a > b
                print("%4d clients: ours %8.0f req/s p99 %7.2f ms | PHP-FPM %8.0f req/s p99 %7.2f ms | ratio %.2f" % (
                    clients, a, ap, b, bp, a / b))
            print("resident MB: " + memory(house))
            print("goals: %d met, %d missed" % (met + same, len(CLIENTS) - met + (not same)))
            return 0 if same and met == len(CLIENTS) else 1
        finally:
            for p in started:
                p.send_signal(signal.SIGTERM)
                p.wait(20)


if __name__ == "__main__":
    sys.exit(main())
