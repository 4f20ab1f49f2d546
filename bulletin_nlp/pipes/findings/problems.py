"""Findings and commended facts: sentences of the right parts, each judged by its own words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from typing import cast

from bulletin_nlp.pipes.findings.classify import Judged, domains, natures
from bulletin_nlp.pipes.findings.clauses import clauses
from bulletin_nlp.pipes.findings.decide import finding_chance
from bulletin_nlp.pipes.findings.finding import Code, FindingMention
from bulletin_nlp.pipes.findings.in_rows import behind_number, finding_in_cell, may_tell
from bulletin_nlp.pipes.findings.labelled import labels_at
from bulletin_nlp.pipes.findings.measure import degree, frequency, quantifier
from bulletin_nlp.pipes.findings.polarity import Verdict, judge
from bulletin_nlp.pipes.findings.shape import shape
from bulletin_nlp.pipes.findings.stretches import Stretch, heading_over
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.tables.index import TableIndex
from bulletin_nlp.pipes.tables.rows import RowIndex
from bulletin_nlp.records import Degree, Frequency, Quantifier
from bulletin_nlp.text.sentences import split

_STOPS = "。;!?\t"
_SHORTEST = 4
_FEWEST_WORDS = 3
# A sentence that is taken for a finding by its place, mainly, is none where the model all but excludes it.
_UNSURE, _UNLIKELY = 0.7, 0.05
_SKIPPED = {"head", "distribution"}
_TELLING = {"situation", "praise"}


def find_problems(
    folded: str,
    outline: Outline,
    own: dict[int, list[Stretch]],
    named: Sequence[tuple[int, int]],
    names: Sequence[tuple[int, int]],
    rows: RowIndex,
    tables: TableIndex,
    paired: Set[Stretch],
) -> list[FindingMention]:
    """The findings and the commended facts of a bulletin.

    Args:
        folded: folded text, its tabs kept (a tab ends a cell).
        outline: the structure.
        own: the own stretches of each part.
        named: `(start, end)` of the named units, sorted; a commended fact names one.
        names: those, and the units told apart without a name (个别乡镇).
        rows: the rows of tables.
        tables: the tables whose headers say what a cell is.
        paired: the stretches of items of demands that state the finding answered there.

    Returns:
        Problems and praise in text order; a span runs from the marker, or from the detail behind a heading, to the
        mark that closes the sentence, exclusive.
    """
    title = outline["title"]
    about = folded[title["start"] : title["end"]] if title else ""
    found: list[FindingMention] = []
    follows = False  # whether the stretch before is a finding
    for stretch in sorted((s for part in own.values() for s in part), key=lambda s: s.start):
        role = "problems" if stretch in paired else outline["parts"][stretch.part]["role"]
        if role in _SKIPPED:
            continue
        labels = labels_at(folded, stretch.start, stretch.end)
        if labels and follows and shape().is_label_of_actor(labels[0]["field"]):
            found[-1]["labels"] += labels
            continue
        here = list(_in_stretch(folded, outline, stretch, role, about, names, rows, tables))
        follows = bool(here) and here[-1]["kind"] == "problem"
        found += here
    return [f for f in found if f["kind"] == "problem" or _names_one(named, f["start"], f["end"])]


def _in_stretch(
    folded: str,
    outline: Outline,
    stretch: Stretch,
    role: str,
    title: str,
    names: Sequence[tuple[int, int]],
    rows: RowIndex,
    tables: TableIndex,
) -> Iterator[FindingMention]:
    part = outline["parts"][stretch.part]
    heading = heading_over(outline, stretch.part)
    over = folded[heading["start"] : heading["end"]] if heading else ""
    marker = part["marker"] if stretch.first and part["heading"] is None else None
    in_row = rows.holding(stretch.start) or rows.holding(stretch.end - 1)
    if in_row and role in _TELLING:
        role = "appendix"  # the rows of a ranking list tell what each unit lacks
    for start, end in split(folded, stretch.start, stretch.end, stops=_STOPS, lines=in_row is not None):
        cell = rows.holding(start)
        place = tables.at(start)
        if (cell and cell.head) or (place and not may_tell(place)):
            continue
        told = place is not None and place.kind == "finding"
        begin = marker["end"] if marker and start == marker["start"] else start
        label = shape().label.match(folded, begin, end)
        if label:
            if shape().field(label["label"]) not in {"finding", "content"}:
                continue
            begin = start = label.end()
        if shape().praise_turn.match(folded, begin, end):
            role = "praise"
            continue
        words = shape().without_lead_in(folded, begin, end)
        if words == begin and marker and begin == marker["end"]:
            words = start
        if told:
            words = behind_number(folded, start, end)
            verdict = finding_in_cell(folded[words:end], names_unit=_names_one(names, start, end))
        else:
            verdict = _verdict(folded, max(words, begin), end, role, names, headed=heading is not None)
        if verdict is None or (in_row and not told and (verdict.rule.startswith("role") or verdict.kind == "praise")):
            continue  # a cell is a finding, and by its own words only
        finding = _finding(folded, verdict, words, end, over, title)
        finding["part"], finding["heading"] = stretch.part, heading
        yield finding


def _verdict(
    folded: str, start: int, end: int, role: str, names: Sequence[tuple[int, int]], *, headed: bool
) -> Verdict | None:
    """The verdict on a sentence that is a finding or a commended fact, else None."""
    text = folded[start:end].replace("\n", "")
    if len(text) < _SHORTEST or text.endswith(":") or shape().is_lead_in(text):
        return None
    if _rest(folded, start, end, names) < _FEWEST_WORDS:
        return None  # a name, and nothing said of it
    verdict = judge(text, role, names_unit=_names_one(names, start, end))
    if role in _TELLING and (verdict.kind != "problem" or not headed) and shape().inspection.search(text):
        return None
    if verdict.kind == "problem" and verdict.certainty <= _UNSURE:
        chance = finding_chance(text)
        if chance is not None and chance < _UNLIKELY:
            return None
    if role in _TELLING and verdict.kind == "neutral" and headed and _leads(names, start):
        verdict = Verdict("praise", 0.6, "a named unit leads the sentence")
    return verdict if verdict.kind in {"problem", "praise"} else None


def _rest(folded: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> int:
    """How many Chinese characters a sentence has besides the first unit that it names."""
    at = bisect_left(names, (start, 0))
    first = range(*names[at]) if at < len(names) and names[at][1] <= end else range(0)
    return sum(1 for place in range(start, end) if place not in first and "\u4e00" <= folded[place] <= "\u9fff")


def _leads(names: Sequence[tuple[int, int]], start: int) -> bool:
    at = bisect_left(names, (start, 0))
    return at < len(names) and names[at][0] <= start + 1


def _finding(folded: str, verdict: Verdict, start: int, end: int, over: str, title: str) -> FindingMention:
    text = folded[start:end]
    return FindingMention(
        start=start,
        end=end,
        kind=verdict.kind,
        rule=verdict.rule,
        certainty=verdict.certainty,
        part=None,
        heading=None,
        labels=[],
        clauses=list(clauses(folded, start, end)) if verdict.kind == "problem" else [],
        natures=[_code(j) for j in natures(text, start, heading=over)],
        domains=[_code(j) for j in domains(text, start, heading=over, title=title)]
        if verdict.kind == "problem"
        else [],
        quantifier=cast(Quantifier, quantifier(text).value),
        frequency=cast(Frequency, frequency(text).value),
        degree=cast(Degree, degree(text).value),
    )


def _code(judged: Judged) -> Code:
    return Code(code=judged.code, start=judged.start, end=judged.end, rule=judged.rule, weight=judged.weight)


def _names_one(names: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(names, (start, 0))
    return at < len(names) and names[at][1] <= end
