"""Lines and paragraphs: a line that breaks off in mid-sentence goes on in the next one."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from bulletin_nlp.text.enumerators import Marker, at_line_start

_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_CLOSED = tuple("。;:!?”》)]")
_TABLE = re.compile(r"附\s{0,4}[件表]\s?[\d一二三四五六七八九十]{0,2}\s?:?$|序\s?号$")
_ROW = 2  # tabs of a row of a table
_TABLE_ENDS = 60  # a line as long as this is running text again
_LABEL = re.compile(r"\s*[\u4e00-\u9fff]{1,8}\s?:|\s*附件")
_SHORTEST_BROKEN = 10  # shorter lines are cells of a table, headings or labels
_LONGEST_HEADING = 26
_EARLY_STOP = re.compile(r"[^\n。;]{0,6}[。;,]")
_STOP = re.compile(r"[。;,?!]")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_MARK = re.compile(r"[。;,:、]")
_LETTERS_PER_MARK, _SHORTEST_TEXT = 100, 200  # running Chinese has a mark for every ten to twenty letters
_SHORTEST_WRAPPED = 12
_TITLE_END = re.compile(r"(?:通报|公告|报告|通知|简报|专报|情况|结果|意见|决定|函)$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: offsets without the blanks around it, the enumerator it begins with, and its number of lines."""

    start: int
    end: int
    marker: Marker | None
    lines: int


def paragraphs(folded: str, cells: Set[int] = frozenset()) -> list[Paragraph]:
    """The paragraphs of a folded text, in order, blank lines left out.

    Args:
        folded: folded text.
        cells: where cells of tables begin: a line that begins with one is a paragraph of its own without an enumerator.
    """
    found: list[Paragraph] = []
    blank, table, bare = True, False, lost_marks(folded)
    for match in _LINE.finditer(folded):
        line = match.group()
        start, end = match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())
        if start >= end:
            blank = True
            continue
        cell = start in cells or line.count("\t") >= _ROW
        marker = None if cell else at_line_start(folded, start, end, bare=bare)
        table = (table and end - start < _TABLE_ENDS) or bool(_TABLE.match(folded, start, end))
        if (
            found
            and not blank
            and not table
            and not cell
            and _goes_on(folded, found[-1], match.start(), start, end, marker)
        ):
            last = found[-1]
            found[-1] = Paragraph(last.start, end, last.marker, last.lines + 1)
        else:
            found.append(Paragraph(start, end, marker, 1))
        blank = False
    return found


def lost_marks(folded: str) -> bool:
    """Whether a folded text lost its punctuation: hardly a mark for a hundred letters."""
    if len(folded) < _SHORTEST_TEXT:
        return False
    return len(_MARK.findall(folded)) * _LETTERS_PER_MARK < len(folded)


def _wrapped(folded: str, last: Paragraph, start: int, end: int, width: int) -> bool:
    """Whether a line of a few words and a colon is the rest of a broken sentence: …现将情 / 况通报如下:"""
    if folded[end - 1] != ":" or ":" in folded[start : end - 1] or _LABEL.match(folded, last.start, last.end):
        return False
    return folded[last.end - 1] in ",、" or (
        width >= _SHORTEST_WRAPPED and last.marker is None and bool(_STOP.search(folded, last.start, last.end))
    )


def _goes_on(folded: str, last: Paragraph, line: int, start: int, end: int, marker: Marker | None) -> bool:
    """Whether the line from `start` to `end` continues the paragraph before it."""
    break_at = folded.rfind("\n", last.start, last.end) + 1
    width = last.end - max(break_at, last.start)
    if last.marker is not None and last.lines == 1 and last.end == last.marker.end:
        return marker is None  # a marker alone on its line
    if "\t" in folded[start:end] or folded.find("\t", last.start, last.end) >= 0:
        return False  # a row of a table
    if folded[last.end - 1] in _CLOSED or start - line >= 2:
        return False
    if _LABEL.match(folded, start, end):
        return _wrapped(folded, last, start, end, width)
    if marker is not None and marker.style != "is":
        return False
    if folded[last.end - 1] in ",、" or folded[start] in ",、。;)》”":
        return True
    if (
        marker is not None
        or width < _SHORTEST_BROKEN
        or folded[end - 1] == ":"
        or not _WORDS.search(folded, start, end)
    ):
        return False
    if (
        last.marker is not None
        and last.lines == 1
        and width <= _LONGEST_HEADING
        and "," not in folded[last.start : last.end]
    ):
        return bool(_EARLY_STOP.match(folded, start, end))
    if _TITLE_END.search(folded, last.start, last.end):
        return False
    return bool(_STOP.search(folded, start, end) or _STOP.search(folded, last.start, last.end))
