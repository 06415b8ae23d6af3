#!/usr/bin/env python3
"""sms_sink: a gateway that takes every SMS after a while, for measuring: usage sms_sink.py CERTIFICATE PORT SECONDS FILE. FILE gets the words and
the instants of what it took when it is told to end (SIGTERM)."""
import asyncio, re, signal, ssl, sys, time

CERTIFICATE, PORT, WAIT, FILE = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
ANSWER = b'{"Response":{"SendStatusSet":[{"Code":"Ok"}],"RequestId":"R"}}'
REPLY = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(ANSWER), ANSWER)
WORD, LENGTH = re.compile(rb'"SessionContext":"(\w+)"'), re.compile(rb"content-length: *(\d+)", re.I)
taken = []


async def serve(reader, writer):
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            body = await reader.readexactly(int(LENGTH.search(head)[1]))
            if WAIT:
                await asyncio.sleep(WAIT)
            word = WORD.search(body)
            taken.append((word[1].decode() if word else "", time.time()))
            writer.write(REPLY)
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    end = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end.set)
    async with await asyncio.start_server(serve, "127.0.0.1", PORT, ssl=context, backlog=512):
        print("ready", flush=True)
        await end.wait()
    with open(FILE, "w") as f:
        f.writelines("%s %.6f\n" % one for one in taken)


asyncio.run(main())
