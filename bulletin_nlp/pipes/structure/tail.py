"""The tail: signature, attachments, and the line of the imprint (GB/T 9704-2012, 7.3.4 to 7.3.6, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_nlp.pipes.structure.field import field
from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.lines import attachment_titles
from bulletin_nlp.pipes.structure.outline import Field
from bulletin_nlp.pipes.structure.zones import Zones

_BLANKS = re.compile(r"\s+")
_SEE_ATTACHMENT = re.compile(r"附件\d?[:(]?\s?《([^《》\n]{4,60})》")
_NUMBER = re.compile(r"\s*\d{1,2}\s?[.、]\s?")
_NEXT = re.compile(r"[;\s]\s*(?=\d{1,2}[.、]\s?[\u4e00-\u9fff\d《])")
_IMPRINT_DATE = re.compile(r"(?<!\d)(?:\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{6,8})(?=\s?印)")
_SENTENCE = re.compile(r"[。;,]")
_SHORT_SIGNATURE = 44
_JOINT = re.compile(r"\s+(?=[\u4e00-\u9fff]{4})")
_ELSEWHERE = re.compile(r"\((?:略|另发|附后|详见附表|单发)\)$")
_FOLLOWING, _SHORTEST_DATE = 6, 6  # 201798 is a day whose marks were lost


def attachments(folded: str, zones: Zones, index: int) -> Iterator[Field]:
    """The titles that a line 附件:… and the numbered lines behind it list."""
    present = "present" if zones.appendix < len(zones.kinds) else "absent"
    start, end = zones.paragraphs[index].start, zones.paragraphs[index].end
    lead = attachment_titles(folded[start:end])
    lines = list(_numbered(folded, start + lead.end(), end)) if lead else []
    following = index + 1
    while following < zones.appendix and zones.kinds[following] == "listed":
        lines.append((zones.paragraphs[following].start, zones.paragraphs[following].end))
        following += 1
    for begin, stop in lines:
        number = _NUMBER.match(folded, begin, stop)
        begin = number.end() if number else begin
        stop = begin + len(_ELSEWHERE.sub("", folded[begin:stop].rstrip(" ;。")))
        yield from field("attachment", folded, begin, stop, present)


def _numbered(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The titles of one line: 1.… 2.…"""
    if _NUMBER.match(folded, start, end):
        for stop in [*_NEXT.finditer(folded, start, end)]:
            yield start, stop.start()
            start = stop.end()
    yield start, end


def seen_attachments(folded: str, zones: Zones) -> Iterator[Field]:
    """见附件(《…》) in the body, where no line lists the attachments."""
    if zones.body < zones.tail <= len(zones.paragraphs):
        for match in _SEE_ATTACHMENT.finditer(folded, zones.paragraphs[zones.body].start):
            yield from field("attachment", folded, match.start(1), match.end(1), "absent")


def signature(folded: str, zones: Zones, index: int) -> Iterator[Field]:
    """A short line before the date of the tail is a signature, as are the lines beside it; joint ones part at blanks."""
    start, end = zones.paragraphs[index].start, zones.paragraphs[index].end
    if end - start > _SHORT_SIGNATURE * 2 or _SENTENCE.search(folded, start, end):
        return
    following = index + 1
    while following < min(index + _FOLLOWING, len(zones.kinds)) and zones.kinds[following] == "short":
        following += 1
    kind = zones.kinds[following] if following < len(zones.kinds) else ""
    if kind == "digits" and zones.paragraphs[following].end - zones.paragraphs[following].start < _SHORTEST_DATE:
        return
    if kind in {"date", "digits", "imprint"}:
        name = "imprint" if kind == "imprint" else "signatory"
        for begin, stop in pieces(folded, start, end):
            if stop - begin <= _SHORT_SIGNATURE:
                yield from field(name, folded, begin, stop, "signature", _BLANKS.sub("", folded[begin:stop]))


def pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a line that sets several side by side, each of four characters and more."""
    blanks = [m.span() for m in _JOINT.finditer(folded, start, end)]
    bounds = [start, *(edge for blank in blanks for edge in blank), end]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    yield from parts if all(stop - begin >= 4 for begin, stop in parts) else [(start, end)]


def imprint(folded: str, start: int, end: int, forms: Forms) -> Iterator[Field]:
    """The day of 某办公室 2018年10月17日印发, also as digits alone."""
    if match := _IMPRINT_DATE.search(folded, start, end):
        yield from field("published", folded, *match.span(), "imprint-date")
        first, last = start, match.start()
        if forms.organ.search(folded[first:last].strip()):
            yield from field("imprint", folded, first, last, "imprint-line")
