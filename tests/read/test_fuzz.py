"""Every sample of every format, mutated: reading gives a text or an error that says what to do, and nothing else.

`BULLETIN_FUZZ=1000 pytest tests/read/test_fuzz.py` makes a thousand mutations of each sample; the suite makes a few.
"""

from __future__ import annotations

import io
import os
import random
import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bulletin_nlp.read import ReadError, documents_in, read_bytes

CORPORA = Path(__file__).parents[2] / "corpora"
ROUNDS = int(os.environ.get("BULLETIN_FUZZ", "60"))
LIMIT = 10  # seconds for one file
BY_LIBREOFFICE, OFFICE_LIMIT = {"doc", "rtf", "odt"}, 75  # each starts a program, which has a limit of its own
SLOW = {".png", ".jpg", ".tif"}  # whose mutants are recognised anew each time
SAMPLES = sorted(
    path
    for path in (*CORPORA.glob("formats/*/*"), *CORPORA.glob("samples/*"))
    if path.is_file() and path.stem != "scan" and (path.parent.name == "samples" or path.suffix != ".txt")
)
TOKENS = [
    b"\0",
    b"\xff" * 8,
    b"999999999",
    b"-1",
    b"<",
    b">",
    b"/",
    b"]]>",
    b"<!DOCTYPE a>",
    b"&a;",
    b"obj",
    b"endstream",
]


def mutated(data: bytes, generator: random.Random) -> bytes:
    """The bytes with some of them changed; the parts of an archive are changed inside it, half of the time."""
    if data.startswith(b"PK\x03\x04") and generator.random() < 0.5:
        with suppress(zipfile.BadZipFile, NotImplementedError, RuntimeError):
            return _inside(data, generator)
    changed = bytearray(data)
    for _ in range(generator.choice((1, 1, 2, 4, 16))):
        at = generator.randrange(len(changed) + 1)
        length = generator.choice((1, 2, 8, 64, 1024))
        match generator.randrange(7):
            case 0:
                changed[at : at + 1] = bytes([generator.randrange(256)])
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length]
            case 3:
                changed[at:at] = generator.choice(TOKENS)
            case 4:
                changed[at : at + length] = generator.randbytes(length)
            case 5:
                other = generator.randrange(len(changed) + 1)
                changed[at : at + length] = changed[other : other + length]
            case _:
                del changed[max(at, len(changed) // 8) :]
    return bytes(changed)


def _inside(data: bytes, generator: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        infos = archive.infolist()
        chosen = generator.randrange(len(infos))
        for index, info in enumerate(infos):
            content = archive.read(info)
            if index == chosen:
                if generator.random() < 0.1:
                    continue
                content = mutated(content or b" ", generator)
            written.writestr(info.filename, content)
    return buffer.getvalue()


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Fails what hangs."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def hangs(*_: object) -> None:
        raise TimeoutError(f"not read within {seconds} seconds")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_mutation_crashes_hangs_or_writes(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    original = sample.read_bytes()
    generator = random.Random(sample.name)
    by_office = sample.parent.name in BY_LIBREOFFICE
    slow = sample.suffix in SLOW or sample.stem == "strip"
    rounds = max(2, ROUNDS // 50) if by_office else max(6, ROUNDS // 10) if slow and ROUNDS < 1000 else ROUNDS
    for number in range(rounds):
        data = mutated(original, generator)
        with limited(OFFICE_LIMIT if by_office else LIMIT):
            try:
                outcome = read_bytes(data, f"{sample.name}#{number}").text
                outcome.encode("utf-8")
            except ReadError as error:
                outcome = error.message
                assert error.code
            for found in documents_in(data, sample.name):
                assert getattr(found, "uri", "")
        assert outcome
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
