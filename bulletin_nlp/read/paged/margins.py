"""Page numbers, running headers and footers: found, and taken out of the text, with a remark that says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bulletin_nlp.knowledge import compiled, knowledge
from bulletin_nlp.read.paged.lines import Line
from bulletin_nlp.read.paged.model import Page
from bulletin_nlp.text.fold import fold

_DIGITS = re.compile(r"[0-9]+")
_BLANKS = re.compile(r"\s+")
_OUTERMOST = 3  # lines from an edge that are looked at
_PLACES = 40  # the heights of a page that are told apart


def without_margins(pages: Sequence[tuple[Page, list[Line]]]) -> tuple[list[list[Line]], list[str], int]:
    """The lines of each page that are its text.

    Returns:
        The lines page by page, the running headers and footers that were left out (each once), and the number of
        page numbers that were left out.
    """
    edges = [_edge_lines(page, lines) for page, lines in pages]
    counts = Counter(key for edge in edges for key in {key for _, key in edge})
    running = _table()["running"]
    fewest = max(running["pages"], running["share"] * len(pages))
    left_out: dict[str, None] = {}
    numbers = 0
    kept: list[list[Line]] = []
    for (_, lines), edge in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for index, key in edge:
            text = lines[index].text
            if _is_number(text):
                numbers += 1
                dropped.add(index)
            elif counts[key] >= fewest:
                left_out.setdefault(text.strip())
                dropped.add(index)
        kept.append([line for index, line in enumerate(lines) if index not in dropped])
    return kept, list(left_out), numbers


def _edge_lines(page: Page, lines: Sequence[Line]) -> list[tuple[int, tuple[str, int]]]:
    """The lines at the edges of a page: their index, and what they say (digits aside) and where."""
    share = _table()["edges"]
    found = []
    for index in _outer(len(lines)):
        line = lines[index]
        above = line.bottom <= share["top"] * page.height
        below = line.top >= (1 - share["bottom"]) * page.height
        if above or below:
            place = round(line.bottom / max(page.height, 1e-6) * _PLACES)
            found.append((index, (_DIGITS.sub("#", _bare(line.text)), place)))
    return found


def _outer(count: int) -> Iterator[int]:
    yield from range(min(count, _OUTERMOST))
    yield from range(max(_OUTERMOST, count - _OUTERMOST), count)


def _bare(text: str) -> str:
    return _BLANKS.sub("", fold(text))


def _is_number(text: str) -> bool:
    bare = _bare(text)
    return 0 < len(bare) <= 24 and any(pattern.fullmatch(bare) for pattern in _page_numbers())


def _table() -> dict[str, Any]:
    table: dict[str, Any] = knowledge().table("paged")
    return table


@compiled
def _page_numbers() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry["pattern"]) for entry in _table()["page_numbers"])
