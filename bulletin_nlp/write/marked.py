"""The left side of the page: the text to the character, each segment in an element that names the records over it."""

from __future__ import annotations

from html import escape

from bulletin_nlp.records import Bulletin
from bulletin_nlp.write.characters import UNSEEN, visible
from bulletin_nlp.write.entries import Entry
from bulletin_nlp.write.marks import Segment, segments


def marked_text(bulletin: Bulletin, entries: list[Entry]) -> str:
    """The text as HTML, with as many code points as it has.

    Each `<span data-s="start">` is one segment; `data-k` lists the keys of the entries over it, innermost first.
    """
    parts = [part for section in bulletin.sections for part in (section.marker, section.heading)]
    parts += [problem.heading for problem in bulletin.problems]
    parts += [demand.heading for demand in bulletin.recommendations]
    bold = frozenset((part.start, part.end) for part in parts if part)
    headings = _covered(bold)
    return "".join(
        _segment(bulletin.text, segment, is_bold=segment.start in headings)
        for segment in segments(bulletin.text, entries, bold)
    )


def _covered(ranges: frozenset[tuple[int, int]]) -> set[int]:
    return {position for start, end in ranges for position in range(start, end)}


def _segment(text: str, segment: Segment, *, is_bold: bool) -> str:
    classes = ["mark"] if segment.marks else []
    classes += ["bold"] if is_bold else []
    badges = ""
    for mark in reversed(segment.marks):
        layer = mark.entry.layer
        classes += [layer, *filter(None, [mark.entry.variant])]
        if mark.start == segment.start:
            classes.append(f"{layer}-a")
            if mark.entry.badge:
                badges += f'<span class="badge b-{layer}" data-n="{mark.entry.badge}"></span>'
        if mark.end == segment.end:
            classes.append(f"{layer}-z")
    attributes = f' class="{" ".join(dict.fromkeys(classes))}"' if classes else ""
    if segment.marks:
        attributes += f' data-k="{" ".join(str(mark.entry.key) for mark in segment.marks)}"'
    return f'{badges}<span data-s="{segment.start}"{attributes}>{_characters(text[segment.start : segment.end])}</span>'


def _characters(text: str) -> str:
    """One text node's worth of HTML; each character that must not stand there as a symbol that tells its code point."""
    pieces: list[str] = []
    for piece in UNSEEN.split(text):
        if UNSEEN.fullmatch(piece):
            name = "CR" if piece == "\r" else f"U+{ord(piece):04X}"
            pieces.append(f'<i data-c="{name}">{visible(piece)}</i>')
        else:
            pieces.append(escape(piece, quote=False))
    return "".join(pieces)
