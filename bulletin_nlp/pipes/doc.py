"""What every component shares: writing mentions to a Doc so that characters decide and tokens follow.

A component finds mentions in `doc.text` by characters. `write` keeps them as plain data in `doc.user_data[GROUP]`
(it survives serialization and worker processes) and as spaCy spans in `doc.spans[GROUP]`, label = kind, id = rule.
Where a mention begins or ends inside a token the token is split: a mention is never dropped or widened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from spacy.tokens import Doc, SpanGroup

_TEXT = "bulletin_text"


def write(doc: Doc, group: str, mentions: Sequence[Mapping[str, Any]], label: str = "kind") -> Doc:
    """Store mentions in a Doc.

    Args:
        doc: the Doc whose text the mentions were found in.
        group: the key in `doc.user_data` and `doc.spans`.
        mentions: mappings with `start` and `end` (code points, half-open), `rule`, and the field named by `label`.
        label: the field that becomes the span's label.

    Returns:
        The Doc to go on with: the same, or a copy with finer tokens where it had no annotation to lose.
    """
    doc = _cut(doc, {b for m in mentions for b in (m["start"], m["end"])})
    spans = [doc.char_span(m["start"], m["end"], label=str(m[label]), span_id=str(m["rule"])) for m in mentions]
    doc.user_data[group] = [dict(m) for m in mentions]
    doc.spans[group] = SpanGroup(doc, name=group, spans=[span for span in spans if span is not None])
    return doc


def text_of(doc: Doc) -> str:
    """The text of a Doc, put together once: `doc.text` walks over every token each time."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def _cut(doc: Doc, boundaries: set[int]) -> Doc:
    inside = _inside(doc, boundaries)
    if not inside:
        return doc
    annotated = doc.to_array(["TAG", "POS", "DEP", "LEMMA", "ENT_IOB"]).any()
    return _split(doc, inside) if annotated else _rebuild(doc, inside)


def _inside(doc: Doc, boundaries: set[int]) -> dict[int, list[int]]:
    """The tokens that a boundary lies inside of, each with its cuts; worked out on arrays, without making tokens."""
    if not len(doc) or not boundaries:
        return {}
    lengths, spaces = doc.to_array(["LENGTH", "SPACY"]).astype("int64").T
    ends = (lengths + spaces).cumsum() - spaces
    starts = ends - lengths
    places = sorted(boundaries)
    inside: dict[int, list[int]] = {}
    for place, index in zip(places, (starts.searchsorted(places, side="right") - 1).tolist(), strict=True):
        if starts[index] < place < ends[index]:
            inside.setdefault(index, []).append(place - int(starts[index]))
    return inside


def _pieces(text: str, cuts: list[int]) -> list[str]:
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _split(doc: Doc, inside: dict[int, list[int]]) -> Doc:
    """Split in place, keeping what other components wrote. Costs tokens x splits."""
    with doc.retokenize() as retokenizer:
        for index, cuts in inside.items():
            pieces = _pieces(doc[index].text, cuts)
            heads = [(doc[index], n + 1) for n in range(len(pieces) - 1)] + [doc[index].head]
            retokenizer.split(doc[index], pieces, heads=heads)
    return doc


def _rebuild(doc: Doc, inside: dict[int, list[int]]) -> Doc:
    """Make the Doc anew from its words: linear, but only for a Doc that holds nothing besides span groups."""
    words: list[str] = []
    spaces: list[bool] = []
    for index, token in enumerate(doc):
        pieces = _pieces(token.text, inside[index]) if index in inside else [token.text]
        words += pieces
        spaces += [False] * (len(pieces) - 1) + [bool(token.whitespace_)]
    finer = Doc(doc.vocab, words=words, spaces=spaces, user_data=doc.user_data)
    for name, group in doc.spans.items():
        moved = [finer.char_span(s.start_char, s.end_char, label=s.label_, span_id=s.id_) for s in group]
        finer.spans[name] = SpanGroup(finer, name=name, spans=[s for s in moved if s is not None])
    return finer
