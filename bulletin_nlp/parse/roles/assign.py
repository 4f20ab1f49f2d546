"""The role of each unit: the place that it stands in decides which rules are asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bulletin_nlp.parse.roles.columns import Columns
from bulletin_nlp.parse.roles.context import Context
from bulletin_nlp.parse.roles.demand import in_demand, in_demanding_part, own_plan
from bulletin_nlp.parse.roles.fields import field_roles
from bulletin_nlp.parse.roles.finding import in_finding
from bulletin_nlp.parse.roles.given import Given, one
from bulletin_nlp.parse.roles.groups import Group
from bulletin_nlp.parse.roles.opening import in_opening
from bulletin_nlp.parse.roles.tables import Rows
from bulletin_nlp.pipes.findings.finding import DemandMention, FindingMention
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.tables.mention import TableMention
from bulletin_nlp.pipes.units.mention import UnitMention
from bulletin_nlp.records import UnitRole

_LABELLED: dict[str, UnitRole] = {
    "responsible": "responsible",
    "lead": "responsible",
    "support": "responsible",
    "supervisor": "supervisor",
}


def assign_roles(
    text: str,
    units: Sequence[UnitMention],
    outline: Outline,
    problems: Sequence[FindingMention],
    demands: Sequence[DemandMention],
    praise: Sequence[FindingMention],
    tables: Sequence[TableMention] = (),
) -> list[Given]:
    """The roles of each unit, the one that counts first, and the rule that gave each.

    Args:
        text: the text as read.
        units: its unit mentions, in text order.
        outline: its structure.
        problems: the findings.
        demands: the demands.
        praise: the commended facts.
        tables: the tables, whose headers say what the units of a column do.

    Returns:
        One entry for each mention, in their order.
    """
    return _Assigner(Context(text, units, outline, problems, demands, praise), outline, tables).roles()


class _Assigner:
    def __init__(self, context: Context, outline: Outline, tables: Sequence[TableMention]) -> None:
        self.context, self.fields = context, outline["fields"]
        self.rows = Rows(context.plain, context.problems)
        self.columns = Columns(tables, context.problems)

    def roles(self) -> list[Given]:
        """The roles of all units; a later mention of an inspected one in a neutral sentence is that, too."""
        context = self.context
        fields = field_roles(context.folded, context.units, self.fields)
        found: list[Given] = []
        for index, unit in enumerate(context.units):
            given = fields.get(index) or self._role(index, unit, context.groups[index])
            surface, role = context.surface(unit), given.roles[0]
            if role == "inspected":
                context.inspected.add(surface)
            elif role in {"supervisor", "issuer"} and unit["kind"] == "named" and context.key(unit):
                context.supervisors.add(context.key(unit))
            elif role == "mentioned" and surface in context.inspected and self._part_role(index) == "situation":
                given = one("inspected", "inspected_again")
            found.append(given)
        return found

    def _part_role(self, index: int) -> str:
        part = self.context.parts[index]
        return part["role"] if part else "other"

    def _role(self, index: int, unit: UnitMention, group: Group) -> Given:
        context, start, end = self.context, unit["start"], unit["end"]
        cell = self.columns.cell(start)
        if cell and (column := self.columns.role(cell)):
            return column
        if label := context.labels.holding(start, end):
            return one(_LABELLED.get(label["field"], "mentioned"), f"label_{label['field']}")
        if cell is None and (row := self.rows.role(unit)):
            return row
        if context.demands.holding(start, end):
            return in_demand(context, unit, group)
        if labelled := self._label_line(index, group):
            return labelled
        problem = context.problems.holding(start, end)
        if problem and self._part_role(index) != "praise":
            return in_finding(context, unit, group, problem)
        if context.praise.holding(start, end) and start >= context.opening_end:
            return one("mentioned", "beside") if group.fits("beside") else one("praised", "praise")
        if context.headings.holding(start, end):
            return one("mentioned", "obeyed") if group.before_fits("obeyed") else one("criticised", "heading")
        return self._elsewhere(index, unit, group)

    def _label_line(self, index: int, group: Group) -> Given | None:
        """责任单位:… behind a finding names who is blamed, behind anything else who is charged."""
        if group.before_fits("blamed_label"):
            role: UnitRole = "criticised" if self._part_role(index) in {"problems", "criticism"} else "responsible"
            return one(role, "blamed_label")
        if group.before_fits("charged_label"):
            return one("responsible", "charged_label")
        return one("supervisor", "watching_label") if group.before_fits("watching_label") else None

    def _elsewhere(self, index: int, unit: UnitMention, group: Group) -> Given:
        context, part = self.context, self._part_role(index)
        if part == "appendix":
            return self._in_appendix(unit)
        if part in {"distribution", "head"}:
            return one("mentioned", part)
        if group.fits("ranked"):
            return one("inspected", "ranked")
        if part == "criticism" and group.before.rstrip().endswith(":"):
            return one("criticised", "criticism_list")
        if part in {"criticism", "recommendations", "other", "problems"} and (
            group.fits("sanctioned") or group.fits("deprived")
        ):
            return one("criticised", "sanctioned")
        if context.is_a("inspectors", unit):
            return one("supervisor", "inspectors")
        if part == "recommendations" and (given := in_demanding_part(context, unit, group)):
            return given
        if part == "situation":
            return in_opening(context, unit, group)
        if plan := own_plan(group):
            return plan
        if context.is_a("team", unit) and group.after[:2] not in {"反馈"}:
            return one("supervisor", "team")
        return self._subject(part, group)

    def _subject(self, part: str, group: Group) -> Given:
        """Who opens a clause in a part that blames or praises is what the part is about."""
        if part == "problems" and (group.after_fits("lead_in") or group.before_fits("subject")):
            return one("criticised", "subject")
        if part == "praise" and group.before_fits("subject"):
            return one("praised", "subject")
        return one("mentioned", "neutral")

    def _in_appendix(self, unit: UnitMention) -> Given:
        """A unit that fills a cell is criticised where a finding stands before the next such unit, else inspected."""
        context = self.context
        finding = context.problems.next_after(unit["start"], len(context.folded))
        following = bisect_right(context.starts, unit["start"])
        next_unit = context.starts[following] if following < len(context.starts) else len(context.folded)
        return one("criticised", "cell") if finding < next_unit else one("inspected", "cell")
