"""A bulletin as a list of entries: every record in one shape, so that a page can show any of them the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bulletin_nlp.records import Bulletin, Head, Span, Value
from bulletin_nlp.write import facts
from bulletin_nlp.write.facts import Fact, Piece
from bulletin_nlp.write.labels import label
from bulletin_nlp.write.origin import Origin

LAYERS = (
    "head",
    "date",
    "unit",
    "problem",
    "recommendation",
    "achievement",
    "follow_up",
    "sanction",
    "row",
    "reference",
    "figure",
    "repair",
    "remark",
    "section",
)


NUMBERED = frozenset({"problem", "recommendation", "achievement", "follow_up", "sanction"})


@dataclass(frozen=True)
class Entry:
    """One record as shown.

    Attributes:
        key: its number among the bulletin's entries, in the order shown.
        layer: the kind of record, one of LAYERS.
        id: the record's id, or a made one where records of its kind have none.
        caption: what is shown of it when it is folded.
        spans: the places it was read from; none where it was inferred or stands for an absence.
        cues: the places that are evidence for it.
        facts: what else there is to say; the first `shown` of them always, the rest when unfolded.
        shown: see `facts`.
        label: what the caption is: 标题, 主送, 附件 … for the parts of the head, the role of a unit.
        variant: further distinctions for the eye: kind and role of a unit, `repaired` for a date.
        ordinal: its number within its layer, from 1.
    """

    layer: str
    id: str
    caption: str
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...] = ()
    cues: tuple[Span, ...] = ()
    shown: int = 0
    label: str = ""
    variant: str = ""
    key: int = -1
    ordinal: int = 0

    @property
    def badge(self) -> str:
        """Its number as shown in the text, such as 问3; empty for layers that are not numbered."""
        return f"{label('layer', self.layer)[0]}{self.ordinal}" if self.layer in NUMBERED else ""


def entries_of(bulletin: Bulletin) -> list[Entry]:
    """Every record of a bulletin, grouped by layer in the order of LAYERS, numbered from 0."""
    makers: tuple[Callable[[Bulletin], Iterable[Entry]], ...] = (
        lambda bulletin: _head(bulletin.head),
        _dates,
        _units,
        _problems,
        _recommendations,
        _smaller,
        _remarks,
        _sections,
    )
    found = [entry for make in makers for entry in make(bulletin)]
    counts: Counter[str] = Counter()
    origin = Origin(bulletin.blocks)
    for key, entry in enumerate(found):
        counts[entry.layer] += 1
        stood = origin.of(entry.spans[0]) if entry.spans else ""
        told = (*entry.facts, Fact("原处", (Piece(stood),))) if stood else entry.facts
        found[key] = replace(entry, key=key, ordinal=counts[entry.layer], facts=told)
    return found


def _head(head: Head) -> Iterator[Entry]:
    single: tuple[tuple[str, str, Value | None], ...] = (
        ("title", "标题", head.title),
        ("series", "刊名", head.series),
        ("document_number", "文号", head.document_number),
        ("source_name", "来源", head.source_name),
        ("author", "作者", head.author),
        ("signatory", "签发", head.signatory),
        ("classification", "密级", head.classification),
    )
    for name, named, value in single:
        if value is not None:
            yield _value(name, named, value)
    if head.issue:
        yield Entry("head", "head.issue", facts.issue(head.issue), (head.issue.span,), label="期号")
    if head.published:
        repaired = (Fact("修复", (Piece("是"),)),) if head.published.repaired else ()
        span = head.published.span
        yield Entry("head", "head.published", head.published.value, (span,), repaired, label="发布")
    if head.region:
        yield Entry("head", "head.region", head.region.name, (), facts.region(head.region), label="地区")
    if head.issuers:
        yield Entry("head", "head.issuers", "", (), (Fact("发文", facts.links(head.issuers)),), shown=1)
    recipients = head.recipients
    several = (
        ("breadcrumb", "路径", head.breadcrumb),
        ("main", "主送", recipients.main),
        ("report_to", "报", recipients.report_to),
        ("send_to", "发送", recipients.send_to),
        ("copy_to", "抄送", recipients.copy_to),
    )
    for name, named, values in several:
        for number, value in enumerate(values, 1):
            yield _value(f"{name}.{number}", named, value)
    for number, attachment in enumerate(head.attachments, 1):
        present = Fact("附后", (Piece("是" if attachment.present else "否"),))
        name = f"head.attachments.{number}"
        yield Entry("head", name, attachment.title, (attachment.span,), (present,), label="附件")


def _value(name: str, named: str, value: Value) -> Entry:
    read = () if value.value == value.span.text else (Fact("原文", (Piece(value.span.text, span=value.span),)),)
    return Entry("head", f"head.{name}", value.value, (value.span,), read, label=named)


def _dates(bulletin: Bulletin) -> Iterator[Entry]:
    for date in bulletin.dates:
        caption = f"{date.span.text} → {facts.interval(date.start, date.end)}"
        variant = "repaired" if date.repaired else ""
        yield Entry("date", date.id, caption, (date.span,), facts.date(date), variant=variant)


def _units(bulletin: Bulletin) -> Iterator[Entry]:
    for unit in bulletin.units:
        role = unit.roles[0] if unit.roles else "mentioned"
        made, shown_as = facts.unit(unit), label("unit_role", role)
        yield Entry("unit", unit.id, unit.span.text, (unit.span,), made, label=shown_as, variant=f"{unit.kind} {role}")


def _problems(bulletin: Bulletin) -> Iterator[Entry]:
    for problem in bulletin.problems:
        cues = (*(evidence.span for evidence in problem.evidence), *problem.places)
        made = facts.problem(problem)
        yield Entry("problem", problem.id, problem.span.text, (problem.span,), made, cues, shown=2)


def _recommendations(bulletin: Bulletin) -> Iterator[Entry]:
    for demand in bulletin.recommendations:
        made = facts.recommendation(demand)
        yield Entry("recommendation", demand.id, demand.span.text, (demand.span,), made, demand.actions, shown=3)


def _smaller(bulletin: Bulletin) -> Iterator[Entry]:
    for good in bulletin.achievements:
        yield Entry("achievement", good.id, good.span.text, (good.span,), facts.achievement(good), shown=1)
    for plan in bulletin.follow_up:
        yield Entry("follow_up", plan.id, plan.span.text, (plan.span,), facts.follow_up(plan), shown=1)
    for sanction in bulletin.sanctions:
        named = label("sanction_kind", sanction.kind)
        made = facts.sanction(sanction)
        yield Entry("sanction", sanction.id, sanction.span.text, (sanction.span,), made, shown=1, label=named)
    for table in bulletin.tables:
        for row in table.rows:
            caption = " │ ".join(cell.span.text for cell in row.cells)
            yield Entry("row", row.id, caption, (row.span,), facts.row(table, row), shown=2, label=facts.named(table))
    for reference in bulletin.references:
        yield Entry("reference", reference.id, reference.title, (reference.span,), facts.reference(reference))
    for figure in bulletin.figures:
        yield Entry("figure", figure.id, figure.span.text, (figure.span,), facts.figure(figure))
    for repair in bulletin.repairs:
        caption = f"{repair.span.text} → {repair.restored or '?'}"
        yield Entry("repair", repair.id, caption, (repair.span,), facts.repair(repair), repair.witnesses)


def _remarks(bulletin: Bulletin) -> Iterator[Entry]:
    for number, remark in enumerate(bulletin.remarks, 1):
        spans = (remark.span,) if remark.span else ()
        yield Entry("remark", f"remark.{number}", remark.message, spans, (Fact("代码", (Piece(remark.code),)),))


def _sections(bulletin: Bulletin) -> Iterator[Entry]:
    for section in bulletin.sections:
        parts = [part.text for part in (section.marker, section.heading) if part]
        caption = " ".join(parts) or facts.opening(section.span.text)
        made = facts.section(section)
        yield Entry("section", section.id, caption, (section.span,), made, variant=f"level-{section.level}")
