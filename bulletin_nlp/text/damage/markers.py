"""Lost enumerators: 一、 and (一) that vanished whole or in part, told from the sequence of those that survived."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bulletin_nlp.text.enumerators import chinese_ordinal
from bulletin_nlp.text.paragraphs import Paragraph, paragraphs

_NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九")
_STYLES = ("cn", "cn_paren")
_FORMS = {"cn": "{}、", "cn_paren": "({})"}
_REST = {
    "cn": re.compile(r"(?P<n>[一二三四五六七八九十]{0,3})(?P<mark>(?:[、.] {0,2})?)(?=[\u4e00-\u9fff“《])"),
    "cn_paren": re.compile(r"(?P<open>\(?)(?P<n>[一二三四五六七八九十]{0,3})(?P<mark>\)?)(?=[\u4e00-\u9fff“《])"),
}
_HEADING = {
    "cn": re.compile(r"[^。;:,.!?\d\s|()]{2,24}\Z"),
    "cn_paren": re.compile(r"[^。;:,.!?\d\s|]{3,26}(?:。|\Z)"),
}
_BARE = re.compile("[一二三四五六七八九十]{1,3}")
_ANY_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}")
_NO_HEADING = re.compile(r"^(?:典型)?案[例件]|附件|[报送发抄]:|主题词|督查室$|办公室$|人民政府$|委员会$")
_WHOLE, _PARTLY = 0.9, 0.95


@dataclass(frozen=True, slots=True)
class LostMarker:
    """A lost enumerator: where what is left of it and its heading stand, how they read, and what is missing."""

    start: int
    end: int
    restored: str
    lost: tuple[str, ...]
    certainty: float

    @property
    def candidates(self) -> tuple[tuple[str, float], ...]:
        """The one reading with its certainty."""
        return ((self.restored, self.certainty),)

    @property
    def witnesses(self) -> tuple[tuple[int, int], ...]:
        """No place says the same; the sequence of the other enumerators does."""
        return ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph that bears an enumerator, or what is left of one, of a style."""

    index: int
    ordinal: int


def lost_markers(folded: str) -> list[LostMarker]:
    """The enumerators that a text lost, in order.

    A gap in the numbers is filled only when as many paragraphs without a number stand in it as numbers are missing.

    Args:
        folded: the text in folded form.
    """
    lines = paragraphs(folded)
    top = [_Place(i, p.marker.ordinal or 0) for i, p in enumerate(lines) if p.marker and p.marker.style == "cn"]
    found = list(_between(folded, lines, top, "cn", _body(folded, lines), len(lines)) if top else _bare(folded, lines))
    borders = sorted({p.index for p in top} | {_index(lines, marker.start) for marker in found})
    for begin, end in zip([_body(folded, lines), *borders], [*borders, len(lines)], strict=True):
        inner = [
            _Place(i, marker.ordinal or 0)
            for i in range(begin, end)
            if (marker := lines[i].marker) and marker.style == "cn_paren"
        ]
        found += _between(folded, lines, inner, "cn_paren", begin, end)
    return sorted(found, key=lambda marker: marker.start)


def _bare(folded: str, lines: Sequence[Paragraph]) -> Iterator[LostMarker]:
    """Headings that begin with bare numerals, from 一 on without a gap: each has lost its 、."""
    places = [
        (i, chinese_ordinal(rest[0]))
        for i, line in enumerate(lines)
        if line.marker is None and (rest := _BARE.match(folded, line.start))
        if _HEADING["cn"].match(folded[rest.end() : line.end])
    ]
    if len(places) > 1 and [ordinal for _, ordinal in places] == list(range(1, len(places) + 1)):
        yield from (_marker(folded, lines, i, "cn", ordinal) for i, ordinal in places)


def _body(folded: str, lines: Sequence[Paragraph]) -> int:
    """The first paragraph behind the first that ends like running text: the title and what stands above it is past."""
    return next((i + 1 for i, p in enumerate(lines) if folded[p.end - 1] in "。:"), len(lines))


def _index(lines: Sequence[Paragraph], start: int) -> int:
    return next(i for i, p in enumerate(lines) if p.start <= start < p.end)


