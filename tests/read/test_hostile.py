"""Files made to do harm, and broken ones: each gives an error that says what to do, in bounded memory and time.

Each is read by a process of its own, whose memory, and that of the process it hands parsing to, is measured.
"""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from functools import cache
from pathlib import Path

import pytest

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"
MOST_MEGABYTES, MOST_SECONDS = 512, 10
PROGRAM = """
import json, resource, sys
from bulletin_nlp.read import ReadError, documents_in, guard, read_bytes
data, uri = sys.stdin.buffer.read(), sys.argv[1]
try:
    found = ["text", str(len(read_bytes(data, uri).text))]
except ReadError as error:
    found = [error.code, error.message]
if found[0] == "container":
    errors = [d for d in documents_in(data, uri) if isinstance(d, ReadError)]
    found = [errors[0].code, errors[0].message] if errors else found
guard.stop()
status = dict(line.split(":", 1) for line in open("/proc/self/status"))  # ru_maxrss would count this one's parent
own, children = int(status["VmHWM"].split()[0]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([*found, max(own, children) // 1024]))
"""


def pdf(
    stream: bytes = b"", *, pages: str = "[3 0 R]", count: int = 1, page: str = "/Type/Page", compressed: bool = True
) -> bytes:
    content = zlib.compress(stream, 9) if compressed else stream
    packed = "/Filter/FlateDecode" if compressed else ""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids{pages}/Count {count}>>".encode(),
        f"<<{page}/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".encode(),
        f"<</Length {len(content)}{packed}>>stream\n".encode() + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Root 1 0 R/Size 6>>startxref\n%d\n%%%%EOF" % start)


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def ofd(
    content: str = "", *, document: str | None = None, root: str | None = None, extra: dict[str, bytes] | None = None
) -> bytes:
    root = root or "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"
    document = document or '<Document><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>'
    page = f"<Page><Content><Layer>{content}</Layer></Content></Page>"
    parts = {"OFD.xml": root.encode(), "Doc_0/Document.xml": document.encode(), "Doc_0/P.xml": page.encode()}
    return zipped(parts | (extra or {}))


def text_object(text: str, delta: str = "", boundary: str = "0 0 10 10") -> str:
    return f'<TextObject Boundary="{boundary}" Size="4"><TextCode X="0" Y="4" DeltaX="{delta}">{text}</TextCode></TextObject>'


def png(width: int, height: int, body: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body or zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


BILLION = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)
) + "]>"  # fmt: skip
UNIT = '<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="7"><Content>' + '<CompositeObject ResourceID="7"/>' * 4
SELF_REFERENCE = (UNIT + "</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>").encode()
WITH_RESOURCES = (
    '<Document><CommonData><PublicRes>R.xml</PublicRes></CommonData><Pages><Page BaseLoc="P.xml"/></Pages></Document>'
)


@cache
def sample(name: str) -> bytes:
    return (FORMATS / name).read_bytes()


