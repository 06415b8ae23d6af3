#!/usr/bin/env python3
"""pages: the list page in one run beside peers that make the same query under the same account of the same MariaDB and write the same HTML behind the
same nginx, packed: PHP-FPM (persistent connection, opcache), Fastify with the mariadb driver, and a bare FastCGI program that writes the
bytes from memory. (a) always fresh, without nginx's cache; (b) rendered every time (a search, which is kept nowhere); (c) through nginx's
cache beside nginx serving the same bytes as a file. Five rounds in turn, medians; these machines are noisy: read the ratios. Needs
php8.2-fpm, php8.2-mysql, wrk, spawn-fcgi and npm. BENCH_SECONDS a round (2), BENCH_ROUNDS (5)."""
import gzip
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
from house import BUILD, House, free_port  # noqa: E402
from many import notice_of  # noqa: E402

SECONDS, ROUNDS, CLIENTS = os.environ.get("BENCH_SECONDS", "2"), int(os.environ.get("BENCH_ROUNDS", "5")), (1, 16, 128)
ALL_FIT = "?q=" + urllib.parse.quote("公司")
SIZES = {"few": 60, "more": 463}
met = missed = 0

NGINX = """user gongshi; worker_processes 2; pid @D@/nginx.pid; error_log @D@/nginx.log; daemon off;
events { worker_connections 1024; }
http { access_log off; client_body_temp_path @D@/b; fastcgi_temp_path @D@/f; proxy_temp_path @D@/p; uwsgi_temp_path @D@/u; scgi_temp_path @D@/s;
  fastcgi_buffers 64 16k; proxy_buffers 64 16k; types { text/html html; }
  upstream node { server 127.0.0.1:@NODE@; keepalive 16; }
  server { listen 127.0.0.1:@PORT@ backlog=1024;
    location ~ ^/ours/(.+)$ { fastcgi_param REQUEST_METHOD GET; fastcgi_param REQUEST_URI /notice/$1; fastcgi_param QUERY_STRING $query_string;
      fastcgi_param GS_ADDR 127.0.0.1; fastcgi_param HTTP_ACCEPT_ENCODING gzip; fastcgi_pass_request_headers off;
      fastcgi_pass unix:@HOME@/run/public.sock; }
    location ~ ^/php/(.+)$ { fastcgi_param REQUEST_METHOD GET; fastcgi_param SLUG $1; fastcgi_param SCRIPT_FILENAME @D@/notice.php;
      fastcgi_pass unix:@D@/php.sock; }
    location ~ ^/node/(.+)$ { proxy_http_version 1.1; proxy_set_header Connection ""; proxy_pass http://node/$1; }
    location ~ ^/bare/(.+)$ { fastcgi_param REQUEST_METHOD GET; fastcgi_pass unix:@D@/$1.sock; }
    location /file/ { gzip_static on; alias @D@/files/; }
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


def goal(good, words):
    global met, missed
    met, missed = met + bool(good), missed + (not good)
    print("%s: %s" % ("met   " if good else "missed", words), flush=True)


def write(path, text):
    with open(path, "wb") as f:
        f.write(text.encode() if isinstance(text, str) else text)


def get(port, path):
    with urllib.request.urlopen("http://127.0.0.1:%d%s" % (port, path), timeout=20) as got:
        return gzip.decompress(got.read()).decode()


def frame(folder, slug, html):
    """What stands around the rows of the two lists, and the page as a file."""
    bodies = [(m.start(1), m.end(1)) for m in re.finditer(r"<tbody>\n(<tr id.*?)</tbody>", html, re.S)]
    (a, b), (c, d) = bodies
    for name, text in (("head", html[:a]), ("middle", html[b:c]), ("tail", html[d:])):
        write("%s/%s.%s" % (folder, slug, name), text)
    write("%s/files/%s.html" % (folder, slug), html)
    write("%s/files/%s.html.gz" % (folder, slug), gzip.compress(html.encode(), 9, mtime=0))


def prepare(house, folder, port, node):
    os.makedirs(folder + "/files")
    os.chmod(folder, 0o755)
    words = {"@D@": folder, "@HOME@": house.home, "@PORT@": str(port), "@FRAME@": folder, "@NODE@": str(node),
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
    shutil.copy(os.path.join(HERE, "notice.mjs"), folder)
    got = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", folder, "fastify@5", "mariadb@3"], capture_output=True, text=True)
    subprocess.run(["chown", "-R", "gongshi", folder], check=True)
    started = [subprocess.Popen(["nginx", "-c", folder + "/nginx.conf"], stderr=subprocess.DEVNULL),
               subprocess.Popen(["php-fpm8.2", "-F", "-y", folder + "/fpm.conf"], stderr=subprocess.DEVNULL)]
    if got.returncode == 0:
        started += [subprocess.Popen(["node", folder + "/notice.mjs", str(node), words["@SOCKET@"], folder + "/password", folder])]
    else:
        print("Fastify cannot be had: " + got.stderr.strip().split("\n")[-1])
    return started, got.returncode == 0


def measure(port, path, clients, host=None):
    more = ["-H", "Host: " + host] if host else []
    got = subprocess.run(["wrk", "-t1" if clients == 1 else "-t2", "-c%d" % clients, "-d%ss" % SECONDS, "--latency", "-H",
                          "Accept-Encoding: gzip"] + more + ["http://127.0.0.1:%d%s" % (port, path)], capture_output=True, text=True, check=True).stdout
    assert not re.search(r"Non-2xx or 3xx responses: (\d+)", got), got
    tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", got)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", got).group(1)), float(tail.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[tail.group(2)]


def beside(ways, clients):
    """Medians of requests a second and of the 99th percentile, of each way, in turn."""
    rounds = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, (port, path, host) in ways.items():
            rounds[name].append(measure(port, path, clients, host))
    told = {name: [statistics.median(x[i] for x in r) for i in (0, 1)] for name, r in rounds.items()}
    print("        " + " | ".join("%s %.0f/s p99 %.2f ms" % (n, a, b) for n, (a, b) in told.items()))
    return told


def starved(port, path, seconds=4, crowd=16):
    """The fewest and the most answers that one of many clients got in the same time."""
    counts, until = [0] * crowd, time.monotonic() + seconds

    def one(i):
        while time.monotonic() < until:
            get(port, path)
            counts[i] += 1
    threads = [threading.Thread(target=one, args=(i,)) for i in range(crowd)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return min(counts), max(counts)


def compare(house, port, few, has_node):
    peers = ["php"] + (["node"] if has_node else [])
    for slug, rows in SIZES.items():
        least = 3 if rows == 60 else 10
        page = get(port, "/ours/" + slug)
        for peer in peers:
            goal(abs(len(get(port, "/%s/%s" % (peer, slug))) / len(page) - 1) < 0.05, "%d rows: %s writes the same page" % (rows, peer))
        for clients in CLIENTS:
            print("%d rows, %d clients" % (rows, clients))
            fresh = beside({n: (port, "/%s/%s" % (n, slug), None) for n in ["ours", "bare"] + peers}, clients)
            best = max(fresh[p][0] for p in peers)
            goal(fresh["ours"][0] >= least * best, "(a) %.1f times the faster peer (aim %d)" % (fresh["ours"][0] / best, least))
            goal(fresh["ours"][0] >= 0.6 * fresh["bare"][0], "(a) %.2f of the ceiling (aim 0.6)" % (fresh["ours"][0] / fresh["bare"][0]))
            goal(fresh["ours"][1] <= min(fresh[p][1] for p in peers), "(a) p99 no worse than theirs")
            if rows == 60:
                made = beside({"ours": (port, "/ours/" + slug + ALL_FIT, None), **{p: (port, "/%s/%s" % (p, slug), None) for p in peers}}, clients)
                goal(made["ours"][0] > max(made[p][0] for p in peers), "(b) rendered: %.2f times the faster peer" % (
                    made["ours"][0] / max(made[p][0] for p in peers)))
            host = "public.localhost:%d" % house.port
            kept = beside({"ours": (house.port, "/notice/" + slug, host), "file": (port, "/file/%s.html" % slug, None)}, clients)
            goal(kept["ours"][0] >= 0.85 * kept["file"][0], "(c) %.2f of the file (aim 0.85)" % (kept["ours"][0] / kept["file"][0]))
    long = beside({"60": (port, "/ours/few" + ALL_FIT, None), "10000": (port, "/ours/many?after=5000", None), "fresh60": (port, "/ours/few", None),
                   "fresh10000": (port, "/ours/many", None)}, 16)
    goal(long["fresh60"][0] <= 1.2 * long["fresh10000"][0], "a page of 10,000 rows costs %.2f of one of 60 (aim 1.2)" % (
        long["fresh60"][0] / long["fresh10000"][0]))
    low, high = starved(port, "/ours/few")
    goal(low * 2 >= high, "of 16 clients the slowest got %d answers, the fastest %d" % (low, high))
    size = len(gzip.compress(get(port, "/ours/few").encode(), 9))
    goal(size < 14 * 1024, "a list of 60 is %d bytes packed (aim 14 KiB)" % size)


def main():
    with House("--read-rate", "100000") as house:
        for slug, rows in {**SIZES, "many": 10000}.items():
            notice_of(house, slug, rows)
        folder, port, node = house.home + "/bench", free_port(), free_port()
        started, has_node = prepare(house, folder, port, node)
        try:
            for slug in SIZES:
                for _ in range(100):
                    try:
                        html = get(port, "/ours/" + slug)
                        break
                    except OSError:
                        time.sleep(0.1)
                frame(folder, slug, html)
                started.append(subprocess.Popen(["spawn-fcgi", "-n", "-s", "%s/%s.sock" % (folder, slug), "-M", "0666", "-b", "1024", "--",
                                                 BUILD + "/tests/bench/bare_page", "%s/files/%s.html.gz" % (folder, slug)]))
            time.sleep(2)
            compare(house, port, "few", has_node)
        finally:
            for p in started:
                p.send_signal(signal.SIGTERM)
            for p in started:
                p.wait(20)
    print("goals: %d met, %d missed" % (met, missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
