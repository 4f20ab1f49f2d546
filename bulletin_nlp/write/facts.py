"""What there is to say about each kind of record: named values, some of which point to other records or to the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bulletin_nlp.records import (
    Achievement,
    DateMention,
    Figure,
    FollowUp,
    Issue,
    Problem,
    Recommendation,
    Reference,
    Region,
    Repair,
    ReportingDuty,
    Sanction,
    Section,
    Span,
    Table,
    TableRow,
    Task,
    UnitMention,
)
from bulletin_nlp.write.labels import label, labelled


@dataclass(frozen=True)
class Piece:
    """A part of a value: its text, and what it points to: the record of an id, or a place in the text.

    Where `record` is given without a text, the caption of that record is shown.
    """

    text: str
    record: str | None = None
    span: Span | None = None
    certainty: float | None = None


@dataclass(frozen=True)
class Fact:
    """A named value of one or more pieces."""

    name: str
    pieces: tuple[Piece, ...]


def links(ids: Iterable[str]) -> tuple[Piece, ...]:
    """Pieces that point to records and are shown by those records' captions."""
    return tuple(Piece("", record=id_) for id_ in ids)


def interval(start: str | None, end: str | None) -> str:
    """ISO 8601 days: one day, an interval with /, or … where an end is open."""
    if start is None and end is None:
        return "未定"
    if start == end:
        return str(start)
    return f"{start or '…'}/{end or '…'}"


def issue(value: Issue) -> str:
    """The issue as it is cited: 2017年第16期（总第38期）."""
    year = f"{value.year}年" if value.year is not None else ""
    number = f"第{value.number}期" if value.number is not None else ""
    return year + number + (f"（总第{value.total}期）" if value.total is not None else "")


def opening(text: str) -> str:
    """The first words of a part that has no heading."""
    words = " ".join(text[:200].split())
    return f"{words[:24]}…" if len(words) > 24 else words or "（空白）"


def region(value: Region) -> tuple[Fact, ...]:
    """Code, level, basis."""
    level = label("level", value.level) if value.level else None
    return _facts(("代码", value.code), ("级别", level), ("依据", value.basis), certainty=value.certainty)


def date(value: DateMention) -> tuple[Fact, ...]:
    """Kind and granularity, role, what the context supplied, and every reading."""
    return _facts(
        ("类型", f"{label('date_kind', value.kind)} {value.kind}"),
        ("粒度", label("granularity", value.granularity)),
        ("用途", value.role),
        ("补全", "、".join(label("date_field", field) for field in value.filled)),
        ("修复", "是 repaired" if value.repaired else None),
        ("候选", tuple(Piece(interval(c.start, c.end), certainty=c.certainty) for c in value.candidates)),
        rule=value.rule,
        certainty=value.certainty,
    )


def unit(value: UnitMention) -> tuple[Fact, ...]:
    """Roles, kind, quantifier, and the verdict on which unit it is, with the others that it might have been."""
    match = value.match
    names = "；".join(match.canonical_names) or match.canonical_name
    quantity = labelled("quantifier", value.quantifier) if value.quantifier else None
    return _facts(
        ("角色", "、".join(label("unit_role", role) for role in value.roles)),
        ("类型", f"{label('unit_kind', value.kind)} {value.kind}"),
        ("数量", quantity),
        ("个数", None if value.count is None else str(value.count)),
        ("规范名", names),
        ("编号", match.canonical_id),
        ("匹配", f"{label('match_status', match.status)} {match.status}"),
        ("依据", match.basis),
        ("候选", tuple(Piece(c.canonical_name, certainty=c.score) for c in match.candidates)),
        rule=value.rule,
        certainty=match.score,
    )


def problem(value: Problem) -> tuple[Fact, ...]:
    """Nature and blamed units first; then domain, wording, evidence, dates and places."""
    evidence = tuple(Piece(f"{e.span.text} → {_meaning(e.code)} · {e.rule}", span=e.span) for e in value.evidence)
    nature = Fact("性质", tuple(Piece(labelled("nature", code)) for code in value.nature) or (Piece("未定"),))
    blamed = links(value.units) + ((Piece("（承前省略）"),) if value.inherited and value.units else ())
    return (
        nature,
        Fact("单位", blamed or (Piece("未点名"),)),
        *_facts(
            ("领域", tuple(Piece(labelled("domain", code)) for code in value.domain)),
            ("小标题", _quote(value.heading)),
            ("数量", labelled("quantifier", value.quantifier)),
            ("频次", labelled("frequency", value.frequency)),
            ("程度", labelled("degree", value.degree)),
            ("日期", links(value.dates)),
            ("数字", links(value.figures)),
            ("分句", _quotes(value.clauses)),
            ("地点", _quotes(value.places)),
            ("依据", evidence),
            rule=value.rule,
            certainty=value.certainty,
        ),
    )