def _between(
    folded: str, lines: Sequence[Paragraph], known: Sequence[_Place], style: str, begin: int, end: int
) -> Iterator[LostMarker]:
    """The lost ones among the paragraphs from `begin` to `end`, by the gaps between the known ones."""
    known = [place for place in known if begin <= place.index < end]
    if not known:
        return
    before, run_in = _Place(begin - 1, 0), _is_run_in(folded, lines[known[0].index])
    for place in known:
        missing = range(before.ordinal + 1, place.ordinal)
        if 0 < len(missing) < len(_NUMERALS) and place.ordinal < len(_NUMERALS):
            where = [i for i in range(before.index + 1, place.index) if _is_run_in(folded, lines[i]) == run_in]
            yield from _fill(folded, lines, style, where, missing)
        before = place
    following = range(before.index + 1, end)
    rest = [i for i in following if _partial(folded, lines[i], style, before.ordinal + 1, marked=True)]
    if len(rest) == 1 and not any(_may_bear(folded, lines[i], style) for i in following if i < rest[0]):
        yield _marker(folded, lines, rest[0], style, before.ordinal + 1)


def _fill(
    folded: str, lines: Sequence[Paragraph], style: str, where: Sequence[int], missing: range
) -> Iterator[LostMarker]:
    candidates = [i for i in where if _may_bear(folded, lines[i], style)]
    if style == "cn":
        candidates = [i for i in candidates if not _goes_on(lines, i)]
    partial = [i for i in candidates if any(_partial(folded, lines[i], style, n) for n in missing)]
    for chosen in (partial, [i for i in candidates if not _BARE.match(folded, lines[i].start)]):
        if len(chosen) == len(missing):
            for i, ordinal in zip(chosen, missing, strict=True):
                yield _marker(folded, lines, i, style, ordinal)
            return


def _is_run_in(folded: str, line: Paragraph) -> bool:
    """Whether a paragraph says more than its heading."""
    return "。" in folded[line.start : line.end]


def _goes_on(lines: Sequence[Paragraph], index: int) -> bool:
    """Whether the (一) (二) around a line run on over it, so that no 一、 can stand there."""

    def nearest(indices: range) -> int | None:
        for i in indices:
            marker = lines[i].marker
            if marker and marker.style in _STYLES:
                return marker.ordinal if marker.style == "cn_paren" else None
        return None

    before, behind = nearest(range(index - 1, -1, -1)), nearest(range(index + 1, len(lines)))
    return before is not None and behind is not None and behind > before


def _may_bear(folded: str, line: Paragraph, style: str) -> bool:
    if line.marker is not None:
        return False
    rest = _REST[style].match(folded, line.start, line.end)
    start = rest.end() if rest and rest["mark"] else line.start
    words = folded[start : line.end]
    return bool(_HEADING[style].match(words)) and not _NO_HEADING.search(words)


def _partial(folded: str, line: Paragraph, style: str, ordinal: int, marked: bool = False) -> bool:
    """Whether a paragraph begins with a part of the enumerator of this number; `marked`: with one of its marks."""
    rest = _REST[style].match(folded, line.start, line.end)
    if line.marker is not None or rest is None or rest.start() == rest.end() or ordinal >= len(_NUMERALS):
        return False
    if rest["n"] and chinese_ordinal(rest["n"]) != ordinal:
        return False
    if rest[0] == "(" and ")" in folded[line.start : line.end]:
        return False  # a line in brackets
    marks = rest["mark"] + rest.groupdict().get("open", "")
    if marked:
        return bool(marks and rest["n"])
    return bool(marks) or (style == "cn" and bool(_HEADING[style].match(folded[rest.end() : line.end])))


def _form(folded: str, lines: Sequence[Paragraph], style: str) -> str:
    """How the document writes its enumerators of a style: as the first that survived."""
    first = next((p.marker for p in lines if p.marker and p.marker.style == style), None)
    if first is None:
        return _FORMS[style]
    return _ANY_NUMERAL.sub("{}", folded[first.start : first.end])


def _marker(folded: str, lines: Sequence[Paragraph], index: int, style: str, ordinal: int) -> LostMarker:
    line = lines[index]
    rest = _REST[style].match(folded, line.start, line.end)
    left = rest[0] if rest and _partial(folded, line, style, ordinal) else ""
    whole = _form(folded, lines, style).format(_NUMERALS[ordinal])
    words = re.split("[。\n]", folded[line.start + len(left) : line.end], maxsplit=1)[0]
    lost = tuple(character for character in whole if character not in left)
    end = line.start + len(left) + len(words)
    return LostMarker(line.start, end, whole + words, lost, _PARTLY if left else _WHOLE)
