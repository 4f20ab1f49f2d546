"""Writes the samples of files that hold others: ZIP, mail, WARC. Run it after the other scripts: it packs their samples."""

from __future__ import annotations

import base64
import struct
import zlib

from make_docx import bulletin
from make_web import page
from source import HERE
from wordxml import zipped


def mail() -> bytes:
    """A message of a covering note and two attachments, one named in encoded words, with a picture in its signature."""
    data, _ = bulletin()
    named = base64.b64encode("饮水安全通报.docx".encode("gb18030")).decode()
    html = base64.encodebytes(page()[0].encode("gb18030")).decode().replace("\n", "\r\n")
    lines = (
        "Received: from mail.example.invalid", "From: dc@example.invalid", "To: bgs@example.invalid",
        "Subject: =?gb2312?B?" + base64.b64encode("督查通报".encode("gb2312")).decode() + "?=",
        "Date: Mon, 18 Oct 2021 09:12:00 +0800", "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b1"', "", "--b1", "Content-Type: text/plain; charset=gb2312",
        "Content-Transfer-Encoding: base64", "", base64.b64encode("请查收附件。".encode("gb2312")).decode(),
        "--b1", "Content-Type: image/png", "Content-ID: <sign>", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=",
        "--b1", f'Content-Type: application/octet-stream; name="=?gb18030?B?{named}?="',
        f'Content-Disposition: attachment; filename="=?gb18030?B?{named}?="', "Content-Transfer-Encoding: base64", "",
        base64.encodebytes(data).decode().replace("\n", "\r\n"),
        "--b1", "Content-Type: text/html; charset=gb2312",
        "Content-Disposition: attachment; filename*=utf-8''%E9%80%9A%E6%8A%A5.html", "Content-Transfer-Encoding: base64",
        "", html, "--b1--", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def warc() -> bytes:
    """A crawl: a page, its style, a document, and a page that was not there."""
    fetched = (
        ("http://example.invalid/t9.html", "200 OK", "text/html; charset=gb2312", page()[0].encode("gb18030")),
        ("http://example.invalid/style.css", "200 OK", "text/css", b"p{}"),
        ("http://example.invalid/t9.docx", "200 OK", "application/octet-stream", bulletin()[0]),
        ("http://example.invalid/none.html", "404 Not Found", "text/html", b"<html><body>404</body></html>"),
    )
    made = _record("warcinfo", "", "application/warc-fields", b"software: none\r\n")
    for address, status, kind, data in fetched:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode()
        made += _record("response", address, "application/http; msgtype=response", http + data)
    return made


def _record(kind: str, address: str, media_type: str, block: bytes) -> bytes:
    """One record (ISO 28500), its id made from what it holds."""
    digest = struct.pack(">I", zlib.crc32(block + address.encode())).hex()
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2021-10-18T01:12:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{digest}-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def archive() -> bytes:
    """Bulletins in folders, an archive inside, a damaged file, a saved page with what lies beside it, and litter."""
    docx, markup = bulletin()[0], page()[0].encode("gb18030")
    text = (HERE / "bulletin.txt").read_bytes()
    return zipped(
        {
            "2021/第9期.docx": docx,
            "2021/第9期.txt": text,
            "2021/坏的.docx": docx[:3000],
            "2021/内层.zip": zipped({"第9期.html": markup, "说明.css": b"p{}"}),
            "网页/第9期.html": markup,
            "网页/第9期_files/a.js": b"var a;",
            "__MACOSX/._x": b"x",
            "2021/~$第9期.docx": b"x",
            "邮件.eml": mail(),
        }
    )


if __name__ == "__main__":
    for name, data in (("eml/bulletin.eml", mail()), ("warc/bulletin.warc", warc()), ("zip/bulletins.zip", archive())):
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