def recommendation(value: Recommendation) -> tuple[Fact, ...]:
    """Charged units, deadline and the problems answered first; then heading and actions."""
    deadline = (Piece(value.deadline, record=value.deadline_date_id),) if value.deadline else (Piece("未定"),)
    answers = tuple(Piece("", record=a.problem_id, certainty=a.certainty) for a in value.answers)
    return (
        Fact("单位", links(value.units) or (Piece("未点名"),)),
        Fact("期限", deadline),
        Fact("针对", answers or (Piece("—"),)),
        *_facts(
            ("小标题", _quote(value.heading)),
            ("牵头", links(value.lead) if value.support else None),
            ("配合", links(value.support)),
            ("措施", tuple(piece for task in value.tasks for piece in _task(task)) or _quotes(value.actions)),
            ("条件", _quotes(value.conditions)),
            ("报送", tuple(piece for report in value.reports for piece in _report(report))),
            ("对应依据", "；".join(dict.fromkeys(answer.basis for answer in value.answers))),
            rule=value.rule,
        ),
    )


def achievement(value: Achievement) -> tuple[Fact, ...]:
    """Praised units and nature."""
    natures = tuple(Piece(labelled("nature", code)) for code in value.nature)
    return (Fact("单位", links(value.units) or (Piece("未点名"),)), *_facts(("性质", natures), rule=value.rule))


def follow_up(value: FollowUp) -> tuple[Fact, ...]:
    """The units named, and the dates."""
    return (
        Fact("单位", links(value.units) or (Piece("未点名"),)),
        *_facts(("日期", links(value.dates)), rule=value.rule),
    )


def sanction(value: Sanction) -> tuple[Fact, ...]:
    """The units named, kind, and whether it was imposed."""
    return (
        Fact("单位", links(value.units) or (Piece("未点名"),)),
        *_facts(
            ("种类", labelled("sanction_kind", value.kind)),
            ("状态", labelled("sanction_state", value.state)),
            rule=value.rule,
        ),
    )


def row(table: Table, value: TableRow) -> tuple[Fact, ...]:
    """What its cells say, each value by the kind of its column; then the findings and demands in it."""
    done = f"（{value.done:.15g}/{value.of:.15g}）" if value.done is not None and value.of is not None else ""
    return (
        *_facts(
            ("单位", links(value.units)),
            ("责任", links(value.responsible)),
            ("配合", links(value.supporting)),
            ("督办", links(value.supervisors)),
            ("期限", (Piece(value.deadline, record=value.deadline_date_id),) if value.deadline else None),
            ("进度", None if value.progress is None else f"{value.progress:.15g}%{done}"),
            ("得分", None if value.score is None else f"{value.score:.15g}"),
            ("名次", None if value.rank is None else str(value.rank)),
            ("问题", links(value.problems)),
            ("要求", links(value.recommendations)),
        ),
        Fact("类型", (Piece(labelled("row_kind", value.kind)),)),
        *(
            Fact(
                table.columns[cell.column - 1].name or str(cell.column),
                (Piece(cell.span.text, span=cell.span), *((Piece("（上行合并）"),) if cell.merged else ())),
            )
            for cell in value.cells
        ),
    )


def named(table: Table) -> str:
    """What a table is called: its caption, cut where it is long."""
    return opening(table.caption.text) if table.caption else "表"


def reference(value: Reference) -> tuple[Fact, ...]:
    """Kind of document."""
    return _facts(("类型", value.kind))


def figure(value: Figure) -> tuple[Fact, ...]:
    """Value, unit of measure, and what is counted."""
    return _facts(("数值", f"{value.value:.15g} {value.unit}"), ("对象", value.of))


def repair(value: Repair) -> tuple[Fact, ...]:
    """What was inserted, the other readings, and the witnesses."""
    return _facts(
        ("复原", value.restored or "未定"),
        ("补入", "、".join(value.lost)),
        ("候选", tuple(Piece(c.restored, certainty=c.certainty) for c in value.candidates)),
        ("旁证", tuple(Piece(witness.text, span=witness) for witness in value.witnesses)),
        certainty=value.certainty,
    )


def section(value: Section) -> tuple[Fact, ...]:
    """Role, level and parent."""
    return _facts(
        ("角色", f"{label('section_role', value.role)} {value.role}"),
        ("层级", str(value.level)),
        ("上级", links((value.parent,)) if value.parent else None),
    )


def _meaning(code: str) -> str:
    """The label of a code of either facet."""
    nature = label("nature", code)
    return nature if nature != code else label("domain", code)


def _quotes(spans: Iterable[Span]) -> tuple[Piece, ...]:
    return tuple(Piece(span.text, span=span) for span in spans)


def _task(task: Task) -> tuple[Piece, ...]:
    """The action, who leads, its day due."""
    due = (Piece(task.deadline, record=task.deadline_date_id),) if task.deadline else ()
    return (Piece(task.span.text, span=task.span), *links(task.lead), *due)


def _report(report: ReportingDuty) -> tuple[Piece, ...]:
    """The clause, those reported to, the day due."""
    due = (Piece(report.deadline, record=report.deadline_date_id),) if report.deadline else ()
    return (Piece(report.span.text, span=report.span), *links(report.to), *due)


def _quote(span: Span | None) -> tuple[Piece, ...]:
    return (Piece(span.text, span=span),) if span else ()


def _facts(
    *pairs: tuple[str, str | tuple[Piece, ...] | None], rule: str | None = None, certainty: float | None = None
) -> tuple[Fact, ...]:
    """Facts of the values that there are, certainty and rule last."""
    made = [Fact(name, (Piece(value),) if isinstance(value, str) else value) for name, value in pairs if value]
    if certainty is not None:
        made.append(Fact("确信", (Piece("", certainty=certainty),)))
    if rule:
        made.append(Fact("规则", (Piece(rule),)))
    return tuple(made)
