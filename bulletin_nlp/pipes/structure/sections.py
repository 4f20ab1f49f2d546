"""The tree of sections: numbered parts by their enumerators, unnumbered ones by how they open."""

from __future__ import annotations

import re
from itertools import zip_longest

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.headings import find_heading, heading_role, role_of
from bulletin_nlp.pipes.structure.outline import Part, Range
from bulletin_nlp.pipes.structure.tree import Tree
from bulletin_nlp.pipes.structure.zones import Zones
from bulletin_nlp.records.section import SectionRole
from bulletin_nlp.text.enumerators import Marker, inside
from bulletin_nlp.text.paragraphs import Paragraph, lost_marks

# Ranks after GB/T 9704-2012, 7.3.3; a marker closes every open part of a lower rank. The wordy ones have none.
_RANK = {"cn": 0, "cn_paren": 1, "num": 2, "dec2": 3, "dec3": 4, "num_paren": 5, "circle": 6}
_LONGEST_LABEL, _LONGEST_BARE_HEADING = 20, 16
_ITEMS = frozenset({"cn_paren", "num", "num_paren", "circle", "is", "nth", "qi"})
_ENOUGH_ITEMS = 3
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff\d%”》)]) {1,2}(?=[\u4e00-\u9fff\d“《])")
_LETTERS = re.compile(r"[\u4e00-\u9fff、“”]+")
_OPENING, _TURN = 90, 100
_STOP = re.compile(r"[。;,:]")


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
    """The text with marks for the blanks of its paragraphs, of the same length: 。 behind a heading, else a comma."""
    pieces: list[str] = []
    position = 0
    for paragraph in paragraphs:
        begin = paragraph.marker.end if paragraph.marker else paragraph.start
        begin += len(folded[begin : paragraph.end]) - len(folded[begin : paragraph.end].lstrip())
        mark = "。" if paragraph.marker else ","
        for blank in _BLANK.finditer(folded, begin + 1, paragraph.end):
            pieces += [folded[position : blank.start()], mark, folded[blank.start() + 1 : blank.end()]]
            position, mark = blank.end(), ","
    return "".join([*pieces, folded[position:]])


def _plain(start: int, end: int, role: SectionRole, rule: str) -> Part:
    return Part(start=start, end=end, parent=None, level=0, role=role, marker=None, heading=None, rule=rule)


def _place(tree: Tree, folded: str, paragraph: Paragraph, following: Paragraph | None, forms: Forms) -> None:
    own = paragraph.marker
    begin = own.end if own else paragraph.start
    if tree.stack and tree.stack[-1].style == "nested" and not forms.label_line.match(folded, begin, paragraph.end):
        tree.close(len(tree.stack) - 1, paragraph.start)
    if own is None:
        _leave_item(tree, folded, paragraph, forms)
        if not _open_headed(tree, folded, paragraph, following, forms):
            _open_plain(tree, folded, paragraph, forms)
    else:
        tree.last[own.style] = own.ordinal or tree.last.get(own.style, 0)
    markers = _accepted(tree, list(inside(folded, begin, paragraph.end)))
    if own is None and tree.stack:
        _open_label(tree, folded, paragraph, markers[0].start if markers else None, following)
    if own is not None:
        goes_on = following is not None and (
            following.marker is None or _deeper(tree, own.style, following.marker.style)
        )
        first = markers[0].start if markers else paragraph.end
        child = first if markers and markers[0].style != own.style else None
        _enter(tree, folded, own, paragraph.start, (first, child, goes_on and not markers), forms)
        heading = tree.parts[tree.stack[-1].part]["heading"]
        if heading is not None and heading["end"] >= paragraph.end - 1:
            tree.stack[-1].paragraphs = 0  # its text has yet to come
    for marker, after in zip_longest(markers, markers[1:]):
        end = after.start if after else paragraph.end
        _enter(tree, folded, marker, marker.start, (end, None, False), forms)
    tree.last_end = paragraph.end


def _leave_item(tree: Tree, folded: str, paragraph: Paragraph, forms: Forms) -> None:
    """A plain paragraph behind items of one paragraph each closes their list; else it goes on in the open item."""
    if forms.label_line.match(folded, paragraph.start, paragraph.end):
        return
    for depth, each in enumerate(tree.stack):
        alone = each.paragraphs == 1 and set(each.siblings) == {1} and len(each.siblings) >= _ENOUGH_ITEMS - 1
        if alone and depth > 0 and each.style in _ITEMS:
            tree.close(depth, paragraph.start)
            break
    for each in tree.stack:
        each.paragraphs += 1


def _open_headed(tree: Tree, folded: str, paragraph: Paragraph, following: Paragraph | None, forms: Forms) -> bool:
    """A heading without a number, alone on its line: 存在的主要问题."""
    words = folded[paragraph.start : paragraph.end]
    top = tree.stack[0].style if tree.stack else "plain"
    if following is None or top not in {"plain", "headed"} or not 2 <= len(words) <= _LONGEST_BARE_HEADING:
        return False
    if _STOP.search(words) or not _LETTERS.fullmatch(words):
        return False
    role = heading_role(words, forms)
    if role is None:
        return False
    tree.close(0, paragraph.start)
    part = tree.open(paragraph.start, "headed", None, role, "heading-alone")
    part["heading"] = Range(start=paragraph.start, end=paragraph.end)
    return True