HOSTILE = {
    "pdf, only its first line": (lambda: b"%PDF-1.7\n", "damaged"),
    "pdf cut off": (lambda: sample("pdf/bulletin.pdf")[:3000], "damaged empty text"),
    "pdf with a password": (lambda: sample("pdf/encrypted.pdf"), "encrypted"),
    "pdf whose page unpacks to 1 GB": (lambda: pdf(b" " * 2**30), "empty too_costly"),
    "pdf bomb": (lambda: pdf(b"q " * 2**26), "empty too_costly"),
    "pdf with ten million characters": (lambda: pdf(b"BT /F 9 Tf " + (b"(" + b"a" * 1000 + b") Tj ") * 10**4 + b"ET"), "too_large too_costly"),
    "pdf with a million drawn shapes": (lambda: pdf(b"0 0 m 9 9 l S " * 10**6), "empty too_costly"),
    "pdf with nested arrays": (lambda: pdf(b"[" * 10**6, page="/Type/Page/X" + "[" * 10**5), "empty damaged too_costly"),
    "pdf whose pages hold themselves": (lambda: pdf(pages="[2 0 R 2 0 R]", count=10**6), "empty damaged too_large too_costly"),
    "pdf with 100,000 pages": (lambda: pdf(pages="[" + "3 0 R " * 10**5 + "]", count=10**5), "too_large"),
    "png of 30,000 × 30,000": (lambda: png(30_000, 30_000), "too_large"),
    "png bomb": (lambda: png(6000, 6000, zlib.compress(b"\0" * 36_006_000, 9)), "empty"),
    "png cut off": (lambda: sample("png/strip.png")[:900], "damaged"),
    "png, only its signature": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "damaged"),
    "jpeg cut off": (lambda: sample("jpeg/strip.jpg")[:700], "damaged empty"),
    "tiff whose directory is itself": (lambda: b"II*\0\x08\0\0\0\x00\x00\x08\0\0\0", "damaged"),
    "ofd with a document type": (lambda: ofd(root=BILLION + "<OFD>&j;</OFD>"), "suspicious"),
    "ofd with an external entity": (lambda: ofd(root='<!DOCTYPE a SYSTEM "file:///etc/passwd"><OFD/>'), "suspicious"),
    "ofd 3,000 deep": (lambda: ofd("<PageBlock>" * 3000 + "</PageBlock>" * 3000), "empty"),
    "ofd of composites in themselves": (
        lambda: ofd('<CompositeObject ResourceID="7"/>', document=WITH_RESOURCES, extra={"Doc_0/R.xml": SELF_REFERENCE}),
        "too_costly too_large empty",
    ),
    "ofd with a distance a billion times": (lambda: ofd(text_object("督查通报", "g 1000000000 4")), "text"),
    "ofd with numbers out of range": (lambda: ofd(text_object("督查", "1e308 nan -inf", "1e300 nan 0 0")), "empty"),
    "ofd with a million characters": (lambda: ofd(text_object("督" * 1000) * 1000), "too_large"),
    "ofd with 100,000 pages": (
        lambda: ofd(document="<Document><Pages>" + '<Page BaseLoc="P.xml"/>' * 10**5 + "</Pages></Document>"),
        "too_large",
    ),
    "ofd with a bomb": (lambda: ofd(extra={"Doc_0/Document.xml": b" " * 2**28}), "suspicious too_large"),
    "ofd that points outside": (
        lambda: ofd(root="<OFD><DocBody><DocRoot>../../../etc/passwd</DocRoot></DocBody></OFD>"),
        "empty",
    ),
    "ofd without any page": (lambda: ofd(document="<Document/>"), "empty"),
    "ofd cut off": (lambda: sample("ofd/bulletin.ofd")[:3000], "damaged container unsupported"),
    "ofd encrypted": (lambda: ofd(extra={"Encryptions.xml": b"<Encryptions/>"}), "encrypted"),
    "html with 200,000 nested tags": (lambda: b"<html><body>" + b"<div>" * 200_000 + "督查通报".encode(), "too_large"),
    "docx 3,000 deep": (lambda: zipped({"word/document.xml": b"<a>" * 3000 + b"</a>" * 3000}), "damaged"),
    "docx with a document type": (lambda: zipped({"word/document.xml": (BILLION + "<a>&j;</a>").encode()}), "suspicious"),
    "docx bomb": (lambda: zipped({"word/document.xml": b"<a>" + b" " * 2**28 + b"</a>"}), "suspicious too_large"),
    "zip bomb": (lambda: zipped({"a.txt": b"a" * 2**28}), "suspicious too_large"),
    "zip of bombs": (lambda: zipped({f"{i}.zip": zipped({"a.txt": b"a" * 2**26}) for i in range(5)}), "suspicious too_large"),
    "zip cut off": (lambda: zipped({"a.txt": b"abc" * 99})[:60], "damaged"),
    "text named otherwise": (lambda: "督查通报：问题较多。".encode(), "text"),
    "noise": (lambda: bytes(range(256)) * 4000, "binary undecodable"),
}  # fmt: skip


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured on Linux")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_cheaply(name: str, tmp_path: Path) -> None:
    make, codes = HOSTILE[name]
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "a.docx"], input=make(), stdout=subprocess.PIPE, timeout=MOST_SECONDS + 5,
        check=True, cwd=tmp_path, env={"PYTHONPATH": str(FORMATS.parents[1]), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    code, message, megabytes = json.loads(run.stdout)
    assert code in codes.split(), message
    assert code == "text" or message.startswith("a.docx")
    assert megabytes <= MOST_MEGABYTES
    assert not list(tmp_path.iterdir())
