"""fcgi: a web server's side of FastCGI, one request a connection, over a unix socket. It can also be a bad one: hang up in the middle,
lie about lengths, ask for a kept connection."""
import socket
import struct


def record(kind, data=b"", request=1):
    out = b""
    while True:
        piece, data = data[:65535], data[65535:]
        out += struct.pack(">BBHHBx", 1, kind, request, len(piece), 0) + piece
        if not data:
            return out


def pairs(params):
    out = b""
    for name, value in params:
        name, value = name.encode(), value if isinstance(value, bytes) else value.encode()
        for text in (name, value):
            out += struct.pack(">B", len(text)) if len(text) < 128 else struct.pack(">I", len(text) | 0x80000000)
        out += name + value
    return out


def begin(keep=False):
    return record(1, struct.pack(">HB5x", 1, 1 if keep else 0))


def request(params, body=b"", keep=False):
    stdin = record(5, body) + record(5) if body else record(5)
    return begin(keep) + record(4, pairs(params)) + record(4) + stdin


def params(method="GET", uri="/", body=b"", more=()):
    out = [("REQUEST_METHOD", method), ("REQUEST_URI", uri), ("QUERY_STRING", uri.partition("?")[2])]
    if body or method == "POST":
        out += [("CONTENT_LENGTH", str(len(body))), ("CONTENT_TYPE", "application/x-www-form-urlencoded")]
    replaced = {name for name, _ in more}
    return [p for p in out if p[0] not in replaced] + list(more)


class Broken(Exception):
    """The connection ended before the answer did."""


def answer(sock):
    """(status, head, body) of one answer."""
    stdout, stream = b"", sock.makefile("rb")
    while True:
        head = stream.read(8)
        if len(head) < 8:
            raise Broken(stdout[:80])
        _, kind, _, length, padding = struct.unpack(">BBHHBx", head)
        data = stream.read(length + padding)
        if len(data) < length + padding:
            raise Broken(stdout[:80])
        if kind == 6:
            stdout += data[:length]
        elif kind == 3:
            head, _, body = stdout.partition(b"\r\n\r\n")
            return int(head.split()[1]), head.decode(), body


def connect(path, patience=10):
    sock = socket.socket(socket.AF_UNIX)
    sock.settimeout(patience)
    sock.connect(path)
    return sock


def ask(path, method="GET", uri="/", body=b"", more=(), keep=False, patience=10):
    with connect(path, patience) as sock:
        sock.sendall(request(params(method, uri, body, more), body, keep))
        return answer(sock)
