"""gateways: the double of gateway.py as a test holds it: its certificates, its process, what it is told and what it got."""
import json, os, socket, subprocess, sys

from house import HERE, wait


class Double:
    """`house.path("key")` holds its secret, ca.pem its root; other.pem is a root that did not sign it."""

    def __init__(self, house, port, beside=False):
        self.house, self.port, self.process = house, port, None
        if not beside: # a second one has the certificates of the first
            self.make_certificates()
        with open(house.path("key"), "w") as f:
            f.write("test-secret\n")
        self.behave("ok")

    def openssl(self, *words):
        subprocess.run(["openssl", *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.house.dir)

    def make_certificates(self, days="2"):
        """A root of our own and a certificate under it for gateway.localhost; and one that nobody vouches for."""
        new = ("req", "-newkey", "rsa:2048", "-nodes")
        self.openssl(*new, "-x509", "-days", "2", "-subj", "/CN=test root", "-keyout", "ca.key", "-out", "ca.pem")
        self.openssl(*new, "-subj", "/CN=gateway.localhost", "-keyout", "gw.key", "-out", "gw.csr")
        with open(self.house.path("ext"), "w") as f:
            f.write("subjectAltName = DNS:gateway.localhost\n")
        self.openssl("x509", "-req", "-in", "gw.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", days, "-extfile", "ext",
                     "-out", "gw.pem")
        self.openssl(*new, "-x509", "-days", "2", "-subj", "/CN=other root", "-keyout", "other.key", "-out", "other.pem")
        with open(self.house.path("gateway.pem"), "w") as out:
            for name in ("gw.key", "gw.pem"):
                with open(self.house.path(name)) as f:
                    out.write(f.read())

    def start(self):
        self.process = subprocess.Popen([sys.executable, HERE + "/gateway.py", self.house.dir, str(self.port)], stderr=subprocess.DEVNULL)
        wait(self.answers)

    def answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        except OSError:
            return False

    def stop(self):
        self.process.kill()
        self.process.wait()

    def behave(self, word):
        with open(self.house.path("behaviour"), "w") as f:
            f.write(word)

    def lines(self, name):
        if not os.path.exists(self.house.path(name)):
            return []
        with open(self.house.path(name), encoding="utf-8") as f:
            return [json.loads(line) for line in f]
