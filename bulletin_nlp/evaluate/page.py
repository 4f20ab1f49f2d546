"""An evaluation as one static page: figures with their intervals, confusion, and every error in its context."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from typing import TextIO

from bulletin_nlp.evaluate.agreement import Agreement
from bulletin_nlp.evaluate.bootstrap import intervals
from bulletin_nlp.evaluate.confusion import confusion
from bulletin_nlp.evaluate.evaluation import Document, Evaluation
from bulletin_nlp.evaluate.measures import MEASURES
from bulletin_nlp.evaluate.score import Counts, Judgement, tally, tally_values

_CONTEXT = 24
_CONFUSED = (("problems.primary", "primary nature"), ("units.role", "first role"), ("dates.kind", "kind of date"))


def write_page(evaluation: Evaluation, stream: TextIO, passes: Sequence[Agreement] = ()) -> None:
    """Write the page; it makes no request and runs no script.

    Args:
        evaluation: what to show.
        stream: where to, opened as UTF-8.
        passes: the agreement of two passes over the gold, where it is known.
    """
    css = resources.files(__package__).joinpath("report.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    stream.write(
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>Evaluation of {len(evaluation.documents)} bulletins</title>\n<style>{css}</style></head>\n<body>\n"
        f"<h1>Evaluation of {len(evaluation.documents)} bulletins</h1>\n"
    )
    for part in _parts(evaluation, passes):
        stream.write(part)
    stream.write("</body></html>\n")


def _parts(evaluation: Evaluation, passes: Sequence[Agreement]) -> Iterator[str]:
    judgements = evaluation.judgements
    bounds = intervals(evaluation.documents)
    counts = tally(judgements)
    rows = [
        (m.label, *_cells(counts[m.key], accuracy=m.accuracy), _interval(bounds.get(m.key)))
        for m in MEASURES
        if counts.get(m.key, Counts()) != Counts()
    ]
    headings = ("measure", "right", "false", "missed", "P", "R", "F1 / acc.", "95 % interval")
    yield _table("Figures", headings, rows)
    natures = tally_values(judgements, "problems.nature").items()
    yield _table("Nature, by code", ("code", *headings[1:7]), [(code, *_cells(c)) for code, c in natures])
    for measure, label in _CONFUSED:
        pairs = [(a or "∅", b or "∅", str(n)) for a, b, n in confusion(judgements, measure)]
        yield _table(f"Taken for another: {label}", ("expected", "given", "times"), pairs)
    agreed = [(a.decision, str(a.decisions), str(a.equal), _part(a.kappa)) for a in passes]
    yield _table("Agreement of two passes over the gold", ("decision", "made", "equal", "κ"), agreed)
    main = {measure.key for measure in MEASURES if measure.main}
    for document in evaluation.documents:
        yield _errors(document, [j for j in document.judgements if j.verdict != "hit" and j.measure in main])


def _cells(counts: Counts, *, accuracy: bool = False) -> tuple[str, ...]:
    if accuracy:
        return str(counts.tp), "", str(counts.fn), "", "", _part(counts.recall)
    parts = (counts.precision, counts.recall, counts.f1)
    return str(counts.tp), str(counts.fp), str(counts.fn), *map(_part, parts)


def _part(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _interval(bounds: tuple[float, float] | None) -> str:
    return "" if bounds is None else f"{bounds[0]:.3f} – {bounds[1]:.3f}"


def _table(title: str, headings: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
    """A table under a heading; nothing where it has no row."""
    if not rows:
        return ""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<h2>{escape(title)}</h2>\n<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>\n"


def _errors(document: Document, errors: Sequence[Judgement]) -> str:
    if not errors:
        return f"<h2>{escape(document.name)}</h2>\n<p>no error</p>\n"
    lines = []
    for measure in dict.fromkeys(j.measure for j in errors):
        some = sorted((j for j in errors if j.measure == measure), key=lambda j: (j.start, j.end))
        items = "\n".join(_error(document.text, judgement) for judgement in some)
        lines.append(f"<h3>{escape(measure)} · {len(some)}</h3>\n<ol>{items}</ol>")
    return f"<h2>{escape(document.name)}</h2>\n" + "\n".join(lines) + "\n"


def _error(text: str, judgement: Judgement) -> str:
    start, end = judgement.start, judgement.end
    before, inside, after = text[max(0, start - _CONTEXT) : start], text[start:end], text[end : end + _CONTEXT]
    shown = f"{_flat(before)}<mark>{_flat(inside)}</mark>{_flat(after)}" if end > start else ""
    values = " ≠ ".join(_flat(value) or "∅" for value in (judgement.expected, judgement.given))
    told = (
        "" if judgement.verdict in ("missed", "false") and inside in (judgement.expected, judgement.given) else values
    )
    return (
        f'<li class="{judgement.verdict}"><span class="verdict">{judgement.verdict}</span> '
        f'<span lang="zh">{shown}</span> <span class="values">{told}</span></li>'
    )


def _flat(text: str) -> str:
    return escape("".join(c if c.isprintable() else "⏎" if c == "\n" else " " for c in text))
