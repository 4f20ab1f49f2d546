"""Parts that an enumerator opens: 一、 (一) 1. 1.1 (1) ① 一是."""

from __future__ import annotations

from bulletin_nlp.pipes.structure.forms import Forms
from bulletin_nlp.pipes.structure.headings import find_heading, heading_role, role_of
from bulletin_nlp.pipes.structure.outline import Range
from bulletin_nlp.pipes.structure.tree import Tree
from bulletin_nlp.text.enumerators import Marker

# Ranks after GB/T 9704-2012, 7.3.3; a marker closes every open part of a lower rank. The wordy ones have none.
_RANK = {"cn": 0, "cn_paren": 1, "num": 2, "dec2": 3, "dec3": 4, "num_paren": 5, "circle": 6}


def enter(tree: Tree, folded: str, marker: Marker, at: int, extent: tuple[int, int | None, bool], forms: Forms) -> None:
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
    if marker.style == "is" and extent[1:] == (None, False) and _fills(folded, part["heading"], extent[0]):
        part["heading"] = None  # nothing is said behind it: it is what is said
    part["role"] = role_of(folded, part["heading"], inherited, forms)
    if marker.style == "case" and forms.case_problem.match(folded, marker.start, marker.end):
        part["role"] = "problems"


def _fills(folded: str, heading: Range | None, end: int) -> bool:
    """Whether nothing but blanks stands between a heading and where its part ends."""
    return heading is not None and not folded[heading["end"] : end].strip()


def _heads_a_section(folded: str, marker: Marker, forms: Forms) -> bool:
    """Whether 1. numbers the sections of the text: the words alone on its line name a section."""
    end = folded.find("\n", marker.end)
    words = folded[marker.end : end if end >= 0 else len(folded)].strip()
    return marker.style == "num" and marker.ordinal == 1 and heading_role(words, forms) is not None


def accepted_markers(tree: Tree, markers: list[Marker]) -> list[Marker]:
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


def deeper(tree: Tree, style: str, following: str) -> bool:
    """Whether a marker that follows one of a style opens a part below it."""
    styles = [o.style for o in tree.stack]
    above = styles[: styles.index(style)] if style in styles else styles
    return following != style and following not in above
