"""Findings and demands of tables, as their headers have it: a cell below 存在问题 is a finding, one below 整改措施 a demand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bulletin_nlp.pipes.findings.decide import finding_chance
from bulletin_nlp.pipes.findings.finding import Label
from bulletin_nlp.pipes.findings.polarity import Verdict, judge
from bulletin_nlp.pipes.findings.stretches import Stretch
from bulletin_nlp.pipes.tables.index import Place, cells_in
from bulletin_nlp.pipes.tables.mention import Row, TableMention
from bulletin_nlp.pipes.tables.words import words
from bulletin_nlp.records.table import ColumnKind
from bulletin_nlp.text.enumerators import at_line_start
from bulletin_nlp.text.sentences import trim

ROW_RULE = "table-row"
_AS_LIKELY = 0.5  # a finding as not: then the column decides
_FEWEST = 2  # Chinese characters of a finding in its own column
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_DONE = re.compile(r"(?:目前|现)?已[^,。;的]{0,12}(?:[,。;]|$)")
_MAY_TELL: frozenset[ColumnKind] = frozenset({"finding", "item", "note", "other"})
_LABELS: tuple[tuple[ColumnKind, str], ...] = (
    ("responsible", "responsible"),
    ("supporting", "support"),
    ("supervisor", "supervisor"),
    ("deadline", "deadline"),
)


class RowDemand(NamedTuple):
    """A cell that demands something, in a part of the outline, with who answers for it and when it is due."""

    part: int
    start: int
    end: int
    labels: list[Label]


def may_tell(place: Place) -> bool:
    """Whether a cell may hold a finding: its column is one of findings, or says nothing of what it holds."""
    return place.row is not None and place.row["kind"] == "record" and place.kind in _MAY_TELL


def finding_in_cell(text: str, *, names_unit: bool) -> Verdict | None:
    """The verdict on words in a column of findings: a finding unless they say nothing, demand or commend."""
    flat = text.replace("\n", "")
    if len(_CHINESE.findall(flat)) < _FEWEST or words().says("nothing", flat.rstrip("。;")):
        return None
    verdict = judge(flat, "problems", names_unit=names_unit)
    if verdict.kind == "neutral" or (verdict.kind == "demand" and (finding_chance(flat) or 0.0) >= _AS_LIKELY):
        return Verdict("problem", 0.6, "table: a column of findings")
    return verdict if verdict.kind == "problem" else None


def behind_number(folded: str, start: int, end: int) -> int:
    """Where words begin behind a number of their own (1. …)."""
    marker = at_line_start(folded, start, end)
    return trim(folded, marker.end, end)[0] if marker else start


def without_tables(stretches: Sequence[Stretch], tables: Sequence[TableMention]) -> list[Stretch]:
    """The stretches outside tables, both in text order."""
    starts = [table["start"] for table in tables]

    def outside(stretch: Stretch) -> bool:
        at = bisect_right(starts, stretch.start) - 1
        return at < 0 or stretch.start >= tables[at]["end"]

    return [stretch for stretch in stretches if outside(stretch)]


def row_demands(folded: str, tables: Sequence[TableMention], own: Mapping[int, Sequence[Stretch]]) -> list[RowDemand]:
    """What rows demand: their cells of measures, except those that tell of what is done.

    Args:
        folded: folded text.
        tables: the tables.
        own: the own stretches of each part.
    """
    parts = sorted((s.start, s.part) for mine in own.values() for s in mine)
    starts = [start for start, _ in parts]
    found = []
    for table in tables:
        kinds = {column["kind"] for column in table["columns"]}
        if "measure" not in kinds or kinds & {"score", "rank"}:
            continue
        for row in table["rows"]:
            for cell in row["cells"]:
                if (
                    table["columns"][cell["column"] - 1]["kind"] != "measure"
                    or cell["merged"]
                    or row["kind"] != "record"
                ):
                    continue
                start, end = cell["start"], cell["end"]
                at = bisect_right(starts, start) - 1
                if at < 0 or words().says("nothing", folded[start:end]) or _DONE.match(folded, start, end):
                    continue
                found.append(RowDemand(parts[at][1], start, end, _labels(table, row)))
    return found


def _labels(table: TableMention, row: Row) -> list[Label]:
    """What the row says beside the demand; its unit answers where no other one is named."""
    labels = [
        Label(field=field, start=start, end=end) for kind, field in _LABELS for start, end in cells_in(table, row, kind)
    ]
    if not any(label["field"] == "responsible" for label in labels):
        labels += [Label(field="responsible", start=start, end=end) for start, end in cells_in(table, row, "unit")]
    return sorted(labels, key=lambda label: label["start"])
