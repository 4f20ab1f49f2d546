"""Who is blamed for a finding, and who is charged with a demand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, get_args

from bulletin_nlp.parse.subjects import UnitIndex, is_facility, subjects
from bulletin_nlp.pipes.findings.finding import DemandMention, FindingMention, Label
from bulletin_nlp.pipes.findings.polarity import judge
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.tables.index import BLAMED, TableIndex, blamed_kind, cells_in
from bulletin_nlp.pipes.tables.mention import TableMention
from bulletin_nlp.pipes.tables.rows import RowIndex, rows
from bulletin_nlp.records import UnitRole
from bulletin_nlp.text.sentences import split

_BLAMED = {"criticised"}
_CHARGED = {"responsible"}
_HIGHEST = 5  # headings looked at
_IN_HEADING = {"criticised", "inspected", "mentioned", "responsible"}
_MATTER = re.compile(r"的[^,。;\n]{1,20}由")
_ALL = frozenset(get_args(UnitRole))
_ANY = {"responsible", "mentioned", "criticised", "inspected"}
# A sentence that begins so goes on about the subject of the one before.
_NO_SUBJECT = re.compile(
    r"[\s,、]*(?:且|并|还|也|又|仍|未|没有|不|无|至今|目前|仅|只|其中|虽|对|将|在|由于|因|甚至|多次|长期|一直|个别)"
)


class Blame(NamedTuple):
    """Indices of unit mentions; `inherited`: they stand outside the finding."""

    units: list[int]
    inherited: bool


def blame(
    folded: str,
    problems: Sequence[FindingMention],
    outline: Outline,
    units: Sequence[Mapping[str, Any]],
    roles: Sequence[Sequence[str]],
    tables: Sequence[TableMention] = (),
) -> list[Blame]:
    """The units blamed for each finding.

    The subject's own mentions count first; a finding without any takes those of its heading (石门镇: 1. …), of its table
    row, or, where its sentence has no subject, of the finding before it in the same item.
    """
    index = UnitIndex(units, roles)
    table, typed = RowIndex(rows(folded)), TableIndex(tables)
    found: list[Blame] = []
    for position, problem in enumerate(problems):
        holder = _of_columns(problem, index, typed) or _of_row(folded, problem, index, table)
        if holder:
            found.append(Blame(holder, True))
            continue
        own = subjects(folded, index.inside(problem["start"], problem["end"], _BLAMED), problem["start"], index)
        below = _of_labels(problem["labels"], index)
        above = _of_headings(problem, outline, index)
        if below or (own and not (above and all(is_facility(folded, units[i]) for i in own))):
            found.append(Blame([*own, *below], not own))
            continue
        before = problems[position - 1] if position else None
        inherited = above or _of_cells(problem, outline, index) or _subject_of_heading(problem, index)
        if (
            not inherited
            and before is not None
            and before["part"] == problem["part"]
            and _NO_SUBJECT.match(folded, problem["start"])
        ):
            inherited = found[-1].units
        found.append(Blame(inherited, bool(inherited)))
    return found


def _of_labels(labels: Sequence[Label], index: UnitIndex) -> list[int]:
    """The units that lines below a finding name as responsible for it."""
    found: list[int] = []
    for label in labels:
        if label["field"] in {"responsible", "lead"}:
            found += index.inside(label["start"], label["end"], _ANY)
    return found


def _of_headings(problem: FindingMention, outline: Outline, index: UnitIndex) -> list[int]:
    """The units that the nearest heading consists of: that of the finding, else one above it."""
    part = problem["part"]
    headings = [problem["heading"]]
    while part is not None and len(headings) < _HIGHEST:
        headings.append(outline["parts"][part]["heading"])
        part = outline["parts"][part]["parent"]
    for heading in headings:
        if heading is None:
            continue
        inside = index.inside(heading["start"], heading["end"], _IN_HEADING)
        named = [i for i in inside if index.units[i]["kind"] == "named"]
        whole = sum(index.units[i]["end"] - index.units[i]["start"] for i in named)
        if named and whole * 2 >= heading["end"] - heading["start"]:
            return named
    return []


def _subject_of_heading(problem: FindingMention, index: UnitIndex) -> list[int]:
    """The unit that a judging heading begins with: 施工单位责任不落实."""
    heading = problem["heading"]
    if heading is None:
        return []
    inside = index.inside(heading["start"], heading["end"], _BLAMED)
    return [i for i in inside[:1] if index.units[i]["start"] == heading["start"]]


def _of_columns(problem: FindingMention, index: UnitIndex, tables: TableIndex) -> list[int]:
    """The units in the column of units of the rows that the finding's cell covers; where the header names none, in that of those responsible."""
    place = tables.at(problem["start"])
    kind = blamed_kind(place.table) if place and place.cell else None
    if place is None or place.cell is None or kind is None:
        return []
    wanted = BLAMED[BLAMED.index(kind) :]
    rows = tables.rows_of(place.cell)
    cells = [dict.fromkeys(at for row in rows for at in cells_in(place.table, row, each)) for each in wanted]
    found = ([i for start, end in group for i in index.inside(start, end, _ANY)] for group in cells)
    return next((units for units in found if units), [])


