"""Headings: where a part's heading ends, and which role it gives the part."""

from __future__ import annotations

import re

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.outline import Range
from bulletin_nlp.records.section import SectionRole
from bulletin_nlp.text.sentences import trim

_CLOSE = re.compile(r"[。:;]")
_ANONYMOUS_SUBJECT = re.compile(r"(?:部分|个别|少数|有的|一些|有些|多数|大部分|某些)(?!.{0,6}(?:不|有))")
_COUNTED = re.compile(r"[\d,]")
_LABEL = re.compile(r"(?:内容|单位|时限|措施|事实|情况|问题|责任人|要求|描述)$")
_ALONE, _BEFORE_CHILD, _RUN_IN, _COLON, _CLOSED = 60, 60, 30, 16, 20
_HALF = 14  # 提高认识,压实责任: a heading of parallel halves


def find_heading(folded: str, begin: int, limit: int, child: int | None, goes_on: bool, forms: Forms) -> Range | None:
    """The heading of a numbered part: alone on its line, or run in before its text.

    Args:
        folded: folded text.
        begin: where the part's words begin, behind its marker.
        limit: where its first stretch of text ends.
        child: where its first child begins inside that stretch, if any.
        goes_on: whether more of the part follows behind the stretch.
        forms: the forms of the knowledge.
    """
    limit = limit if child is None else child
    close = _CLOSE.search(folded, begin, limit)
    start, end = trim(folded, begin, close.start() if close else limit)
    if (
        folded[end - 1 : end] in {"”", '"'}
        and folded.count(folded[end - 1], start, end) % 2
        and "“" not in folded[start:end]
    ):
        end -= 1  # the mark that closes a quotation opened before the marker
    words = folded[start:end]
    if not words or words.count("(") != words.count(")"):
        return None
    if folded[close.end() if close else limit : limit].strip():
        mark = close.group() if close else ""
        fits = mark != ";" and not forms.no_heading.search(words) and _run_in(words, mark == ":")
    elif child is not None:
        fits = len(words) <= _BEFORE_CHILD and not words.endswith(",")
    else:
        plain = close is None
        if plain:
            fits = len(words) <= (_ALONE if goes_on else _RUN_IN)
        else:
            fits = goes_on and len(words) <= _CLOSED and not _COUNTED.search(words)
    return Range(start=start, end=end) if fits else None


def _run_in(words: str, colon: bool) -> bool:
    if colon:
        return len(words) <= _COLON and "," not in words and not _LABEL.search(words)
    if len(words) > _RUN_IN or _ANONYMOUS_SUBJECT.match(words):
        return False
    halves = words.split(",")
    return len(halves) == 1 or (len(halves) <= 3 and all(len(half) <= _HALF for half in halves))


def role_of(folded: str, heading: Range | None, inherited: SectionRole | None, forms: Forms) -> SectionRole:
    """The role of a part by its heading; of its parent where the heading says nothing."""
    words = "" if heading is None else re.sub(r"\(.*?\)$|\s", "", folded[heading["start"] : heading["end"]])
    if inherited in {None, "other"}:
        return _by_words(words, forms) or "other"
    strong = next((role for role, pattern in forms.strong if pattern.search(words)), None)
    return strong or inherited or "other"


def heading_role(words: str, forms: Forms) -> SectionRole | None:
    """The role of words that name a section by their last word; None where they name none."""
    found = [(len(m[1]), m[1]) for m in forms.keywords.finditer(words) if m.start(1) + len(m[1]) == len(words)]
    return forms.keyword_role[max(found)[1]] if found and not forms.no_heading.search(words) else None


def _by_words(words: str, forms: Forms) -> SectionRole | None:
    """The role that the words of a heading give on their own."""
    if not words:
        return None
    found = [(m.start(1) + len(m[1]), len(m[1]), m[1]) for m in forms.keywords.finditer(words)]
    closing = [hit for hit in found if hit[0] == len(words)]
    if closing:
        return forms.keyword_role[max(closing)[2]]
    if forms.faults.search(words):
        return "problems"
    if forms.demands.search(words):
        return "recommendations"
    return forms.keyword_role[max(found)[2]] if found else None
