"""Head, body, tail and appendix of a bulletin, as stretches of its paragraphs."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.lines import LineKind, kind_of
from bulletin_nlp.text.paragraphs import Paragraph, paragraphs

_LONGEST_ATTACHMENT_LIST, _LONGEST_ATTACHMENT_TITLE = 12, 60
_SHORTEST_SENTENCE = 14


@dataclass(frozen=True, slots=True)
class Zones:
    """Paragraphs with their kinds; `body`, `tail` and `appendix` are indices of the first paragraph of each zone."""

    paragraphs: list[Paragraph]
    kinds: list[LineKind]
    body: int
    tail: int
    appendix: int
    closing: int  # distribution lines after an appendix

    def offset(self, index: int, length: int) -> int:
        """Where paragraph `index` begins; the text's length behind the last one."""
        return self.paragraphs[index].start if index < len(self.paragraphs) else length


def zones(folded: str, forms: Forms, cells: Set[int] = frozenset()) -> Zones:
    """Divide a folded text into its zones; `cells`: where cells of tables begin."""
    found = paragraphs(folded, cells)
    kinds: list[LineKind] = ["body" if p.start in cells else kind_of(folded, p, forms) for p in found]
    count = len(found)
    _mark_listed(folded, found, kinds)
    _mark_sentences(folded, found, kinds, forms)
    body = next((i for i, kind in enumerate(kinds) if kind == "body"), count)
    appendix = next(
        (i for i in range(body + 1, count) if kinds[i] == "appendix" and not _lists(folded, found, kinds, i)), count
    )
    last_body = max((i for i in range(body, appendix) if kinds[i] == "body"), default=body - 1)
    tail = _after_labels(folded, found, kinds, last_body + 1, appendix)
    closing = count
    while closing > appendix and kinds[closing - 1] in {"distribution", "imprint", "contact", "page", "rule"}:
        closing -= 1
    if not any(kinds[i] == "distribution" for i in range(closing, count)):
        closing = count
    return Zones(found, kinds, body, tail, appendix, closing)


def _mark_listed(folded: str, found: list[Paragraph], kinds: list[LineKind]) -> None:
    """The lines that go on a list of attachments are no items of the body: 附件:1.… / 2.…"""
    for at, kind in enumerate(kinds):
        if kind not in {"attachment", "appendix"} or (kind == "appendix" and not _lists(folded, found, kinds, at)):
            continue
        following = at + 1
        while following < len(found) and (marker := found[following].marker) and marker.style == "num":
            paragraph = found[following]
            if paragraph.end - paragraph.start > _LONGEST_ATTACHMENT_TITLE or folded[paragraph.end - 1] == "。":
                break
            kinds[following] = "listed"
            following += 1


def _mark_sentences(folded: str, found: list[Paragraph], kinds: list[LineKind], forms: Forms) -> None:
    """Behind the first paragraph of text a line that says what is to be done or was not is text, too, without a stop."""
    begun = False
    for at, paragraph in enumerate(found):
        long = kinds[at] == "short" and paragraph.end - paragraph.start >= _SHORTEST_SENTENCE
        if begun and long and forms.predicate.search(folded, paragraph.start, paragraph.end):
            kinds[at] = "body"
        begun = begun or kinds[at] == "body"


def _lists(folded: str, found: list[Paragraph], kinds: list[LineKind], at: int) -> bool:
    """Whether 附件: at a line's end heads a list of titles, not the attachment itself."""
    if folded[found[at].end - 1] != ":":
        return False
    following = kinds[at + 1 : at + 1 + _LONGEST_ATTACHMENT_LIST]
    stop = next((i for i, k in enumerate(following) if k in {"date", "distribution", "imprint", "masthead"}), None)
    return stop is not None or len(following) < _LONGEST_ATTACHMENT_LIST


def _after_labels(folded: str, found: list[Paragraph], kinds: list[LineKind], start: int, stop: int) -> int:
    """Lines such as 责任单位:… after the last sentence still belong to the body."""
    index = start
    while index < stop and kinds[index] == "short" and ":" in folded[found[index].start : found[index].end]:
        index += 1
    return index
