"""From a path, bytes or a string to a SourceText, or to an error that helps."""

from __future__ import annotations

import hashlib
import io
import pickle
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.read import ReadError, from_text, read_bytes, read_path, suffixes

TEXT = "督查通报\r\n时间:2021-04-19\u00a0\u00a0来源:县委\r\n\u3000\u3000一、问题&nbsp;&gt;\t\u200b〇○\ufeff末"


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


def test_plain_text_keeps_every_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    read = read_path(path)
    assert read.text == TEXT
    assert read.source.model_dump() == {
        "uri": path.as_posix(),
        "media_type": "text/plain",
        "encoding": "utf-8",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "bytes": len(path.read_bytes()),
        "reader": "txt",
    }
    assert read.id == "b-" + read.source.sha256[:24]


REFUSED = [
    (b"", "empty", "no text"),
    (b" \r\n\t ", "empty", "no text"),
    ("\u3000\u00a0\n".encode(), "empty", "no text"),
    (b"%PDF-1.7\n%\xe2\xe3", "damaged", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unsupported", "compound file"),
    (zipped("word/document.xml"), "damaged", "word/document.xml"),
    (zipped("xl/workbook.xml"), "unsupported", "XLSX"),
    (zipped("OFD.xml"), "empty", "OFD"),
    (zipped("bulletins/1.txt"), "container", "unpack"),
    (b"PK\x03\x04 cut off", "damaged", "fetch"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "damaged", "picture"),
    (b"\xff\xd8\xff\xe0" + b"\0" * 20, "damaged", "picture"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "damaged", "without a page"),
    (bytes(range(256)) * 20, "binary", "UTF-8"),
    (b"<html><script>1</script></html>", "empty", "html"),
]


@pytest.mark.parametrize(("data", "code", "hint"), REFUSED)
def test_refusal_names_the_file_the_fault_and_the_remedy(data: bytes, code: str, hint: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "folder/x.bin")
    failure = caught.value.failure()
    assert (failure.uri, failure.stage, failure.code) == ("folder/x.bin", "read", code)
    assert hint in failure.message
    assert failure.message.startswith("folder/x.bin: ")
    assert str(caught.value) == failure.message


def test_missing_folder_and_large(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"a" * 101)
    found = {}
    for path in (tmp_path / "none.txt", tmp_path, tmp_path / "large.txt"):
        with pytest.raises(ReadError) as caught:
            read_path(path, max_bytes=100)
        found[path.name] = caught.value.code
    assert found == {"none.txt": "missing", tmp_path.name: "directory", "large.txt": "too_large"}


def test_errors_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(ReadError("a.txt", "empty", "is empty")))
    assert (error.uri, error.code, error.message) == ("a.txt", "empty", "a.txt: is empty")


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.txt", "<html><body><p>督查通报</p></body></html>", "html"),
        ("a.html", "督查通报\n问题较多。", "txt"),
        ("a.html", "督查通报<br>问题较多。", "html"),
        ("a.txt", "督查通报<br>问题较多。", "txt"),
        ("a.txt", "《方案》印发以来,<至今>未落实", "txt"),
        ("a", "<!-- saved --> <!DOCTYPE html><p>督查通报", "html"),
        ("a", "<div class='x'><p>督查通报</p></div>", "html"),
    ],
)
def test_content_decides_the_format(tmp_path: Path, name: str, content: str, reader: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert read_path(path).source.reader == reader


def test_formats_say_which_files_a_folder_is_searched_for() -> None:
    assert suffixes() >= {".txt", ".html", ".htm"}


@given(st.text(st.characters(codec=None, categories=None)))
def test_any_string_is_taken_and_only_lone_surrogates_change(text: str) -> None:
    read = from_text(text)
    expected = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    assert read.text == expected
    assert bool(read.remarks) == (expected != text)
    assert read.source.bytes == len(expected.encode())


def test_a_surrogate_is_remarked_at_its_place() -> None:
    read = from_text("一\ud800二\udfff")
    (remark,) = read.remarks
    assert read.text == "一\ufffd二\ufffd"
    assert remark.span is not None
    assert (remark.code, remark.span.start) == ("lone_surrogates", 1)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_read_error(data: bytes) -> None:
    try:
        read = read_bytes(data, "x")
    except ReadError as error:
        assert error.message
    else:
        assert read.text.encode("utf-8")
