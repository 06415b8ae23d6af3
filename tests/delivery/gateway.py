#!/usr/bin/env python3
"""gateway: a double of three SMS gateways over HTTPS that checks what they check with code of its own (Aliyun's ACS3-HMAC-SHA256 of SendSms and
QuerySendDetails, Tencent's TC3-HMAC-SHA256 of SendSms, the MAC of 云MAS at /sms/submit) and then does what it is told: usage gateway.py DIR PORT. DIR/behaviour holds one word (ok, limit, wrong_number, no_money, hang, drop, error500,
busy503, moved302, throttle429, garbage, drip, slow), and after a blank how often; then it is ok. DIR/accepted.jsonl gets a line a message that it took;
DIR/refused.jsonl one a request that it did not believe; DIR/asked.jsonl one a question what was sent."""
import base64, hashlib, hmac, http.server, json, os, ssl, sys, threading, time, urllib.parse

DIR, PORT = sys.argv[1], int(sys.argv[2])
KEY = {"test-id": "test-secret"}
SEEN, TAKEN, LOCK = set(), [], threading.Lock()
CODES = {"limit": "isv.BUSINESS_LIMIT_CONTROL", "wrong_number": "isv.MOBILE_NUMBER_ILLEGAL", "no_money": "isv.AMOUNT_NOT_ENOUGH"}
TENCENT = {"limit": "LimitExceeded.PhoneNumberDailyLimit", "wrong_number": "InvalidParameterValue.IncorrectPhoneNumber",
           "no_money": "FailedOperation.InsufficientBalanceInSmsPackage"}
MAS = {"limit": "TooManyMobiles", "wrong_number": "InvalidMessage", "no_money": "InvalidUsrOrPwd"}
STATUS = {"error500": 500, "busy503": 503, "moved302": 302, "throttle429": 429}


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
    return None


def why_not_tencent(h, body):
    try:
        scheme, credential, signed, signature = h.headers["Authorization"].replace(",", "").split(" ")
        key_id, day, service, end = credential.split("=", 1)[1].split("/")
    except ValueError:
        return "no signature"
    at, names = int(h.headers["X-TC-Timestamp"]), signed.split("=", 1)[1]
    if (scheme, service, end) != ("TC3-HMAC-SHA256", "sms", "tc3_request") or key_id not in KEY or "host" not in names.split(";"):
        return "scope"
    if abs(time.time() - at) > 300 or day != time.strftime("%Y-%m-%d", time.gmtime(at)):
        return "date"
    heads = "".join("%s:%s\n" % (n, h.headers[n].lower() if n == "x-tc-action" else h.headers[n]) for n in names.split(";"))
    canonical = "\n".join(["POST", "/", "", heads, names, hashlib.sha256(body).hexdigest()])
    to_sign = "\n".join([scheme, str(at), "/".join((day, service, end)), hashlib.sha256(canonical.encode()).hexdigest()])
    key = ("TC3" + KEY[key_id]).encode()
    for word in (day, service, end):
        key = hmac.new(key, word.encode(), hashlib.sha256).digest()
    want = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    return None if hmac.compare_digest(want, signature.split("=", 1)[1]) else "signature"


def is_repeated(h):
    with LOCK:
        nonce = h.headers["x-acs-signature-nonce"]
        known = nonce in SEEN
        SEEN.add(nonce)
        return known


def behaviour():
    """What to do with this message; one that was told a number of times is used up."""
    path = os.path.join(DIR, "behaviour")
    with LOCK:
        with open(path) as f:
            word, *times = f.read().split()
        if times:
            left = int(times[0]) - 1
            with open(path + ".new", "w") as f:
                f.write("%s %d" % (word, left) if left > 0 else "ok")
            os.rename(path + ".new", path)
        return word


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
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith("/sms/submit"):
            return self.mas(body)
        if self.headers["X-TC-Action"]:
            return self.tencent(body)
        query = urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query, keep_blank_values=True)
        wrong = why_not(self, query)
        action = self.headers["x-acs-action"]
        if wrong or self.headers["x-acs-version"] != "2017-05-25" or action not in ("SendSms", "QuerySendDetails"):
            note("refused.jsonl", {"why": wrong or action})
            return self.say(400, {"Code": "SignatureDoesNotMatch", "Message": wrong or "action", "RequestId": "R"})
        if is_repeated(self):
            note("refused.jsonl", {"why": "nonce used twice"})
            return self.say(400, {"Code": "SignatureNonceUsed", "Message": "nonce used twice", "RequestId": "R"})
        return self.send_sms(dict(query)) if action == "SendSms" else self.tell(dict(query))

    def tencent(self, body):
        wrong = why_not_tencent(self, body)
        if wrong or self.headers["X-TC-Action"] != "SendSms" or self.headers["X-TC-Version"] != "2021-01-11":
            note("refused.jsonl", {"why": wrong or "action"})
            return self.say(200, {"Response": {"Error": {"Code": "AuthFailure.SignatureFailure", "Message": "?"}, "RequestId": "R"}})
        self.send_sms(json.loads(body), TENCENT, lambda code: {"Response": {"SendStatusSet": [
            {"SerialNo": "1", "PhoneNumber": "?", "Fee": 1, "SessionContext": "", "Code": code or "Ok", "Message": "", "IsoCode": "CN"}],
            "RequestId": "R"}})

    def mas(self, body):
        m = json.loads(base64.b64decode(body))
        mac = hashlib.md5("".join((m["ecName"], m["apId"], KEY["test-id"], m["mobiles"], m["content"], m["sign"],
                                   m["addSerial"])).encode()).hexdigest()
        if mac != m["mac"]:
            note("refused.jsonl", {"why": "mac"})
            return self.say(200, {"rspcod": "IllegalMac", "success": False})
        self.send_sms(m, MAS, lambda code: {"msgGroup": "1", "rspcod": code or "success", "success": not code})

    def send_sms(self, message, codes=CODES,
                 answer=lambda code: {"Code": code or "OK", "Message": "?", "BizId": "900619746936498440^0", "RequestId": "R"}):
        what = behaviour()
        if what in codes:
            return self.say(200, answer(codes[what]))
        if what in STATUS:
            return self.say(STATUS[what], b"oops")
        if what == "hang":
            return time.sleep(4)
        note("accepted.jsonl", message)
        with LOCK:
            TAKEN.append(message)
        if what == "drop":
            self.close_connection = True
            return self.connection.close()
        if what == "garbage":
            return self.say(200, b"{\"Code\": ")
        if what == "drip": # a byte now and then, never a whole answer
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            for _ in range(8):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.5)
            self.close_connection = True
            return None
        if what == "slow":
            time.sleep(0.5)
        return self.say(200, answer(None))

    def tell(self, asked):
        note("asked.jsonl", asked)
        with LOCK:
            found = [{"OutId": m["OutId"], "PhoneNum": m["PhoneNumbers"], "SendStatus": 3, "ErrCode": "DELIVERED"} for m in TAKEN
                     if m.get("PhoneNumbers") == asked["PhoneNumber"]]
        return self.say(200, {"Code": "OK", "Message": "OK", "TotalCount": str(len(found)), "RequestId": "R",
                              "SmsSendDetailDTOs": {"SmsSendDetailDTO": found}})


http.server.ThreadingHTTPServer.daemon_threads = True
server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Gateway)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.path.join(DIR, "gateway.pem"))
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
