#!/usr/bin/env python3
"""gateway: a double of Aliyun's SendSms over HTTPS that checks the ACS3-HMAC-SHA256 signature with code of its own and then does what it
is told: usage gateway.py DIR PORT. DIR/behaviour holds one word (ok, limit, wrong_number, hang, drop, error500, garbage, slow);
DIR/accepted.jsonl gets a line a message that it took; DIR/refused.jsonl one a request that it did not believe."""
import hashlib, hmac, http.server, json, os, ssl, sys, threading, time, urllib.parse

DIR, PORT = sys.argv[1], int(sys.argv[2])
KEY = {"test-id": "test-secret"}
SEEN, LOCK = set(), threading.Lock()


def enc(s):
    return urllib.parse.quote(s, safe="-_.~")


def why_not(h, query):
    """What is wrong with the signature, or None."""
    auth = h.headers.get("Authorization", "")
    if not auth.startswith("ACS3-HMAC-SHA256 Credential="):
        return "no signature"
    part = dict(p.split("=", 1) for p in auth[len("ACS3-HMAC-SHA256 "):].split(","))
    secret = KEY.get(part.get("Credential"))
    if secret is None:
        return "unknown key"
    signed = part["SignedHeaders"].split(";")
    for needed in ("host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"):
        if needed not in signed:
            return "not signed: " + needed
    if abs(time.time() - time.mktime(time.strptime(h.headers["x-acs-date"], "%Y-%m-%dT%H:%M:%SZ")) + time.timezone) > 900:
        return "date"
    canonical_query = "&".join(f"{enc(k)}={enc(v)}" for k, v in sorted(query))
    canonical = "\n".join(["POST", "/", canonical_query, "".join(f"{n}:{h.headers[n].strip()}\n" for n in signed), ";".join(signed),
                           hashlib.sha256(b"").hexdigest()])
    to_sign = "ACS3-HMAC-SHA256\n" + hashlib.sha256(canonical.encode()).hexdigest()
    want = hmac.new(secret.encode(), to_sign.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(want, part.get("Signature", "")):
        return "signature"
    with LOCK:
        if h.headers["x-acs-signature-nonce"] in SEEN:
            return "nonce used twice"
        SEEN.add(h.headers["x-acs-signature-nonce"])
    return None


def note(name, what):
    with LOCK, open(os.path.join(DIR, name), "a") as f:
        f.write(json.dumps(what, ensure_ascii=False) + "\n")


class Gateway(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *a):
        pass

    def say(self, status, body):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query, keep_blank_values=True)
        wrong = why_not(self, query)
        if wrong or self.headers["x-acs-action"] != "SendSms":
            note("refused.jsonl", {"why": wrong})
            return self.say(400, {"Code": "SignatureDoesNotMatch", "Message": wrong or "action", "RequestId": "R"})
        with open(os.path.join(DIR, "behaviour")) as f:
            behaviour = f.read().strip()
        if behaviour == "limit":
            return self.say(200, {"Code": "isv.BUSINESS_LIMIT_CONTROL", "Message": "limit", "RequestId": "R"})
        if behaviour == "wrong_number":
            return self.say(200, {"Code": "isv.MOBILE_NUMBER_ILLEGAL", "Message": "number", "RequestId": "R"})
        if behaviour == "hang":
            time.sleep(40)
            return None
        if behaviour == "error500":
            return self.say(500, b"oops")
        note("accepted.jsonl", dict(query))
        if behaviour == "drop":
            self.close_connection = True
            return self.connection.close()
        if behaviour == "garbage":
            return self.say(200, b"{\"Code\": ")
        if behaviour == "slow":
            time.sleep(2)
        return self.say(200, {"Code": "OK", "Message": "OK", "BizId": "900619746936498440^0", "RequestId": "R"})


server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Gateway)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.path.join(DIR, "gateway.pem"))
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
