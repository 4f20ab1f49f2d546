"""What is inside files: uris, order, litter, failures named, bounds."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from bulletin_nlp.read import Found, ReadError, contained, documents, documents_in, read_bytes
from bulletin_nlp.read.formats import warc as warc_format
from bulletin_nlp.read.safe_zip import Limits, SafeZip
from bulletin_nlp.run import Input, expand

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"
TEXT = "督查通报\n县水利局至今未整改。".encode()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def told(found: Found | ReadError) -> str:
    return f"{found.uri} {found.code}" if isinstance(found, ReadError) else found.uri


CONTAINERS = [
    (
        "zip/bulletins.zip",
        [
            "2021/第9期.docx",
            "2021/第9期.txt",
            "2021/坏的.docx damaged",
            "2021/内层.zip!/第9期.html",
            "2021/内层.zip!/说明.css unknown_ending",
            "网页/第9期.html",
            "邮件.eml!/饮水安全通报.docx",
            "邮件.eml!/通报.html",
        ],
    ),
    ("eml/bulletin.eml", ["饮水安全通报.docx", "通报.html"]),
    ("warc/bulletin.warc", ["http://example.invalid/t9.html", "http://example.invalid/t9.docx"]),
]


@pytest.mark.parametrize(("name", "inside"), CONTAINERS)
def test_each_document_inside_has_its_uri(name: str, inside: list[str]) -> None:
    path = FORMATS / name
    assert [told(found) for found in documents(path)] == [f"{path.as_posix()}!/{member}" for member in inside]
    assert [told(found) for found in documents_in(path.read_bytes(), "-")] == [f"-!/{member}" for member in inside]


def test_a_document_is_the_same_inside_and_outside() -> None:
    found = [found for found in documents(FORMATS / "zip/bulletins.zip") if isinstance(found, Found)]
    inside = read_bytes(found[0].data or b"", found[0].uri, found[0].media_type)
    outside = read_bytes((FORMATS / "docx/bulletin.docx").read_bytes(), "x")
    assert (inside.id, inside.text, inside.blocks) == (outside.id, outside.text, outside.blocks)


def test_a_folder_is_read_without_litter(tmp_path: Path) -> None:
    files = ("b.txt", "a.zip", "页.html", "页_files/s.html", "别的_files/s.txt", ".hidden.txt", "~$b.docx", "Thumbs.db")
    for name in (*files, "s.css", "无后缀", "伪装.dat"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "a.zip").write_bytes(zipped({"x.txt": TEXT, "__MACOSX/x.txt": TEXT, "空/": b""}))
    (tmp_path / "伪装.dat").write_bytes(b"<html><body><p>x</p></body></html>")
    found = [item.uri if isinstance(item, Input) else f"{item.uri} {item.code}" for item in expand([str(tmp_path)])]
    wanted = ["a.zip!/x.txt", "b.txt", "s.css unknown_ending", "伪装.dat", "别的_files/s.txt", "无后缀", "页.html"]
    assert found == [f"{tmp_path.as_posix()}/{name}" for name in wanted]


def test_names_without_the_utf8_flag_are_gb18030() -> None:
    name = "2021/通报.txt"
    coded = name.encode("gb18030")
    data = zipped({"A" * len(coded): TEXT}).replace(b"A" * len(coded), coded)
    assert [told(found) for found in documents_in(data, "a.zip")] == [f"a.zip!/{name}"]


def nested(depth: int) -> bytes:
    data = TEXT
    for number in range(depth):
        data = zipped({f"{number}.zip" if number else "a.txt": data})
    return data


BOMBS = [
    (zipped({"a.txt": bytes(30_000_000)}), "suspicious"),
    (nested(6), "too_deep"),
    (zipped({f"{n}.txt": b"" for n in range(20_001)}), "too_large"),
    (b"PK\x03\x04 cut off", "damaged"),
    (zipped({}), "empty"),
    (zipped({"a.txt": TEXT})[:-30], "damaged"),
]


@pytest.mark.parametrize(("data", "code"), BOMBS)
def test_what_is_no_honest_container_is_refused(data: bytes, code: str) -> None:
    found = list(documents_in(data, "a.zip"))
    assert [item.code for item in found if isinstance(item, ReadError)] == [code]


def test_what_is_unpacked_is_bounded_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contained, "TOTAL", 3 * len(TEXT))
    inner = zipped({"c.txt": TEXT, "d.txt": TEXT}, zipfile.ZIP_STORED)
    found = [told(item) for item in documents_in(zipped({"a.txt": TEXT, "b.zip": inner, "e.txt": TEXT}), "a.zip")]
    assert found[0] == "a.zip!/a.txt"
    assert found[-1].endswith("too_large")
    assert "a.zip!/e.txt" not in found


def test_a_password_is_told() -> None:
    data = bytearray(zipped({"a.txt": TEXT}, zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    (found,) = documents_in(bytes(data), "a.zip")
    assert isinstance(found, ReadError)
    assert (found.code, found.uri) == ("encrypted", "a.zip!/a.txt")


def test_an_archive_counts_what_it_gives() -> None:
    archive = SafeZip(zipped({"a": bytes(600), "b": bytes(600)}, zipfile.ZIP_STORED), Limits(total_bytes=1000))
    assert len(archive.read("a")) == 600
    with pytest.raises(ValueError, match="unpacks to more"):
        archive.read("b")


def test_a_long_mail_text_is_a_document_and_a_covering_note_is_none() -> None:
    text = "县水利局至今未整改。" * 20
    head = "From: a@example.invalid\nTo: b@example.invalid\nSubject: x\nMIME-Version: 1.0\n"
    plain = f"{head}Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n{text}"
    (found,) = documents_in(plain.encode("gb18030"), "a.eml")
    assert isinstance(found, Found)
    assert (found.uri, (found.data or b"").decode()) == ("a.eml!/body.txt", text)
    short = [told(item) for item in documents_in((FORMATS / "eml/bulletin.eml").read_bytes(), "a.eml")]
    assert "a.eml!/body.txt" not in short


MESSAGE = b"From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n"
NESTED = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(1_900))
MAILS = [
    (MESSAGE + NESTED, "too_deep"),
    (MESSAGE + b"--b0\nContent-Type: text/plain\n\nx\n" * 2_001, "too_large"),
    (MESSAGE + b"\n" * 600_001, "too_large"),
]


@pytest.mark.parametrize(("data", "code"), MAILS)
def test_messages_beyond_reason_are_refused(data: bytes, code: str) -> None:
    assert [told(found) for found in documents_in(data, "a.eml")] == [f"a.eml {code}"]


def test_compressed_warc_and_warc_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = (FORMATS / "warc/bulletin.warc").read_bytes()
    starts = [start for start in range(len(plain)) if plain.startswith(b"WARC/1.0\r\n", start)]
    packed = b"".join(
        gzip.compress(plain[start:end]) for start, end in zip(starts, [*starts[1:], len(plain)], strict=True)
    )
    assert warc_format.recognises(packed[:4096], None)
    assert [told(found) for found in documents_in(packed, "a")] == [
        f"a!/http://example.invalid/t9.{e}" for e in ("html", "docx")
    ]
    monkeypatch.setitem(__import__("sys").modules, "warcio.archiveiterator", None)
    (found,) = documents_in(plain, "a.warc")
    assert isinstance(found, ReadError)
    assert "bulletin_nlp[warc]" in found.message


def test_a_container_is_no_document() -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(zipped({"a.txt": TEXT}), "a.zip")
    assert caught.value.code == "container"
