"""Is the text the same, and does every span quote it."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin, spans_of


def judge_grounding(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """One judgement on the text (shown from its first difference), and one on each span of the record."""
    same = predicted.text == gold.text
    first = 0 if same else _first_difference(gold.text, predicted.text)
    shown = ("", "") if same else (gold.text[first : first + 20], predicted.text[first : first + 20])
    yield Judgement("grounding.text", "hit" if same else "wrong", first, first, *shown)
    for span in spans_of(predicted):
        quoted = gold.text[span.start : span.end]
        verdict = "hit" if quoted == span.text else "wrong"
        yield Judgement("grounding.spans", verdict, span.start, span.end, quoted, span.text)  # type: ignore[arg-type]


def _first_difference(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
