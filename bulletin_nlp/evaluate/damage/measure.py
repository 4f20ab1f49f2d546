"""How much of what damage hit is restored, wrongly restored, left open with its readings kept, or missed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bulletin_nlp.evaluate.damage.edits import Damaged
from bulletin_nlp.evaluate.damage.simulate import simulate
from bulletin_nlp.evaluate.damage.targets import Target, date_value, targets
from bulletin_nlp.evaluate.evaluation import Predict
from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.pipes.dates.repair import CLEAR
from bulletin_nlp.records import Bulletin, Repair
from bulletin_nlp.text.fold import fold

Outcome = Literal["restored", "wrong", "open", "missed", "false"]
_BLANKS = re.compile(r"\s+")
_SPOILT = {"lost-date-characters", "ocr"}


class Case(NamedTuple):
    """One place that damage hit, and what became of it; offsets are of the damaged text."""

    document: str
    kind: str
    what: str
    start: int
    end: int
    expected: str
    given: str
    outcome: Outcome
    context: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Outcomes added up; `wrong` counts what was restored wrongly, `false` what was restored where nothing was lost."""

    restored: int = 0
    wrong: int = 0
    open: int = 0
    missed: int = 0
    false: int = 0

    @property
    def pairs(self) -> int:
        """How many places damage hit."""
        return self.restored + self.wrong + self.open + self.missed

    @property
    def precision(self) -> float | None:
        """Of what was given without doubt, how much is right."""
        given = self.restored + self.wrong + self.false
        return self.restored / given if given else None

    @property
    def recall(self) -> float | None:
        """Of what damage hit, how much is restored."""
        return self.restored / self.pairs if self.pairs else None


def measure(
    gold: Iterable[GoldBulletin], predict: Predict, kinds: Sequence[str], seed: int, rounds: int
) -> Iterator[Case]:
    """Damage clean bulletins and judge what is read in them.

    Bulletins tagged as damaged already are passed over, and so is what is misread in the clean text: the figures are
    those of repair alone.

    Args:
        gold: tagged bulletins.
        predict: gives the bulletin of a text.
        kinds: kinds of damage, of `KINDS`.
        seed: of the damage; the same seed gives the same cases.
        rounds: how often each bulletin is damaged in each kind.
    """
    for document in gold:
        if _SPOILT & set(document.front.noise):
            continue
        clean = predict(document.text)
        wanted = [t for t in targets(document) if _reading(clean, t, t.start, t.end) == (t.value, "")]
        name = "/".join(document.name.replace("\\", "/").split("/")[-2:])
        for kind in kinds:
            for round_ in range(rounds):
                after = simulate(document.text, kind, f"{seed}:{round_}:{document.front.title}")
                yield from _judge(name, kind, after, wanted, predict(after.text))


def tally(cases: Iterable[Case], key: Callable[[Case], str]) -> dict[str, Tally]:
    """The outcomes by a key of the cases, keys in the order of their first case."""
    counts: dict[str, dict[str, int]] = {}
    for case in cases:
        row = counts.setdefault(key(case), {})
        row[case.outcome] = row.get(case.outcome, 0) + 1
    return {name: Tally(**row) for name, row in counts.items()}


def _judge(name: str, kind: str, after: Damaged, wanted: list[Target], found: Bulletin) -> Iterator[Case]:
    places: list[tuple[int, int]] = []
    for target in wanted:
        start, end = after.place(target.start, target.end)
        if target.what == "enumerator" and start == end:
            end = _word_end(after.text, start)
        places.append((start, end))
        if not after.touched(target.start, target.end):
            continue
        given, candidates = _reading(found, target, start, end)
        outcome: Outcome = "missed"
        if given and not (given.endswith(" /") and not target.value.endswith(" /")):
            outcome = "restored" if _same(given, target.value) else "wrong"
        elif any(_same(candidate, target.value) for candidate in candidates.split("|")):
            outcome = "open"
        context = after.text[max(0, start - 12) : end + 12]
        yield Case(name, kind, target.what, start, end, target.value, given, outcome, context)
    for repair in found.repairs:
        start, end = repair.span.start, repair.span.end
        if (
            repair.restored is not None
            and not any(a < end and start < b for a, b in places)
            and not _was(repair, after)
        ):
            clean = after.clean[slice(*after.widened(*after.origin(start, end)))]
            context = after.text[max(0, start - 12) : end + 12]
            yield Case(name, kind, "other", start, end, clean, repair.restored, "false", context)


def _was(repair: Repair, after: Damaged) -> bool:
    """Whether the clean text says what a repair restores."""
    start, end = after.origin(repair.span.start, repair.span.end)
    core, whole = after.clean[start:end], after.clean[slice(*after.widened(start, end))]
    restored = _plain(repair.restored or "")
    return _plain(core) in restored and restored in _plain(whole) and repair.restored != fold(repair.span.text)


def _plain(text: str) -> str:
    return _BLANKS.sub("", fold(text))


def _same(given: str, expected: str) -> bool:
    return _plain(given) == _plain(expected)


def _word_end(text: str, start: int) -> int:
    while text[start : start + 1].isspace():
        start += 1
    return start + 1


def _reading(found: Bulletin, target: Target, start: int, end: int) -> tuple[str, str]:
    """What a bulletin says at a place: the value given without doubt, or else the candidates, joined by |."""
    if target.what == "date":
        return _date(found, start, end)
    repairs = [r for r in found.repairs if r.span.start < end and start < r.span.end]
    for repair in repairs:
        if repair.restored is not None:
            return _part(target, repair.restored), ""
    if target.what == "issue number":
        issue = found.head.issue
        if issue and issue.number is not None and issue.span.start < end and start < issue.span.end:
            return f"第{issue.number}期", ""
    elif target.what == "document number":
        number = found.head.document_number
        if number and number.span.start < end and start < number.span.end:
            return _part(target, number.value), ""
    elif target.what == "enumerator":
        for section in found.sections:
            if section.marker and section.marker.start < end and start < section.marker.end:
                return _plain(section.marker.text), ""
    else:
        for figure in found.figures:
            if figure.span.start < end and start < figure.span.end:
                return f"{figure.value:g}{figure.unit}", ""
    return "", "|".join(_part(target, c.restored) for r in repairs for c in r.candidates)


_DOCUMENT = re.compile(r"\[\d{4}\]\d{1,4}号")
_ISSUE = re.compile(r"第\d{1,4}期")
_MARKER = re.compile(r"\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、")


def _part(target: Target, restored: str) -> str:
    """Of what a repair restores, the part that a target asks for; all of it where it holds no such part."""
    pattern = {"document number": _DOCUMENT, "issue number": _ISSUE, "enumerator": _MARKER}.get(target.what)
    match = pattern.search(_plain(restored)) if pattern else None
    if target.what == "count" and _plain(restored).startswith(target.value):
        return target.value
    return match[0] if match else _plain(restored)


def _date(found: Bulletin, start: int, end: int) -> tuple[str, str]:
    near = [d for d in found.dates if d.span.start < end and start < d.span.end]
    if not near:
        return "", ""
    best = max(near, key=lambda d: (min(end, d.span.end) - max(start, d.span.start), -d.span.start))
    value = date_value(best.kind, best.start, best.end)
    if best.repaired and best.certainty < CLEAR:
        others = [date_value(best.kind, c.start, c.end) for c in best.candidates]
        ranges = [date_value("range", c.start, c.end) for c in best.candidates]
        points = [date_value("point", c.start, c.end) for c in best.candidates]
        return "", "|".join([value, *others, *ranges, *points])
    return value, ""
