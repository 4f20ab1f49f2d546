"""Bytes → characters: which encoding a Chinese document is in, decided by what its characters then are.

A byte order mark or valid UTF-8 settles it. Otherwise every encoding that Chinese documents come in is tried, and the
one whose result reads like Chinese wins: most characters of running text, once simplified, belong to the 3,755 of level
one of GB/T 2312, while bytes decoded with the wrong table give characters from all over the code space.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cache

from bulletin_nlp.records import Remark, Span
from bulletin_nlp.text.fold import fold

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CANDIDATES = ("gb18030", "utf-8", "utf-16-le", "utf-16-be", "big5hkscs")
SYNONYMS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
SAMPLE = 8192
READABLE = 0.6
CLEARLY_BETTER = 0.1
REPLACED_AT_MOST = 0.05


class UndecodableError(ValueError):
    """No encoding turns the bytes into text."""


@dataclass(frozen=True)
class Decoded:
    """Characters, and the encoding that gave them; `remarks` tells of bytes that had none."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte order mark, then UTF-8, then `declared`, then the candidate that reads best, then by statistics.

    Args:
        data: the bytes of a text document.
        declared: the encoding that the document names itself; gb2312 and gbk mean gb18030, which contains them.

    Raises:
        UndecodableError: when nothing reads like text.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :].decode(encoding, "replace"), encoding)
    if b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    if named := _declared(data, declared):
        return named
    best = max((_scored(data, encoding) for encoding in CANDIDATES), key=lambda scored: scored[0])
    if best[0] >= READABLE:
        return _finish(data.decode(best[1], "replace"), best[1])
    return _by_statistics(data)


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The declared encoding's reading, when it exists, decodes every byte and is readable."""
    if not declared:
        return None
    name = declared.strip().strip("\"'").lower()
    try:
        encoding = codecs.lookup(SYNONYMS.get(name, name)).name
        text = data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    if encoding == "utf-8" or readability(text[:SAMPLE]) < READABLE:
        return None
    return Decoded(text, encoding)


def _scored(data: bytes, encoding: str) -> tuple[float, str]:
    """How well the beginning and the middle of the data read in an encoding; the likelier encodings get a start."""
    start = CLEARLY_BETTER if encoding in {"gb18030", "utf-8"} else 0.0
    middle = (len(data) // 2) & ~3
    sample = data if len(data) <= 4 * SAMPLE else data[:SAMPLE] + data[middle : middle + SAMPLE]
    score = readability(sample.decode(encoding, "replace"))
    return (score + start if score >= READABLE else score), encoding


def readability(text: str) -> float:
    """0 … 1: the share of characters that running text, Chinese or ASCII, is made of.

    Characters that never stand in a document (U+FFFD, private use, control characters) count against it fivefold.
    """
    if not text:
        return 0.0
    common = _common()
    folded = fold(text)
    good = sum(character in common for character in folded)
    bad = sum(map(_never_stands, folded))
    return max(0.0, (good - 5 * bad) / len(folded))


def _never_stands(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character < "\t"


@cache
def _common() -> frozenset[str]:
    level_one = b"".join(bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    marks = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％○〇①②③④⑤⑥⑦⑧⑨⑩○●■□◆★▲"
    ascii_text = "".join(map(chr, range(0x20, 0x7F)))
    return frozenset(fold(level_one.decode("gb2312", "ignore") + marks + ascii_text) + "\n\r\t")


def _by_statistics(data: bytes) -> Decoded:
    """What charset-normalizer makes of a document that is neither Chinese nor UTF-8."""
    from charset_normalizer import from_bytes

    best = None if b"\0" in data else from_bytes(data).best()
    if best is None:
        raise UndecodableError("no character encoding makes text of it")
    text = data.decode(best.encoding, "replace")
    if readability(text[:SAMPLE]) < READABLE:
        raise UndecodableError("no character encoding makes text of it")
    return _finish(text, best.encoding)


def _finish(text: str, encoding: str) -> Decoded:
    """A reading with a remark on what was replaced.

    Raises:
        UndecodableError: when more than a twentieth of it would be replacements.
    """
    text = text.removeprefix("\ufeff")
    count = text.count("\ufffd")
    if not count:
        return Decoded(text, encoding)
    if count > REPLACED_AT_MOST * len(text):
        raise UndecodableError(f"{count} of {len(text)} characters are not valid {encoding}")
    place = text.index("\ufffd")
    message = f"{count} places are not valid {encoding} and were replaced by U+FFFD; the first stands here"
    return Decoded(
        text,
        encoding,
        (Remark(code="undecodable_bytes", message=message, span=Span(start=place, end=place + 1, text="\ufffd")),),
    )
