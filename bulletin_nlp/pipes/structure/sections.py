"""The sections of a bulletin, paragraph by paragraph."""

from __future__ import annotations

import re
from itertools import zip_longest

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.numbered import accepted_markers, deeper, enter
from bulletin_nlp.pipes.structure.outline import Part
from bulletin_nlp.pipes.structure.tree import Tree
from bulletin_nlp.pipes.structure.unnumbered import leave_item, open_headed, open_label, open_plain, turn_to_faults
from bulletin_nlp.pipes.structure.zones import Zones
from bulletin_nlp.records.section import SectionRole
from bulletin_nlp.text.enumerators import inside
from bulletin_nlp.text.paragraphs import Paragraph, lost_marks

# Numbers of findings that stand in a list, not of the chapters of a bulletin.
_LISTED = frozenset({"num", "num_paren", "cn_paren", "circle"})
_LABEL = re.compile(r"[\u4e00-\u9fff]{1,18}[镇乡道区县市局委办院司团部厅处站校社村] {1,2}一(?:是|、)")
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff\d%”》)]) {1,2}(?=[\u4e00-\u9fff\d“《])")


def sections(folded: str, zones: Zones, forms: Forms) -> list[Part]:
    """The parts of a folded text; those of level 0 cover it, and a parent stands before its children."""
    length = len(folded)
    tree = Tree()
    body, tail = zones.offset(zones.body, length), zones.offset(zones.tail, length)
    appendix, closing = zones.offset(zones.appendix, length), zones.offset(zones.closing, length)
    if zones.body == len(zones.paragraphs):
        return [_plain(0, length, "other", "no-body")] if length else []
    if body:
        tree.parts.append(_plain(0, body, "head", "before-body"))
    within = zones.paragraphs[zones.body : zones.tail]
    if lost_marks(folded):
        folded = _with_marks(folded, within)
    for paragraph, following in zip_longest(within, within[1:]):
        _place(tree, folded, paragraph, following, forms)
    tree.close(0, tail)
    for start, end, role in (
        (tail, appendix, "distribution"),
        (appendix, closing, "appendix"),
        (closing, length, "distribution"),
    ):
        if start < end:
            tree.parts.append(_plain(start, end, role, "after-body"))  # type: ignore[arg-type]
    return tree.parts


def _with_marks(folded: str, paragraphs: list[Paragraph]) -> str:
    """The text with marks for the blanks of its paragraphs, of the same length: 。 behind a heading, a colon behind a
    unit whose findings are numbered (白鹿镇 一是…), else a comma."""
    pieces: list[str] = []
    position = 0
    for paragraph in paragraphs:
        begin = paragraph.marker.end if paragraph.marker else paragraph.start
        begin += len(folded[begin : paragraph.end]) - len(folded[begin : paragraph.end].lstrip())
        numbered = paragraph.marker is not None and not _says_several(folded, paragraph)
        mark = "。" if numbered else ":" if _LABEL.match(folded, begin, paragraph.end) else ","
        for blank in _BLANK.finditer(folded, begin + 1, paragraph.end):
            pieces += [folded[position : blank.start()], mark, folded[blank.start() + 1 : blank.end()]]
            position, mark = blank.end(), ","
    return "".join([*pieces, folded[position:]])


def _says_several(folded: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with 一是 and goes on with 二是: its numbers part sentences, no headings."""
    own = paragraph.marker
    return (
        own is not None
        and own.style == "is"
        and any(marker.style == "is" for marker in inside(folded, own.end, paragraph.end))
    )


def _plain(start: int, end: int, role: SectionRole, rule: str) -> Part:
    return Part(start=start, end=end, parent=None, level=0, role=role, marker=None, heading=None, rule=rule)


def _place(tree: Tree, folded: str, paragraph: Paragraph, following: Paragraph | None, forms: Forms) -> None:
    own = paragraph.marker
    begin = own.end if own else paragraph.start
    if tree.stack and tree.stack[-1].style == "nested" and not forms.label_line.match(folded, begin, paragraph.end):
        tree.close(len(tree.stack) - 1, paragraph.start)
    if own is None:
        leave_item(tree, folded, paragraph, forms)
        if not open_headed(tree, folded, paragraph, following, forms):
            open_plain(tree, folded, paragraph, forms)
    else:
        if own.style in _LISTED and own.ordinal == 1:
            turn_to_faults(tree, folded, paragraph, forms)
        tree.last[own.style] = own.ordinal or tree.last.get(own.style, 0)
    markers = accepted_markers(tree, list(inside(folded, begin, paragraph.end)))
    if own is None and tree.stack:
        open_label(tree, folded, paragraph, markers[0].start if markers else None, following)
    if own is not None:
        goes_on = following is not None and (
            following.marker is None or deeper(tree, own.style, following.marker.style)
        )
        first = markers[0].start if markers else paragraph.end
        child = first if markers and markers[0].style != own.style else None
        enter(tree, folded, own, paragraph.start, (first, child, goes_on and not markers), forms)
        heading = tree.parts[tree.stack[-1].part]["heading"]
        if heading is not None and heading["end"] >= paragraph.end - 1:
            tree.stack[-1].paragraphs = 0  # its text has yet to come
    for marker, after in zip_longest(markers, markers[1:]):
        end = after.start if after else paragraph.end
        enter(tree, folded, marker, marker.start, (end, None, False), forms)
    tree.last_end = paragraph.end
