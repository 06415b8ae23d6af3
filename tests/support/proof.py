"""proof: what a browser works for the last page of an objection (lib/trust/work.h, static/work.js), reckoned anew from its contract."""
import hashlib


def proof(word, bits=7, parts=4, rounds=1000):
    found = []
    for part in range(parts):
        number = 0
        while int.from_bytes(hashlib.pbkdf2_hmac("sha256", word.encode(), b"%d.%d" % (part, number), rounds, 4), "big") >> (32 - bits):
            number += 1
        found.append(str(number))
    return ".".join(found)
