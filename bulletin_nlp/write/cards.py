"""The right side of the page: the records, grouped by layer."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby

from bulletin_nlp.records import Span
from bulletin_nlp.write.characters import one_line
from bulletin_nlp.write.entries import Entry
from bulletin_nlp.write.facts import Fact, Piece
from bulletin_nlp.write.labels import label

LONGEST_CAPTION = 400
OPEN = frozenset(
    {"problem", "recommendation", "achievement", "follow_up", "sanction", "head", "unit", "date", "repair", "remark"}
)


def cards(entries: list[Entry]) -> str:
    """All entries as groups of cards, in the order given."""
    by_id = {entry.id: entry for entry in entries}
    groups = [(layer, list(group)) for layer, group in groupby(entries, key=lambda entry: entry.layer)]
    jumps = "".join(
        f'<button type="button" data-jump="{layer}">{label("layer", layer)} <b>{len(group)}</b></button>'
        for layer, group in groups
    )
    return f'<nav class="jumps" aria-label="记录类别 layers">{jumps}</nav>\n' + "".join(
        _group(layer, group, by_id) for layer, group in groups
    )


def _group(layer: str, entries: list[Entry], by_id: Mapping[str, Entry]) -> str:
    items = "".join(_card(entry, by_id) for entry in entries)
    return (
        f'<details class="group g-{layer}" data-layer="{layer}"{" open" if layer in OPEN else ""}>'
        f"<summary>{label('layer', layer)} <small>{layer}</small> <b>{len(entries)}</b></summary>\n"
        f"<ol>{items}</ol></details>\n"
    )


def _card(entry: Entry, by_id: Mapping[str, Entry]) -> str:
    ranges = " ".join(f"{span.start}-{span.end}" for span in entry.spans)
    cues = " ".join(f"{span.start}-{span.end}" for span in entry.cues)
    caption = escape(one_line(entry.caption, LONGEST_CAPTION))
    badge = f'<b class="n">{entry.badge}</b>' if entry.badge else ""
    badge += f'<span class="label">{escape(entry.label)}</span>' if entry.label else ""
    place = ranges.replace(" ", ", ") if ranges else "不在文中"
    always = _facts(entry.facts[: entry.shown], by_id)
    more = _facts(entry.facts[entry.shown :], by_id)
    more += f'<dt>位置</dt><dd class="place">{escape(one_line(entry.id))} · {place}</dd>'
    return (
        f'<li class="rec {entry.variant}" data-k="{entry.key}" data-id="{escape(one_line(entry.id), quote=True)}" '
        f'data-r="{ranges}" data-c="{cues}">'
        f'<button type="button" class="pick" aria-pressed="false">{badge}<span class="caption">{caption}</span>'
        "</button>"
        f'{f"<dl>{always}</dl>" if always else ""}<dl class="more">{more}</dl></li>\n'
    )


def _facts(facts: tuple[Fact, ...], by_id: Mapping[str, Entry]) -> str:
    shown = ((fact.name, " ".join(_piece(piece, by_id) for piece in fact.pieces)) for fact in facts)
    return "".join(f"<dt>{escape(name)}</dt><dd>{pieces}</dd>" for name, pieces in shown)


def _piece(piece: Piece, by_id: Mapping[str, Entry]) -> str:
    shown = _pointer(piece, by_id)
    if piece.certainty is None:
        return shown
    scale = f'<meter min="0" max="1" value="{piece.certainty:.3g}"></meter><small>{piece.certainty:.2g}</small>'
    return f'<span class="scaled">{shown}{scale}</span>'


def _pointer(piece: Piece, by_id: Mapping[str, Entry]) -> str:
    """The piece's text, as a button where it leads to another record or to a place in the text."""
    target = by_id.get(piece.record) if piece.record is not None else None
    named = f"{target.badge} {target.caption}" if target else piece.record or ""
    text = escape(one_line(piece.text or named, 120))
    if target is not None:
        return f'<button type="button" class="link {target.layer}" data-to="{target.key}">{text}</button>'
    if piece.span is not None:
        return f'<button type="button" class="quote" data-q="{_range(piece.span)}">{text}</button>'
    return f"<span>{text}</span>" if text else ""


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"
