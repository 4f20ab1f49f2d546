"""The plain lines of the head: title, series, red head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.structure.field import field
from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.outline import Field, Range
from bulletin_nlp.pipes.structure.tail import pieces
from bulletin_nlp.pipes.structure.zones import Zones

_BLANKS = re.compile(r"\s+")
_LONGEST_SERIES, _LONGEST_NEW_SERIES = 20, 8
_TOPIC = re.compile(r"关于|\d|情况的")
_SENTENCE = re.compile(r"[。;,]")


def titles(folded: str, zones: Zones, forms: Forms) -> Iterator[Field]:
    """The title of the bulletin and the series that the head names.

    Of the plain lines of the head the title is the last that ends as titles do and is not the red head of a series;
    a title broken over two lines is joined.
    """
    groups = _head_groups(folded, zones)
    before_issue = _before_issue(zones)
    title = ""
    for start, end in reversed(groups):
        words = _BLANKS.sub("", folded[start:end])
        bare = bool(forms.series.fullmatch(words))
        if not title and not bare and (forms.title_end.search(words) or "关于" in words or (start, end) == groups[-1]):
            yield Field(name="title", start=start, end=end, value=words, rule="title-line")
            title = words
        elif words == title or words in forms.genres:
            continue
        elif (
            bare
            or (end in before_issue and len(words) <= _LONGEST_NEW_SERIES and not forms.organ.search(words))
            or (len(words) <= _LONGEST_SERIES and forms.series.search(words) and not _TOPIC.search(words))
        ):
            yield Field(name="series", start=start, end=end, value=words, rule="red-head")
        elif not _SENTENCE.search(folded, start, end):
            yield from _red_head(folded, start, end, forms)


def _head_groups(folded: str, zones: Zones) -> list[tuple[int, int]]:
    """Plain lines of the head; neighbours of which the first can't end a title are one."""
    groups: list[tuple[int, int]] = []
    last = -1
    for index in range(zones.body):
        if zones.kinds[index] != "short":
            continue
        start, end = zones.paragraphs[index].start, zones.paragraphs[index].end
        if groups and last == index - 1 and _unfinished(folded, *groups[-1], start):
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
        last = index
    return groups


def _unfinished(folded: str, start: int, end: int, following: int) -> bool:
    words = folded[start:end]
    near = folded[end:following].count("\n") <= 1
    return near and (
        words.rstrip().endswith(("的", "和", "及", "、"))
        or ("关于" in words and not words.rstrip().endswith(("通报", "通知", "报告")))
    )


def _before_issue(zones: Zones) -> set[int]:
    """Where the lines end that stand right before the line of the issue: they name the series."""
    return {
        zones.paragraphs[i - 1].end
        for i in range(1, zones.body)
        if zones.kinds[i] == "issue" and zones.kinds[i - 1] == "short"
    }


def _red_head(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    """The issuers of a red head: X局文件, also several side by side."""
    for begin, stop in pieces(folded, start, end):
        words = _BLANKS.sub("", folded[begin:stop])
        tail = forms.red_tail.search(words)
        if tail and tail.start():
            stop = begin + len(folded[begin:stop].rstrip()) - _spread(folded, begin, stop, tail.group())
            words = words[: tail.start()]
        if not tail or tail.start():
            yield from field("masthead", folded, begin, stop, "red-head", words)


def _spread(folded: str, start: int, end: int, word: str) -> int:
    """How many characters the last word of a line takes with the blanks between its letters: 文  件."""
    match = re.search(r"\s*".join(word) + r"$", folded[start:end].rstrip())
    return len(match.group()) if match else 0


def title_range(found: list[Field]) -> Range | None:
    """Where the title stands."""
    return next((Range(start=f["start"], end=f["end"]) for f in found if f["name"] == "title"), None)
