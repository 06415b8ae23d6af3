#!/usr/bin/env python3
"""plain_cgi: each program as a plain CGI program under a real CGI server (fcgiwrap): started anew for each request, environment and stdin
instead of FastCGI, and the same pages come out."""
import os
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "support")]
import fcgi  # noqa: E402
from house import House  # noqa: E402

# program, method, path, body, status, what must stand in the page
ASKED = (
    ("public", "GET", "/", b"", "200", "正在公示"),
    ("public", "GET", "/nowhere", b"", "404", "没有找到这个页面"),
    ("public", "POST", "/track", b"number=1234&code=x", "422", "处需要修改"),
    ("staff", "GET", "/sign-in", b"", "200", "动态验证码"),
    ("union", "GET", "/", b"", "200", "用验证码登录"),
    ("union", "DELETE", "/", b"", "405", "这一页不能这样打开"),
)


def ask(house, where, program, method, path, body):
    more = [("SCRIPT_FILENAME", house.home + "/app/libexec/gongshi/gongshi-" + program), ("GONGSHI_CONF", house.home + "/etc/gongshi.conf"),
            ("GS_ADDR", "127.0.0.1"), ("GATEWAY_INTERFACE", "CGI/1.1")]
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(30)
        s.connect(where)
        s.sendall(fcgi.request(fcgi.params(method, path, body, more), body))
        return fcgi.answer(s)


def main():
    print("1..%d" % len(ASKED))
    good = True
    with House() as house:
        where = house.home + "/run/cgi.sock"
        server = subprocess.Popen(house.as_owner(["fcgiwrap", "-s", "unix:" + where]))
        for _ in range(100):
            if os.path.exists(where):
                break
            time.sleep(0.05)
        try:
            for number, (program, method, path, body, status, words) in enumerate(ASKED, 1):
                got = ask(house, where, program, method, path, body)
                text = got[2].decode(errors="replace")
                fits = str(got[0]) == status and words in text and "</html>" in text
                good = good and fits
                print("%s %d - %s: %s %s is answered %s with its page" % ("ok" if fits else "not ok", number, program, method, path, status))
                if not fits:
                    print("# %s %s" % (got[0], text[:300].replace("\n", " ")))
        finally:
            server.terminate()
            server.wait(10)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
