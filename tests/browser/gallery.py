"""gallery: the golden pages of all programs with the real sheet, script and pictures, served on this machine: every page that there is, in every
language, without a house. Who checks looks walks along it; started by hand it tells its address and stays open."""
import glob
import http.server
import os
import re
import threading

TOP = os.environ.get("top_srcdir") or os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
PAGES = os.path.join(TOP, "tests", "pages")
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def names():
    """ "public/notice.zh-CN" and so on, in order."""
    return sorted(os.path.relpath(path, PAGES)[:-5] for path in glob.glob(os.path.join(PAGES, "*", "*.gold")))


class Answer(http.server.BaseHTTPRequestHandler):
    """Any hash of a static file's address is right; the golden pages' are made up."""

    def do_GET(self):
        static = re.match(r"/static/([a-z0-9_-]+)\.[0-9a-f]{8}(\.[a-z]+)$", self.path)
        path = os.path.join(TOP, "static", "%s%s" % static.groups()) if static else os.path.join(PAGES, self.path.lstrip("/") + ".gold")
        if ".." in self.path or not os.path.isfile(path):
            self.send_error(404)
            return
        with open(path, "rb") as f:
            data = f.read()
        self.send_response(200)
        self.send_header("Content-Type", KINDS.get(os.path.splitext(path)[1], "text/html") + "; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Gallery:
    def __enter__(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        self.origin = "http://127.0.0.1:%d/" % self.server.server_port
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


if __name__ == "__main__":
    with Gallery() as gallery:
        print("\n".join(gallery.origin + name for name in names()))
        gallery.thread.join()
