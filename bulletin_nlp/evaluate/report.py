"""An evaluation for people: tables, errors in context, gains and losses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bulletin_nlp.evaluate.agreement import Agreement
from bulletin_nlp.evaluate.baseline import CHANGES, Baseline, Difference
from bulletin_nlp.evaluate.bootstrap import intervals
from bulletin_nlp.evaluate.confusion import confusion
from bulletin_nlp.evaluate.evaluation import Document, Evaluation
from bulletin_nlp.evaluate.measures import MEASURES, whole_head
from bulletin_nlp.evaluate.score import Counts, Judgement, tally, tally_values

_COLUMNS = (
    ("dates", "dates.strict"),
    ("units", "units.span"),
    ("canon", "units.canonical"),
    ("problems", "problems.overlap"),
    ("nature", "problems.nature"),
    ("blamed", "problems.units"),
    ("recs", "recommendations.overlap"),
    ("due", "recommendations.deadline"),
    ("links", "recommendations.links"),
    ("good", "achievements.overlap"),
    ("refs", "references.span"),
)
_CONTEXT = 16
_CONFUSED = 12
_STYLE = {"hit": "green", "wrong": "yellow", "missed": "red", "false": "magenta"}


def render(
    evaluation: Evaluation,
    console: Console,
    baseline: Baseline | None = None,
    differences: Sequence[Difference] = (),
    errors: Sequence[str] = (),
    passes: Sequence[Agreement] = (),
) -> None:
    """Print an evaluation.

    Args:
        evaluation: what to print.
        console: where to.
        baseline: an earlier run; its figures are shown as differences.
        differences: the gains and losses against it.
        errors: keys of the measures whose errors are listed in context.
        passes: the agreement of two passes over the gold.
    """
    earlier = None if baseline is None else _earlier(evaluation, baseline)
    console.print(measures_table(evaluation, earlier))
    console.print(documents_table(evaluation))
    natures = tally_values(evaluation.judgements, "problems.nature")
    if natures:
        console.print(values_table("nature of the problems found, by code", natures))
    taken = confusion(evaluation.judgements, "problems.primary")[:_CONFUSED]
    if taken:
        console.print(_plain("primary nature taken for another", ("expected", "given", "times"), taken))
    if passes:
        rows = [(a.decision, a.decisions, a.equal, _part(a.kappa)) for a in passes]
        console.print(_plain("agreement of two passes", ("decision", "made", "equal", "κ"), rows))
    for document in evaluation.documents:
        for line in error_lines(document, errors):
            console.print(line, highlight=False, soft_wrap=True)
    if baseline is not None:
        for line in difference_lines(evaluation, differences):
            console.print(line, highlight=False, soft_wrap=True)


def measures_table(evaluation: Evaluation, earlier: dict[str, Counts] | None = None) -> Table:
    """One row a measure: counts, precision, recall, F1; accuracy alone for single values."""
    counts, bounds = tally(evaluation.judgements), intervals(evaluation.documents)
    table = Table(title=f"{len(evaluation.documents)} bulletins")
    table.add_column("measure")
    for heading in ("right", "false", "missed", "P", "R", "F1 / acc.", "95 %", *(["±"] if earlier is not None else [])):
        table.add_column(heading, justify="right")
    rows = [(measure.label, measure.accuracy, measure.key) for measure in MEASURES]
    first_after_head = next(i for i, measure in enumerate(MEASURES) if measure.group == "dates")
    rows.insert(first_after_head, ("head: all fields", True, ""))
    for label, accuracy, key in rows:
        score = counts.get(key) if key else whole_head(counts)
        if score is None or score == Counts():
            continue
        cells = [str(score.tp), str(score.fp), str(score.fn), _part(score.precision), _part(score.recall)]
        if accuracy:
            cells = [str(score.tp), "", str(score.fn), "", ""]
        cells += [_part(score.recall if accuracy else score.f1), _interval(bounds.get(key))]
        if earlier is not None:
            cells.append(_change(score, earlier.get(key) if key else whole_head(earlier)))
        table.add_row(label, *cells)
    return table


def documents_table(evaluation: Evaluation) -> Table:
    """One row a document: F1 (or accuracy) of the main measures."""
    table = Table(title="F1 by bulletin")
    table.add_column("bulletin")
    for heading in ("head", *(heading for heading, _ in _COLUMNS)):
        table.add_column(heading, justify="right")
    for document in evaluation.documents:
        counts = tally(document.judgements)
        cells = [_part(counts[key].f1) if key in counts else "" for _, key in _COLUMNS]
        table.add_row(escape(document.name), _part(whole_head(counts).f1), *cells)
    return table


def values_table(title: str, counts: dict[str, Counts]) -> Table:
    """One row a value of a field, such as a code."""
    table = Table(title=title)
    table.add_column("value")
    for heading in ("right", "false", "missed", "P", "R", "F1"):
        table.add_column(heading, justify="right")
    for value, score in counts.items():
        parts = (score.precision, score.recall, score.f1)
        table.add_row(value, str(score.tp), str(score.fp), str(score.fn), *map(_part, parts))
    return table


def error_lines(document: Document, measures: Sequence[str]) -> Iterator[str]:
    """Every error of some measures, in the order of the measures and of the text, as lines of console markup."""
    for measure in measures:
        errors = [j for j in document.judgements if j.measure == measure and j.verdict != "hit"]
        if errors:
            yield f"\n[bold]{escape(document.name)}  {measure}[/]  ({_summary(errors)})"
        for judgement in sorted(errors, key=lambda j: (j.start, j.end)):
            yield _line(document, judgement)


def difference_lines(evaluation: Evaluation, differences: Iterable[Difference]) -> Iterator[str]:
    """Gains and losses by document, the kinds of change in a fixed order."""
    documents = {document.name: document for document in evaluation.documents}
    grouped: dict[tuple[str, str], list[Difference]] = {}
    for difference in differences:
        grouped.setdefault((difference.document, difference.change), []).append(difference)
    if not grouped:
        yield "\nno gain and no loss against the baseline"
    for name, document in documents.items():
        for change in CHANGES:
            some = grouped.get((name, change), [])
            if some:
                yield f"\n[bold]{escape(name)}  {change}: {len(some)}[/]"
            for difference in some:
                yield f"{_line(document, difference.judgement)}  [dim]{difference.judgement.measure}[/]"


def _line(document: Document, judgement: Judgement) -> str:
    style = _STYLE[judgement.verdict]
    start, end = judgement.start, judgement.end
    place = f"{start:>6} "
    if end > start:
        before, after = document.text[max(0, start - _CONTEXT) : start], document.text[end : end + _CONTEXT]
        inside = document.text[start:end]
        shown = f"{_flat(before)}[{style} reverse]{_flat(inside)}[/]{_flat(after)}"
    else:
        shown = ""
    return f"  [{style}]{judgement.verdict:<6}[/] {place}{shown}{_values(judgement, document.text[start:end])}"


def _values(judgement: Judgement, inside: str) -> str:
    """The two values, where they say more than the characters shown already."""
    if judgement.verdict in ("missed", "false"):
        value = judgement.expected or judgement.given
        return "" if value == inside else f"  [bold]{_flat(value)}[/]"
    return f"  [green]{_flat(judgement.expected) or '∅'}[/] ≠ [red]{_flat(judgement.given) or '∅'}[/]"


def _flat(text: str) -> str:
    return escape(text.replace("\n", "⏎").replace("\r", "␍"))


def _summary(judgements: Iterable[Judgement]) -> str:
    verdicts = Counter(judgement.verdict for judgement in judgements)
    return ", ".join(f"{verdicts[v]} {v}" for v in ("wrong", "missed", "false") if verdicts[v])


def _interval(bounds: tuple[float, float] | None) -> str:
    return "" if bounds is None else f"{bounds[0]:.2f}–{bounds[1]:.2f}"


def _plain(title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    table = Table(title=title)
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    return table


def _part(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _change(now: Counts, before: Counts | None) -> str:
    if before is None or before.f1 is None or now.f1 is None:
        return ""
    change = now.f1 - before.f1
    return "=" if not change else f"[{'green' if change > 0 else 'red'}]{change:+.3f}[/]"


def _earlier(evaluation: Evaluation, baseline: Baseline) -> dict[str, Counts]:
    """The baseline's counts over the documents that both runs have."""
    shared = (baseline.judgements(document.name) or () for document in evaluation.documents)
    return tally(judgement for judgements in shared for judgement in judgements)
