#!/usr/bin/env python3
"""make-samples: writes one small good file of each kind that inspectd takes into tests/unit/samples. Run by hand; the files are kept."""
import os, struct, zipfile, zlib

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "samples")


def write(name, data):
    with open(os.path.join(HERE, name), "wb") as f:
        f.write(data)


def pdf():
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"]
    out, at = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for i, p in enumerate(parts, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, p)
    start = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % a for a in at)
    return out + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\xa6\x21\x1f" * 8 for _ in range(8))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def jpeg():
    """A grey 8x8 picture: one quantisation table, one Huffman pair, one block that is all zero."""
    def seg(marker, data):
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data
    dc = seg(0xC4, b"\x00" + bytes([1] + [0] * 15) + b"\x00")
    ac = seg(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\x00")
    return (b"\xff\xd8" + seg(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + seg(0xDB, b"\0" + b"\x10" * 64) +
            seg(0xC0, struct.pack(">BHHB", 8, 8, 8, 1) + b"\1\x11\0") + dc + ac +
            seg(0xDA, b"\1\1\0\0\x3f\0") + b"\x3f" + b"\xff\xd9")


def docx(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in (
            ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
             'document.main+xml"/></Types>'),
            ("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
             'Target="word/document.xml"/></Relationships>'),
            ("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/'
             'main"><w:body><w:p><w:r><w:t>材料</w:t></w:r></w:p></w:body></w:document>')):
            z.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text)


def boxes(brand):
    def box(kind, data):
        return struct.pack(">I", len(data) + 8) + kind + data
    return box(b"ftyp", brand + b"\0\0\2\0" + brand + b"isom") + box(b"moov", box(b"mvhd", b"\0" * 100)) + box(b"mdat", b"\0" * 64)


def mp3():
    frame = b"\xff\xfb\x90\x00" + b"\0" * 413  # 128 kbit/s at 44.1 kHz: 417 bytes
    return b"ID3\x03\0\0\0\0\0\x0a" + b"\0" * 10 + frame * 6


write("good.pdf", pdf())
write("good.png", png())
write("good.jpeg", jpeg())
docx(os.path.join(HERE, "good.docx"))
write("good.mp4", boxes(b"isom"))
write("good.m4a", boxes(b"M4A "))
write("good.mp3", mp3())
