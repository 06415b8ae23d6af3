#!/usr/bin/env python3
"""canary: looks for words that must not lie about: canary.py NEEDLES PATH... reads one needle a line from the file NEEDLES (text, or
"hex:" and bytes) and searches every file below each PATH for it as UTF-8, GB18030, hex, base64 (at each of three offsets), URL encoding
and JSON escapes. Prints each place found; exit 1 if any, 2 if it could not look. It proves nothing without a control: plant one and see it."""
import base64, json, os, re, sys, urllib.parse

BLOCK = 8 << 20


def spellings(needle):
    """(how, bytes) for each way the needle may be written."""
    raw = bytes.fromhex(needle[4:]) if needle.startswith("hex:") else needle.encode()
    out = {"utf-8": raw, "hex": raw.hex().encode(), "HEX": raw.hex().upper().encode()}
    for shift in range(3):
        # The characters that depend on neighbours are cut off at both ends.
        text = base64.b64encode(b"\0" * shift + raw)
        text = text[(0, 2, 3)[shift]:]
        whole = text[:len(text.rstrip(b"=")) - (1 if text.endswith(b"=") else 0)]
        out[f"base64+{shift}"] = whole
        out[f"base64url+{shift}"] = whole.replace(b"+", b"-").replace(b"/", b"_")
    if not needle.startswith("hex:"):
        out["url"] = urllib.parse.quote(needle, safe="").encode()
        out["url lower"] = re.sub(r"%..", lambda m: m.group().lower(), out["url"].decode()).encode()
        out["json"] = json.dumps(needle)[1:-1].encode()
        try:
            out["gb18030"] = needle.encode("gb18030")
        except UnicodeEncodeError:
            pass
    return {how: b for how, b in out.items() if len(b) >= 6}


def files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for top, _, names in os.walk(path):
            for name in names:
                full = os.path.join(top, name)
                if os.path.isfile(full) and not os.path.islink(full):
                    yield full


def search(path, wanted, overlap):
    found = set()
    with open(path, "rb") as f:
        tail = b""
        while block := f.read(BLOCK):
            data = tail + block
            for key, spelling in wanted:
                if key not in found and spelling in data:
                    found.add(key)
            tail = data[-overlap:]
    return found


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as f:
        needles = [line.rstrip("\n") for line in f if line.strip()]
    wanted = [((i, how), b) for i, n in enumerate(needles) for how, b in spellings(n).items()]
    if not wanted:
        print("no needle is long enough to look for", file=sys.stderr)
        return 2
    overlap = max(len(b) for _, b in wanted)
    looked = hits = 0
    for path in files(sys.argv[2:]):
        looked += 1
        for i, how in sorted(search(path, wanted, overlap)):
            hits += 1
            print(f"FOUND needle {i + 1} as {how} in {path}")
    print(f"{looked} files, {len(needles)} needles, {len(wanted)} spellings, {hits} found")
    return 2 if looked == 0 else 1 if hits else 0


if __name__ == "__main__":
    sys.exit(main())
