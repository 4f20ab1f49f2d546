"""From what the components found in a Doc to the records of a Bulletin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bulletin_nlp import __version__
from bulletin_nlp.parse.acts import act_records
from bulletin_nlp.parse.anaphora import anaphora_of
from bulletin_nlp.parse.anchor import Anchored, anchor
from bulletin_nlp.parse.answers import answers_of
from bulletin_nlp.parse.blame import Blame, blame, charged, commended
from bulletin_nlp.parse.dates import date_records
from bulletin_nlp.parse.demands import recommendation_records
from bulletin_nlp.parse.findings import achievement_records, problem_records
from bulletin_nlp.parse.heads import head_of
from bulletin_nlp.parse.hinted import hinted_day
from bulletin_nlp.parse.ids import Ids
from bulletin_nlp.parse.published import own_dates, reference_of
from bulletin_nlp.parse.quote import Quoter
from bulletin_nlp.parse.remarks import remarks_of
from bulletin_nlp.parse.repairs import repair_records
from bulletin_nlp.parse.restored import broken_numbers, with_numbers
from bulletin_nlp.parse.roles import assign_roles
from bulletin_nlp.parse.tables import answers_of_rows, table_records
from bulletin_nlp.parse.units import issuers_of, unit_records
from bulletin_nlp.pipes.structure.outline import Outline
from bulletin_nlp.pipes.units.locations import locations
from bulletin_nlp.read import SourceText
from bulletin_nlp.reconcile import Registry, detect_region, link, rejected
from bulletin_nlp.records import Bulletin, Figure, Provenance, Reference, Region, Remark, Section
from bulletin_nlp.text.fold import fold
from bulletin_nlp.text.misread import misreadings

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bulletin_nlp.parse.parser import Parser


class Assembly:
    """The making of one bulletin: reads the mentions of a Doc, resolves them against each other, builds the records."""

    def __init__(self, source: SourceText, doc: Doc, parser: Parser) -> None:
        self.source, self.parser = source, parser
        self.text = source.text
        self.folded = fold(source.text, tabs=True)
        self.data: dict[str, Any] = doc.user_data
        self.numbers = broken_numbers(self.folded, self.data["bulletin_outline"])
        self.outline: Outline = with_numbers(self.data["bulletin_outline"], self.numbers)
        self.quote, self.ids = Quoter(source.text), Ids(source.id)
        self.registry: Registry | None = None

    def bulletin(self) -> Bulletin:
        """Everything, verified."""
        sections = self._sections()
        own = own_dates(self.outline, self.data["bulletin_dates"], self.folded)
        hinted = None if own or self.parser.published else hinted_day(self.source.hints)
        reference = reference_of(self.outline, own, self.parser.published or hinted)
        anchored: Anchored = anchor(self.text, self.data["bulletin_dates"], reference)
        problems, praise, demands, acts = (
            self.data[f"bulletin_{name}"] for name in ("problems", "praise", "demands", "acts")
        )
        mentions, tables = self.data["bulletin_units"], self.data["bulletin_tables"]
        verdict = self.parser.region or detect_region(self.text, mentions, list(self.source.hints.values()))
        self.registry = self.parser.registries.of(verdict)
        no_units = rejected(self.text, mentions, self.registry, reference.published, verdict)
        struck = [self.quote.of(mentions[number]) for number in no_units]
        mentions = [mention for number, mention in enumerate(mentions) if number not in no_units]
        matches = link(self.text, mentions, verdict, reference.published, self.registry)
        given = assign_roles(self.text, mentions, self.outline, problems, demands, praise, tables)
        roles = [each.roles for each in given]
        units = unit_records(mentions, matches, given, self.ids, self.quote)
        dates = date_records(anchored, self.outline, demands, self.ids, self.quote)
        figures = self._figures()
        blamed: list[Blame] = blame(self.folded, problems, self.outline, mentions, roles, tables)
        places = locations(self.text, mentions)
        found = problem_records(problems, blamed, units, dates, figures, places, sections, self.ids, self.quote)
        praised = commended(self.folded, praise, mentions, roles)
        charges = [charged(self.folded, demand, mentions, roles) for demand in demands]
        answers = answers_of((problems, blamed, found), (demands, charges), units, self.outline, self.folded)
        answers |= answers_of_rows(problems, found, demands, tables)
        wanted = recommendation_records(
            self.folded, demands, charges, answers, units, dates, sections, self.ids, self.quote
        )
        listed = table_records(tables, units, dates, found, wanted, self.ids, self.quote)
        plans, sanctions = act_records(acts, units, dates, sections, self.ids, self.quote)
        region = None if verdict is None else Region(**verdict.record())
        head = head_of(self.outline, own, region, issuers_of(units, self.outline), self.quote)
        return Bulletin(
            id=self.source.id,
            source=self.source.source,
            text=self.text,
            head=head,
            sections=tuple(sections),
            dates=tuple(dates),
            units=tuple(units),
            anaphora=tuple(anaphora_of(self.folded, units, self.ids, self.quote)),
            problems=tuple(found),
            recommendations=tuple(wanted),
            achievements=tuple(achievement_records(praise, praised, units, self.ids, self.quote)),
            follow_up=tuple(plans),
            sanctions=tuple(sanctions),
            references=tuple(self._references()),
            figures=tuple(figures),
            tables=tuple(listed),
            repairs=tuple(
                repair_records(
                    self.folded,
                    anchored,
                    self.outline,
                    self.numbers,
                    self.ids,
                    self.quote,
                    self.source.doubts,
                    misreadings(self.text, self.folded),
                )
            ),
            remarks=(
                *self.source.remarks,
                *([_resolved_against(hinted)] if hinted else ()),
                *(Remark(code="not-a-unit", message=f"no unit, as decided: {s.text}", span=s) for s in struck),
                *remarks_of(
                    head, self.outline, own, anchored.notes, (sections, units, found, wanted), dates, self.quote
                ),
            ),
            blocks=self.source.blocks,
            provenance=self._provenance(),
        )

    def _sections(self) -> list[Section]:
        sections: list[Section] = []
        for part in self.outline["parts"]:
            parent = part["parent"]
            sections.append(
                Section(
                    id=self.ids("s", part["start"], part["end"]),
                    parent=None if parent is None else sections[parent].id,
                    level=part["level"],
                    marker=self.quote.maybe(part["marker"]),
                    heading=self.quote.maybe(part["heading"]),
                    role=part["role"],
                    span=self.quote.of(part),
                )
            )
        return sections

    def _references(self) -> Sequence[Reference]:
        return [
            Reference(id=self.ids("f", r["start"], r["end"]), span=self.quote.of(r), title=r["title"], kind=r["kind"])
            for r in self.data["bulletin_references"]
        ]

    def _figures(self) -> Sequence[Figure]:
        return [
            Figure(
                id=self.ids("n", f["start"], f["end"]),
                span=self.quote.of(f),
                value=f["value"],
                unit=f["unit"],
                of=f["of"],
            )
            for f in self.data["bulletin_figures"]
        ]

    def _provenance(self) -> Provenance:
        return Provenance(
            version=__version__,
            knowledge_digest=self.parser.knowledge.digest,
            registry_digest=None if self.registry is None else self.registry.digest,
            taxonomy_version=str(self.parser.knowledge.table("taxonomy")["version"]),
        )


def _resolved_against(day: date) -> Remark:
    message = f"the text names no day of its own; dates were resolved against {day}, which the page's metadata tells"
    return Remark(code="published-in-metadata", message=message)
