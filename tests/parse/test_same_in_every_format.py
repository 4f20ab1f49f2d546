"""The same bulletin in every format gives the same records, from head to recommendations.

What may differ is stated: blanks (each format indents in its own way), the readers' remarks, and what DIFFERENCES says.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bulletin_nlp.parse.parser import Parser
from bulletin_nlp.read import formats, read_path
from bulletin_nlp.read.office import program
from bulletin_nlp.records import Bulletin

FORMATS = Path(__file__).parents[2] / "corpora" / "formats"
BY_LIBREOFFICE = {"doc", "rtf", "odt"}
CONTAINERS = {name for format_ in formats() if format_.read is None for name in (format_.name,)}
WITHOUT_TEXT = {"outlines.ofd"}
SAME = sorted(
    path
    for path in {*FORMATS.glob("*/bulletin.*"), *FORMATS.glob("ofd/*.ofd"), FORMATS / "pdf" / "turned.pdf"}
    if path.suffix != ".txt" and path.parent.name not in CONTAINERS and path.name not in WITHOUT_TEXT
)
DIFFERENCES: dict[str, set[str]] = {}
"""Folder of a format → the parts of a record that it may give otherwise."""


def bare(text: str) -> str:
    return "".join(text.split())


def records(bulletin: Bulletin) -> dict[str, Any]:
    """What a bulletin says, without offsets and ids."""
    head = bulletin.head
    names = {unit.id: (bare(unit.span.text), unit.match.canonical_name) for unit in bulletin.units}
    found = {problem.id: bare(problem.span.text) for problem in bulletin.problems}
    values = (head.title, head.series, head.document_number, head.source_name, head.author, head.signatory)
    to = head.recipients
    return {
        "head": [value and bare(value.value) for value in values],
        "issue": head.issue and (head.issue.year, head.issue.number, head.issue.total),
        "published": head.published and head.published.value,
        "region": head.region and head.region.name,
        "issuers": [names[id_] for id_ in head.issuers],
        "recipients": [[bare(v.value) for v in group] for group in (to.main, to.report_to, to.send_to, to.copy_to)],
        "sections": [
            (s.level, s.role, s.heading and bare(s.heading.text), bare(s.span.text)) for s in bulletin.sections
        ],
        "dates": [(bare(d.span.text), d.kind, d.start, d.end, d.role) for d in bulletin.dates],
        "units": [(names[unit.id], unit.roles, unit.kind, unit.quantifier, unit.count) for unit in bulletin.units],
        "problems": [
            (bare(p.span.text), p.heading and bare(p.heading.text), p.nature, p.domain, [names[id_] for id_ in p.units])
            for p in bulletin.problems
        ],
        "recommendations": [
            (
                bare(r.span.text),
                [names[id_] for id_ in r.units],
                [bare(action.text) for action in r.actions],
                r.deadline,
                [found[answer.problem_id] for answer in r.answers],
            )
            for r in bulletin.recommendations
        ],
        "tables": [
            (
                table.caption and bare(table.caption.text),
                [(bare(column.name), column.kind) for column in table.columns],
                [
                    (
                        row.kind,
                        [(cell.column, bare(cell.span.text), cell.merged) for cell in row.cells],
                        row.number,
                        [[names[id_] for id_ in group] for group in (row.units, row.responsible, row.supporting)],
                        [found[id_] for id_ in row.problems],
                        (row.deadline, row.progress, row.score, row.rank),
                    )
                    for row in table.rows
                ],
            )
            for table in bulletin.tables
        ],
        "figures": [(bare(f.span.text), f.value, f.unit) for f in bulletin.figures],
        "references": [r.title for r in bulletin.references],
        "repairs": [bare(repair.span.text) for repair in bulletin.repairs],
    }


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def plain(parser: Parser) -> dict[str, Any]:
    found = records(parser(read_path(FORMATS / "bulletin.txt")))
    assert len(found["problems"]) == 7
    (table,) = found["tables"]
    assert [(row[2], row[3][0][0][0], row[-1][0]) for row in table[2]] == [
        (1, "石坞乡", "2021-10-25"),
        (2, "苇塘镇", "2021-11-30"),
        (3, "松涧乡", "2021-10-31"),
    ]
    assert [deadline for *_, deadline, _ in found["recommendations"]] == ["2021-10-25", "2021-10-29", "2021-11-05"]
    return found


@pytest.mark.parametrize("path", SAME, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_records_are_those_of_the_plain_text(path: Path, parser: Parser, plain: dict[str, Any]) -> None:
    if path.parent.name in BY_LIBREOFFICE and program() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    read = records(parser(read_path(path)))
    for part in plain.keys() - DIFFERENCES.get(path.parent.name, set()):
        assert read[part] == plain[part], part
