"""sink: a mail server in this process that takes everything, notes what it took and misbehaves when told to: for what a real one does only on
a bad day. `behaviour`: ok, greet_554, greet_silent, auth_535, sender_553, data_silent, text_drop, text_silent, quit_silent."""
import re, socketserver, threading, time


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write((line + "\r\n").encode())

    def handle(self):
        sink = self.server.sink
        with sink.lock:
            sink.connections += 1
        if sink.behaviour == "greet_silent":
            return time.sleep(4)
        if sink.behaviour == "greet_554":
            return self.say("554 not for you")
        self.say("220 sink")
        try:
            for line in self.rfile:
                if not self.command(line.decode("utf-8", "replace").strip()):
                    break
        except (ConnectionError, BrokenPipeError):
            pass

    def command(self, line):
        sink, verb = self.server.sink, line.split(" ")[0].upper()
        sink.commands.append(line)
        if verb == "EHLO":
            self.say("250-sink")
            self.say("250-AUTH PLAIN LOGIN" if sink.behaviour == "auth_535" else "250-8BITMIME")
            self.say("250 SIZE 1000000")
        elif verb == "AUTH":
            self.say("535 wrong password")
        elif verb == "MAIL" and sink.behaviour == "sender_553":
            self.say("553 not your address")
        elif verb == "QUIT":
            if sink.behaviour == "quit_silent":
                time.sleep(4)
            self.say("221 bye")
            return False
        elif verb == "DATA":
            return self.text()
        else:
            self.say("250 ok")
        return True

    def text(self):
        sink = self.server.sink
        if sink.behaviour == "data_silent":
            time.sleep(4)
            return False
        self.say("354 go on")
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line)
        else:
            return False
        if sink.behaviour == "text_drop":
            return False
        if sink.behaviour == "text_silent":
            time.sleep(4)
            return False
        if sink.seconds:
            time.sleep(sink.seconds)
        found = re.search(rb"^Message-ID: <(.*)@", b"".join(lines), re.M)
        with sink.lock:
            sink.taken.append(found.group(1).decode() if found else None)
        self.say("250 taken")
        return True


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64


class Sink:
    def __init__(self, port):
        self.behaviour, self.seconds = "ok", 0
        self.taken, self.commands, self.connections, self.lock = [], [], 0, threading.Lock()
        self.server = Server(("127.0.0.1", port), Session)
        self.server.sink = self
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