def _deeper(tree: Tree, style: str, following: str) -> bool:
    """Whether a marker that follows one of a style opens a part below it."""
    styles = [o.style for o in tree.stack]
    above = styles[: styles.index(style)] if style in styles else styles
    return following != style and following not in above


def _open_label(tree: Tree, folded: str, paragraph: Paragraph, first: int | None, following: Paragraph | None) -> None:
    """石门镇: 1.… 2.…, also with the numbers on lines of their own: the words before the colon head what is numbered."""
    end = paragraph.end if first is None else first
    words = folded[paragraph.start : end].rstrip()
    numbered = first is not None or (following is not None and following.marker is not None)
    if not numbered or not words.endswith(":") or len(words) > _LONGEST_LABEL or "," in words:
        return
    tree.close(next((d for d, o in enumerate(tree.stack) if o.style == "label"), len(tree.stack)), paragraph.start)
    part = tree.open(paragraph.start, "label", None, tree.role or "other", "label")
    part["heading"] = {"start": paragraph.start, "end": paragraph.start + len(words) - 1}


def _enter(
    tree: Tree, folded: str, marker: Marker, at: int, extent: tuple[int, int | None, bool], forms: Forms
) -> None:
    """Close what the marker ends, then open its part and name it.

    `extent`: where its first stretch ends, where its first child begins, whether it goes on behind the stretch.
    """
    depth = next((d for d, o in enumerate(tree.stack) if o.style == marker.style), None)
    if depth is None:
        rank = _RANK.get(marker.style)
        depth = len(tree.stack)
        if rank is not None:
            depth = min((d for d, o in enumerate(tree.stack) if _RANK.get(o.style, -1) > rank), default=depth)
        plain = bool(tree.stack) and tree.stack[0].style == "plain"
        if marker.style == "cn" or (plain and (marker.style == "cn_paren" or _heads_a_section(folded, marker, forms))):
            depth = 0
    tree.close(depth, at)
    inherited = tree.role
    part = tree.open(at, marker.style, marker, inherited or "other", f"marker-{marker.style}")
    tree.last[marker.style] = marker.ordinal or tree.last.get(marker.style, 0)
    part["heading"] = find_heading(folded, marker.end, *extent, forms)
    part["role"] = role_of(folded, part["heading"], inherited, forms)
    if marker.style == "case" and forms.case_problem.match(folded, marker.start, marker.end):
        part["role"] = "problems"


def _heads_a_section(folded: str, marker: Marker, forms: Forms) -> bool:
    """Whether 1. numbers the sections of the text: the words alone on its line name a section."""
    end = folded.find("\n", marker.end)
    words = folded[marker.end : end if end >= 0 else len(folded)].strip()
    return marker.style == "num" and marker.ordinal == 1 and heading_role(words, forms) is not None


def _accepted(tree: Tree, markers: list[Marker]) -> list[Marker]:
    """Of the markers inside a paragraph those that count on: 一是 … 二是 …, or on from the part before."""
    starts = {m.style for m in markers if m.ordinal == 1}
    goes_on = {m.style for m in markers if m.ordinal in {2, None}}
    expected = {style: ordinal + 1 for style, ordinal in tree.last.items()}
    accepted: list[Marker] = []
    for marker in markers:
        first = marker.ordinal == 1 and (marker.style in starts & goes_on or marker.style == "num_paren")
        last = marker.ordinal is None and marker.style in expected
        if first or last or marker.ordinal == expected.get(marker.style):
            accepted.append(marker)
            if marker.ordinal is not None:
                expected[marker.style] = marker.ordinal + 1
    return accepted


def _open_plain(tree: Tree, folded: str, paragraph: Paragraph, forms: Forms) -> None:
    head = folded[paragraph.start : min(paragraph.end, paragraph.start + _OPENING)]
    if not _STOP.search(head):
        head = head.replace(" ", ",")  # where the marks were lost, blanks stand for them
    opening = next((o for o in forms.openings if o.pattern.match(head)), None)
    turned = forms.turn.search(folded, max(0, tree.last_end - _TURN), tree.last_end) if tree.last_end else None
    if opening and opening.nested and tree.stack:
        tree.open(paragraph.start, "nested", None, opening.role, opening.rule)
    elif opening and not opening.nested and opening.role != tree.role:
        tree.close(0, paragraph.start)
        tree.open(paragraph.start, "plain", None, opening.role, opening.rule)
    elif turned and not opening and tree.role in {"situation", "other"}:
        tree.close(0, paragraph.start)
        tree.open(paragraph.start, "plain", None, "problems", "turn")
    elif not tree.stack:
        tree.open(paragraph.start, "plain", None, opening.role if opening else "situation", "plain")
