"""For reading on a terminal: what a bulletin says, in one panel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from bulletin_nlp.records import Bulletin, Failure, Problem, Recommendation, Sanction, Table, TableRow
from bulletin_nlp.write.characters import one_line
from bulletin_nlp.write.labels import label

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

NARROW = 72
QUOTE = 160
MORE_UNITS = 6
_TOLD = frozenset({"item", "finding", "measure", "handling", "note", "other"})


def write(records: Iterable[Bulletin | Failure], stream: TextIO) -> None:
    """Write one panel a bulletin and one line a failure; plain lines where the terminal is narrow."""
    from rich.console import Console

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=False)
    for record in records:
        if isinstance(record, Failure):
            console.print(_failure(record))
        elif console.width < NARROW:
            _plain(record, console)
        else:
            console.print(_panel(record))


def _failure(failure: Failure) -> RenderableType:
    from rich.text import Text

    line = Text("✗ ", style="bold red")
    line.append(one_line(failure.uri), style="bold")
    line.append(f"  {one_line(failure.message.removeprefix(f'{failure.uri}: '))}  ")
    return line.append(f"[{failure.stage}: {failure.code}]", style="dim")


def _panel(bulletin: Bulletin) -> RenderableType:
    from rich.box import ROUNDED, SIMPLE_HEAD
    from rich.console import Group
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    head = Table.grid(padding=(0, 2))
    head.add_column(style="dim", no_wrap=True)
    head.add_column(overflow="fold")
    for name, value in _facts(bulletin):
        head.add_row(name, Text(value))
    parts: list[RenderableType] = [head]
    for caption, columns, rows in _tables(bulletin):
        table = Table(box=SIMPLE_HEAD, title=caption, title_justify="left", title_style="bold", expand=True)
        for name, ratio in columns:
            table.add_column(name, ratio=ratio or None, overflow="fold", no_wrap=not ratio, header_style="dim")
        for row in rows:
            table.add_row(*map(Text, row))
        parts.append(table)
    parts += [Text(f"! {line}", style="yellow") for line in _remarks(bulletin)]
    title = Text(_title(bulletin), style="bold")
    footer = Text(f"{one_line(bulletin.source.uri)} · {bulletin.id}", style="dim")
    return Panel(Group(*parts), title=title, title_align="left", subtitle=footer, subtitle_align="right", box=ROUNDED)


def _plain(bulletin: Bulletin, console: Console) -> None:
    """The same without boxes, one fact a line."""
    from rich.text import Text

    console.print(Text(_title(bulletin), style="bold"))
    for name, value in _facts(bulletin):
        console.print(Text(f"{name}: {value}"))
    for caption, _, rows in _tables(bulletin):
        console.print(Text(caption, style="bold"))
        for row in rows:
            console.print(Text("- " + " | ".join(cell.replace("\n", "、") for cell in row if cell)))
    for line in _remarks(bulletin):
        console.print(Text(f"! {line}"))
    console.print(Text(f"{one_line(bulletin.source.uri)} {bulletin.id}\n", style="dim"))


def _title(bulletin: Bulletin) -> str:
    return one_line(bulletin.head.title.value) if bulletin.head.title else "(no title)"


def _facts(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    head = bulletin.head
    if head.series or head.issue or head.document_number:
        issue = head.issue
        number = f"{issue.year or '?'}年第{issue.number or '?'}期" if issue else ""
        named = [one_line(value.value) for value in (head.series, head.document_number) if value]
        yield "期号 issue", " ".join(filter(None, [*named, number]))
    if head.published:
        yield "日期 date", head.published.value + ("  (repaired)" if head.published.repaired else "")
    if head.region:
        yield "地区 region", " ".join(filter(None, [one_line(head.region.name), head.region.code]))
    for name, role in (("发文 issuer", "issuer"), ("督查 by", "supervisor"), ("被督查 of", "inspected")):
        if units := _with_role(bulletin, role):
            yield name, units
    names = ("dates", "units", "figures", "tables", "references", "repairs")
    counts = (f"{len(getattr(bulletin, name))} {name}" for name in names)
    yield "记录 records", ", ".join(count for count in counts if not count.startswith("0 ")) or "none"


def _tables(bulletin: Bulletin) -> Iterator[tuple[str, list[tuple[str, int]], list[tuple[str, ...]]]]:
    names = {unit.id: unit.span.text for unit in bulletin.units}
    if bulletin.problems:
        rows = [_problem(number, problem, names) for number, problem in enumerate(bulletin.problems, 1)]
        yield f"问题 problems ({len(rows)})", [("", 0), ("性质", 3), ("单位", 4), ("原文", 9)], rows
    if bulletin.recommendations:
        demands = [_demand(number, demand, names) for number, demand in enumerate(bulletin.recommendations, 1)]
        columns = [("", 0), ("期限", 0), ("单位", 4), ("原文", 9)]
        yield f"要求 recommendations ({len(demands)})", columns, demands
    if bulletin.sanctions:
        acts = [_sanction(number, sanction, names) for number, sanction in enumerate(bulletin.sanctions, 1)]
        yield f"处理 sanctions ({len(acts)})", [("", 0), ("种类", 3), ("单位", 4), ("原文", 9)], acts
    if bulletin.follow_up:
        plans: list[tuple[str, ...]] = [
            (str(number), _units(plan.units, names), one_line(plan.span.text, QUOTE))
            for number, plan in enumerate(bulletin.follow_up, 1)
        ]
        yield f"跟进 follow-up ({len(plans)})", [("", 0), ("单位", 4), ("原文", 12)], plans

    for listed in bulletin.tables:
        lines = [_row(listed, row, names) for row in listed.rows]
        title = f" {one_line(listed.caption.text, 40)}" if listed.caption else ""
        yield f"表格 table{title} ({len(lines)})", [("", 0), ("单位", 4), ("数值", 3), ("内容", 9)], lines


def _row(table: Table, row: TableRow, names: dict[str, str]) -> tuple[str, ...]:
    """Number, units, values, and what the other cells tell."""
    units = "\n".join(
        f"{text}{_units(ids, names)}"
        for text, ids in (("", row.units), ("责任：", row.responsible), ("配合：", row.supporting))
        if ids
    )
    values = (
        ("期限", row.deadline),
        ("进度", None if row.progress is None else f"{row.progress:.15g}%"),
        ("得分", None if row.score is None else f"{row.score:.15g}"),
        ("名次", row.rank),
    )
    told = [cell.span.text for cell in row.cells if table.columns[cell.column - 1].kind in _TOLD]
    number = "" if row.number is None else str(row.number)
    shown = "\n".join(f"{name} {value}" for name, value in values if value is not None)
    return number, units, shown, one_line(" │ ".join(told) or ("" if units or shown else row.span.text), QUOTE)


def _sanction(number: int, sanction: Sanction, names: dict[str, str]) -> tuple[str, ...]:
    named = f"{label('sanction_kind', sanction.kind)}\n{label('sanction_state', sanction.state)}"
    return str(number), named, _units(sanction.units, names), one_line(sanction.span.text, QUOTE)


def _problem(number: int, problem: Problem, names: dict[str, str]) -> tuple[str, ...]:
    nature = "\n".join(label("nature", code) for code in problem.nature)
    return str(number), nature, _units(problem.units, names), one_line(problem.span.text, QUOTE)


def _demand(number: int, demand: Recommendation, names: dict[str, str]) -> tuple[str, ...]:
    shown = demand.heading or demand.span
    charged = _units(demand.lead or demand.units, names)
    if demand.support:
        charged += f"\n（配合：{_units(demand.support, names)}）"
    return str(number), demand.deadline or "", charged, one_line(shown.text, QUOTE)


def _units(ids: Iterable[str], names: dict[str, str]) -> str:
    return _shortened([one_line(names[id_], 40) for id_ in ids])


def _with_role(bulletin: Bulletin, role: str) -> str:
    return _shortened([one_line(unit.span.text, 40) for unit in bulletin.units if role in unit.roles])


def _shortened(names: list[str]) -> str:
    distinct = list(dict.fromkeys(names))
    rest = len(distinct) - MORE_UNITS
    return "、".join(distinct[:MORE_UNITS]) + (f" … +{rest}" if rest > 0 else "")


def _remarks(bulletin: Bulletin) -> Iterator[str]:
    for remark in bulletin.remarks:
        place = f" 〈{one_line(remark.span.text, 30)}〉" if remark.span and remark.span.text.strip() else ""
        yield f"{one_line(remark.message)}{place}  [{remark.code}]"
