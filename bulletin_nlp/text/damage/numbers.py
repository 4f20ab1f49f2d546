"""Issue and document numbers of the head that damage broke: 云重办〔20199, 第37, 2020年9期, 〔202l〕17号, 第di5期.

A document number is the office's sign, the year in 〔〕, the number and 号 (GB/T 9704-2012, 7.2.5).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from bulletin_nlp.text.damage.ocr import mend

_LINES = 14  # how many lines from the top may be those of the head
_LONGEST = 40
_SIGN = r"(?P<sign>[\u4e00-\u9fff]{2,12}?)"
_DOCUMENT = re.compile(
    rf"{_SIGN}(?P<open>\[?)(?P<year>(?:19|20)\d\d)(?P<close>\]?)(?P<number>[1-9]\d{{0,3}})(?P<hao>号?)$"
)
_ISSUE = re.compile(
    r"(?P<before>[\u4e00-\u9fff]{0,16}?\(?)(?P<year>(?:(?:19|20)\d\d)?)(?P<nian>年?)(?P<di>第?)(?P<number>[1-9]\d{0,2})(?P<qi>[期号]?)"
    r"(?P<after>\)?(?:\(?总第?\d{1,4}期?\)?)?)$"
)
_NO_SIGN = re.compile(r"[报刊月日年期第]$|^(?:截至|时间|日期)")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BLANKS = re.compile(r"\s+")
_PARTED = re.compile(r"\d\s+\d")
_BROKEN = re.compile(r"(?<=[\d第\[\]年]) *\n|\n(?= *[期号\]\[])")  # a line break inside a number
_NUMBERED = re.compile("公告|公报|令")  # series that count in 号 as well as in 期
_JOINED = 3
_MARKS, _ONE_DIGIT = 3, 9
_ORGAN = re.compile("[室局府会院厅]$")
_DATE_LIKE = 100  # a year and three digits without a mark are a date
_WHOLE = 0.97
_BARE = 0.6


class NumberReading(NamedTuple):
    """A broken number: where it stands, what it reads as, what was lost, and its parts."""

    name: Literal["document_number", "issue"]
    start: int
    end: int
    restored: str
    lost: tuple[str, ...]
    certainty: float
    year: int | None
    number: int


def read_numbers(folded: str, readings: Mapping[str, Sequence[str]]) -> list[NumberReading]:
    """The broken issue and document numbers among the first lines of a text, in order.

    Args:
        folded: the text in folded form.
        readings: the Latin readings of characters, which may stand behind them.

    Returns:
        At most one reading for each line, two or three lines joined where a break parts the number; a number that
        stands whole and undamaged gives none.
    """
    latin = re.compile("|".join(rf"(?<={c})\(?(?:{'|'.join(rs)})\)?" for c, rs in readings.items()))
    lines = [m.span() for m, _ in zip(_LINE.finditer(folded), range(_LINES), strict=False)]
    found: list[NumberReading] = []
    for index, (begin, _) in enumerate(lines):
        if found and begin < found[-1].end:
            continue
        options: list[NumberReading] = []
        for _, stop in lines[index : index + _JOINED]:
            raw = folded[begin:stop].strip()
            if len(raw) > _LONGEST or raw.count("\n") > len(_BROKEN.findall(raw)):
                break
            words = latin.sub("", _BLANKS.sub("", raw))
            start = folded.index(raw, begin)
            options += (reading for reading in (_document(words, raw, start), _issue(words, raw, start)) if reading)
        if options:
            best = min(options, key=lambda reading: (len(reading.lost), reading.end))
            numbered = "期" in best.lost and _NUMBERED.search(folded, 0, begin)
            found.append(best._replace(certainty=_BARE) if numbered else best)
    return found


def _lost(*marks: tuple[str, str]) -> tuple[str, ...]:
    """Of marks with what stands for them, those for which nothing stands."""
    return tuple(mark for mark, present in marks if not present)


def _document(words: str, raw: str, start: int) -> NumberReading | None:
    clear = mend(words)
    match = _DOCUMENT.match(clear)
    if match is None or _NO_SIGN.search(match["sign"]):
        return None
    lost = _lost(("〔", match["open"]), ("〕", match["close"]), ("号", match["hao"]))
    if not lost and (clear == raw or _only_blanks(words, clear, raw)):
        return None
    if len(lost) == _MARKS and _ORGAN.search(match["sign"]):
        return None  # an organ with its date behind it
    year, number = int(match["year"]), int(match["number"])
    restored = f"{match['sign']}〔{year}〕{number}号"
    # With every mark lost two digits can be month and day as well; a month alone dates no bulletin.
    certainty = _BARE if len(lost) == _MARKS and number > _ONE_DIGIT else _WHOLE
    return NumberReading("document_number", start, start + len(raw), restored, lost, certainty, year, number)


def _issue(words: str, raw: str, start: int) -> NumberReading | None:
    clear = mend(words)
    match = _ISSUE.match(clear)
    if match is None or not (match["di"] or match["qi"] or (match["year"] and match["before"] in ("", "("))):
        return None
    if (match["qi"] == "号" and not match["di"]) or ("(" in match["before"]) != match["after"].startswith(")"):
        return None  # 8号楼 is no issue, and half a bracket belongs to another line
    year = int(match["year"]) if match["year"] else None
    lost = _lost(*([("年", match["nian"])] if year else []), ("第", match["di"]), ("期", match["qi"]))
    if not lost and (clear == raw or _only_blanks(words, clear, raw)):
        return None
    head = f"{match['before']}{f'{year}年' if year else ''}"
    restored = f"{head}第{match['number']}{match['qi'] or '期'}{match['after']}"
    marked = match["di"] or match["qi"]
    if not marked and int(match["number"]) >= _DATE_LIKE:
        return None
    certainty = _WHOLE if marked else _BARE
    return NumberReading("issue", start, start + len(raw), restored, lost, certainty, year, int(match["number"]))


def _only_blanks(words: str, clear: str, raw: str) -> bool:
    """Whether a line differs from its reading only by blanks that part no number: 第 9 期 is a usual way to set it."""
    return clear == words == raw.replace(" ", "") and not _PARTED.search(raw) and "  " not in raw
