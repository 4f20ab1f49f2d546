"""Date expressions: place, kind, interval, grain, damage."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_nlp.evaluate.gold import GoldBulletin, GoldDate
from bulletin_nlp.evaluate.judges.compare import spans, value
from bulletin_nlp.evaluate.match import pair_equal
from bulletin_nlp.evaluate.score import Judgement
from bulletin_nlp.records import Bulletin, DateMention


def judge_dates(gold: GoldBulletin, predicted: Bulletin) -> Iterator[Judgement]:
    """`dates.strict`: span, kind and both bounds; `dates.span`: the span alone; fields of the spans found."""
    places = [date.span for date in predicted.dates]
    pairing = pair_equal(gold.dates, places)
    yield from spans("dates.span", gold.dates, places, pairing)
    for g, p in pairing.pairs:
        a, b = gold.dates[g], predicted.dates[p]
        kind, first, last = _reading(b)
        yield value("dates.strict", a, f"{a.text} {_shown(a.kind, a.first, a.last)}", f"{a.text} {_reading_shown(b)}")
        yield value("dates.kind", a, a.kind, kind)
        yield value("dates.interval", a, _interval(a.first, a.last), _interval(first, last))
        yield value("dates.grain", a, a.grain, b.granularity)
        yield value("dates.repaired", a, str(a.repaired), str(b.repaired))
    for g in pairing.missed:
        a = gold.dates[g]
        yield Judgement("dates.strict", "missed", a.start, a.end, f"{a.text} {_gold_shown(a)}", "")
    for p in pairing.false:
        b = predicted.dates[p]
        yield Judgement("dates.strict", "false", b.span.start, b.span.end, "", f"{b.span.text} {_reading_shown(b)}")


def _reading(date: DateMention) -> tuple[str, str | None, str | None]:
    """Kind and bounds as the gold has them: a recurring date is a deadline without bounds."""
    if date.kind == "recurring":
        return "deadline", None, None
    return date.kind, date.start, date.end


def _interval(first: str | None, last: str | None) -> str:
    return f"{first or ''}/{last or ''}"


def _shown(kind: str, first: str | None, last: str | None) -> str:
    return f"{kind} {_interval(first, last)}"


def _reading_shown(date: DateMention) -> str:
    return _shown(*_reading(date))


def _gold_shown(date: GoldDate) -> str:
    return _shown(date.kind, date.first, date.last)
