"""The ledger as offices keep it: a CSV for any program, or a workbook whose cells hold text and never formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TextIO

from bulletin_nlp.ledger.rows import Later, Row

COLUMNS: tuple[tuple[str, str, int], ...] = (
    ("no", "序号", 6),
    ("matter", "督办事项", 28),
    ("demand", "整改要求", 52),
    ("problems", "存在问题", 52),
    ("units", "责任单位", 28),
    ("unit_ids", "责任单位编号", 18),
    ("support", "配合单位", 22),
    ("deadline", "完成时限", 12),
    ("deadline_text", "时限原文", 14),
    ("state", "办理状态", 10),
    ("later", "后续通报中的情况（待核）", 52),
    ("natures", "问题性质", 18),
    ("title", "来源通报", 40),
    ("issue", "期号或文号", 18),
    ("published", "通报日期", 12),
    ("region", "地区", 12),
    ("uri", "来源文件", 30),
    ("place", "原文位置", 14),
    ("bulletin", "通报编号", 28),
    ("demand_id", "要求编号", 18),
)
"""Field, heading in Chinese, and width in a workbook, in the order of the sheet."""
_STATES = {"open": "未办结"}
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[Row], stream: TextIO) -> None:
    """Write a CSV with a heading line. A cell that a spreadsheet would compute gets an apostrophe before it.

    Args:
        rows: the ledger.
        stream: opened with `newline=""`; for Excel as `utf-8-sig`.
    """
    writer = csv.writer(stream)
    writer.writerow([heading for _, heading, _ in COLUMNS])
    for number, row in enumerate(rows, 1):
        writer.writerow([_harmless(cell) for cell in _cells(number, row)])


def write_xlsx(rows: Iterable[Row], target: Path | IO[bytes]) -> None:
    """Write a workbook: one sheet, its heading frozen and filtered, long cells wrapped, every cell text."""
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as book:
        sheet = book.add_worksheet("督办台账")
        head = book.add_format(
            {"bold": True, "bg_color": "#E7E6E6", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        body = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        for column, (_, heading, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, head)
        count = 0
        for count, row in enumerate(rows, 1):
            for column, cell in enumerate(_cells(count, row)):
                sheet.write_string(count, column, cell[:_LONGEST], body)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, count, len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)


_LONGEST = 32_767
"""Characters that a cell of a workbook holds."""


def _cells(number: int, row: Row) -> list[str]:
    special = {
        "no": str(number),
        "state": _STATES.get(row.state, row.state),
        "place": f"{row.start}–{row.end}",
        "later": "\n".join(map(_later, row.later)),
    }
    return [special[name] if name in special else _text(getattr(row, name)) for name, _, _ in COLUMNS]


def _later(later: Later) -> str:
    return f"{later.published} {later.finding}（{later.bulletin}，可能性 {later.certainty:.2f}）"


def _text(value: str | Sequence[str] | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else "；".join(value)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
