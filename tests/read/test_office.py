"""Documents that LibreOffice converts: told apart, refused with a remedy, ended when they take too long."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from bulletin_nlp.read import ReadError, office, read_bytes
from bulletin_nlp.read.formats import doc

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"
COMPOUND = doc.COMPOUND + bytes(504)
RTF = b"{\\rtf1 x}"


def refused(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.doc")
    return caught.value


@pytest.mark.parametrize("name", ["doc/bulletin.doc", "rtf/bulletin.rtf", "odt/bulletin.odt"])
def test_without_libreoffice_the_message_says_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ("no-such-program",))
    error = refused((FORMATS / name).read_bytes())
    assert error.code == "needs_libreoffice"
    assert "install it" in error.message
    assert ".docx" in error.message


LOCKED = [
    COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    COMPOUND
    + "WordDocument".encode("utf-16-le").ljust(512, b"\0")
    + b"\xec\xa5\xc1\0"
    + bytes(7)
    + b"\x13"
    + bytes(500),
]


@pytest.mark.parametrize("data", LOCKED)
def test_a_password_is_told_before_any_conversion(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ())
    assert refused(data).code == "encrypted"


def test_other_compound_files_are_named() -> None:
    assert refused(COMPOUND + "Workbook".encode("utf-16-le")).code == "unsupported"


def stand_in(folder: Path, script: str) -> str:
    """A program in LibreOffice's place."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("script", "code"), [("exit 0", "damaged"), ("exit 77", "damaged"), ("sleep 300 & wait", "too_slow")]
)
def test_a_conversion_that_fails_or_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, code: str
) -> None:
    monkeypatch.setattr(
        office, "PROGRAMS", (stand_in(tmp_path, f'echo "$1" > {tmp_path}/profile; echo $$ > {tmp_path}/pid; {script}'),)
    )
    monkeypatch.setattr(office, "TIME_LIMIT", 1.0)
    assert refused(RTF).code == code
    profile = (tmp_path / "profile").read_text().strip()
    assert not Path(profile.removeprefix("-env:UserInstallation=file://")).exists()
    for _ in range(50):
        if not _alive(int((tmp_path / "pid").read_text())):
            break
        time.sleep(0.1)
    else:
        pytest.fail("the program still runs")


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


@pytest.mark.skipif(office.program() is None, reason="LibreOffice (soffice) is not installed")
def test_noise_after_a_signature_is_refused_or_read() -> None:
    for data in (RTF[:5] + bytes(range(256)) * 4, COMPOUND + "WordDocument".encode("utf-16-le") + bytes(2000)):
        try:
            assert read_bytes(data, "a").text
        except ReadError as error:
            assert error.code in {"damaged", "empty"}