def _of_row(folded: str, problem: FindingMention, index: UnitIndex, table: RowIndex) -> list[int]:
    """The units that fill the cells before the finding, where it stands in a row of a table."""
    row = table.holding(problem["start"])
    if row is None:
        return []
    before = index.inside(row.start, problem["start"], {"criticised", "inspected", "mentioned", "responsible"})
    return [i for i in before if _fills_its_cell(folded, index.units[i], blanks=row.blanks)]


def _fills_its_cell(folded: str, unit: Mapping[str, Any], *, blanks: bool) -> bool:
    edges = "\t\n、,和 " if blanks else "\t\n、,和"
    before, after = folded[unit["start"] - 1 : unit["start"]], folded[unit["end"] : unit["end"] + 1]
    return before in edges and after in edges


def _of_cells(problem: FindingMention, outline: Outline, index: UnitIndex) -> list[int]:
    """In an appendix whose cells stand on lines of their own: the nearest unit before the finding."""
    part = problem["part"]
    if part is None or outline["parts"][part]["role"] != "appendix":
        return []
    start = outline["parts"][part]["start"]
    before = index.inside(start, problem["start"], {"criticised", "inspected", "mentioned"})
    return before[-1:]


def commended(
    folded: str,
    praise: Sequence[FindingMention],
    units: Sequence[Mapping[str, Any]],
    roles: Sequence[Sequence[str]],
) -> list[list[int]]:
    """The units that each commended fact praises: those praised in it, else those that it names."""
    index = UnitIndex(units, roles)
    found: list[list[int]] = []
    for fact in praise:
        start, end = fact["start"], fact["end"]
        named = [i for i in index.inside(start, end, _ALL) if units[i]["kind"] == "named"]
        praised = subjects(folded, index.inside(start, end, {"praised"}) or named, start, index, praise=True)
        if any(units[i]["kind"] == "named" for i in praised):
            praised = [i for i in praised if units[i]["kind"] != "anonymous"]
        found.append(praised)
    return found


def charged(
    folded: str,
    demand: DemandMention,
    units: Sequence[Mapping[str, Any]],
    roles: Sequence[Sequence[str]],
) -> list[int]:
    """The units charged with a demand: those of its words, those that lead its sentences, those of its labelled lines."""
    index = UnitIndex(units, roles)
    found = index.inside(demand["start"], demand["end"], _CHARGED)
    leading = _leading(folded, demand, index)
    found = sorted({*(i for i in found if not _owns_the_matter(folded, units, i)), *leading})
    for label in demand["labels"]:
        if label["field"] in {"responsible", "lead", "support"}:
            found += index.inside(label["start"], label["end"], _CHARGED | {"mentioned", "criticised", "inspected"})
    return found


def _leading(folded: str, demand: DemandMention, index: UnitIndex) -> set[int]:
    """The units that a sentence of a demand begins with, where no other one of it is charged: 县财政局资金拨付不得超过7日."""
    found: set[int] = set()
    for start, end in split(folded, demand["start"], demand["end"], stops="。;"):
        inside = index.inside(start, end, _ANY | {"supervisor"})
        if not inside or _CHARGED & set(index.roles[inside[0]]):
            continue
        group: list[int] = []
        for i in inside:
            at = index.units[group[-1]]["end"] if group else start
            between = folded[at : index.units[i]["start"]]
            if between not in ({"、", "和", "与", "及"} if group else {"", "请", "由"}):
                break
            group.append(i)
        told = bool(group) and judge(folded[start:end].replace("\n", ""), "recommendations").kind == "demand"
        if (
            told
            and {"mentioned", "supervisor"} & set(index.roles[group[-1]])
            and not _owns_the_matter(folded, index.units, group[-1])
        ):
            found.update(group)
    return found


def _owns_the_matter(folded: str, units: Sequence[Mapping[str, Any]], i: int) -> bool:
    """Whether a unit, or the list that it stands in, only says whose matter it is: 甲村、乙村的问题由县住建局处理."""
    last = i
    while last + 1 < len(units) and folded[units[last]["end"] : units[last + 1]["start"]] in {"、", "和"}:
        last += 1
    return bool(_MATTER.match(folded, units[last]["end"]))
