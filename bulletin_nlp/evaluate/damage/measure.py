"""How much of what damage hit is restored, wrongly restored, left open with its readings kept, or missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bulletin_nlp.evaluate.damage.edits import Damaged
from bulletin_nlp.evaluate.damage.readings import Reading, plain, read_target, same
from bulletin_nlp.evaluate.damage.simulate import simulate
from bulletin_nlp.evaluate.damage.targets import Target, targets
from bulletin_nlp.evaluate.evaluation import Predict
from bulletin_nlp.evaluate.gold import GoldBulletin
from bulletin_nlp.records import Bulletin, Repair
from bulletin_nlp.text.fold import fold

Outcome = Literal["restored", "wrong", "open", "misread", "missed", "false"]
_CONTEXT = 12
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
    """Outcomes added up.

    Attributes:
        restored: read as in the clean text.
        wrong: restored without doubt, and wrongly.
        open: no reading chosen, the right one among the candidates.
        misread: read wrongly as if nothing were damaged.
        missed: not read at all, or only wrong candidates.
        false: restored where nothing was lost.
    """

    restored: int = 0
    wrong: int = 0
    open: int = 0
    misread: int = 0
    missed: int = 0
    false: int = 0

    @property
    def pairs(self) -> int:
        """How many places damage hit."""
        return self.restored + self.wrong + self.open + self.misread + self.missed

    @property
    def precision(self) -> float | None:
        """Of what was restored without doubt, how much is right."""
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
        wanted = [t for t in targets(document) if same(read_target(clean, t, t.start, t.end).value, t.value)]
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


def _judge(name: str, kind: str, after: Damaged, wanted: Sequence[Target], found: Bulletin) -> Iterator[Case]:
    places: list[tuple[int, int]] = []
    for target in wanted:
        start, end = after.place(target.start, target.end)
        if start == end:  # lost whole: what is restored spans the words behind it
            end = _word_end(after.text, start)
        places.append((start, end))
        if after.touched(target.start, target.end):
            reading = read_target(found, target, start, end)
            outcome = _outcome(reading, target)
            context = after.text[max(0, start - _CONTEXT) : end + _CONTEXT]
            yield Case(name, kind, target.what, start, end, target.value, reading.value, outcome, context)
    for repair in found.repairs:
        start, end = repair.span.start, repair.span.end
        judged = any(a < end and start < b for a, b in places)
        if repair.restored is not None and not judged and not _was(repair, after):
            clean = after.clean[slice(*after.widened(*after.origin(start, end)))]
            context = after.text[max(0, start - _CONTEXT) : end + _CONTEXT]
            yield Case(name, kind, "other", start, end, clean, repair.restored, "false", context)


def _outcome(reading: Reading, target: Target) -> Outcome:
    if reading.value:
        if same(reading.value, target.value):
            return "restored"
        return "wrong" if reading.repaired else "misread"
    return "open" if any(same(candidate, target.value) for candidate in reading.candidates) else "missed"


def _was(repair: Repair, after: Damaged) -> bool:
    """Whether the clean text says what a repair restores."""
    start, end = after.origin(repair.span.start, repair.span.end)
    core, whole = after.clean[start:end], after.clean[slice(*after.widened(start, end))]
    restored = plain(repair.restored or "")
    return plain(core) in restored and restored in plain(whole) and repair.restored != fold(repair.span.text)


def _word_end(text: str, start: int) -> int:
    while text[start : start + 1].isspace():
        start += 1
    return start + 1
