"""Rows of tables that were flattened to text."""

from __future__ import annotations

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.pipes.tables.rows import RowIndex, rows, with_tabs

BLANKS = "序号 单位 得分 主要问题\n1 柳塘镇 61.0 垃圾清运不及时\n2 槐荫镇 58.5 公厕破损\n各乡镇要整改。\n"
BELOW = "名次\n单位\n主要问题\n1\n柳塘镇\n月报迟报\n2\n槐荫镇\n台账缺失；公厕破损\n"
TABS = "序号\t单位\t问题\n1\t柳塘镇\t月报迟报\n"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (BLANKS, ["1 柳塘镇 61.0 垃圾清运不及时", "2 槐荫镇 58.5 公厕破损"]),
        (BELOW, ["1\n柳塘镇\n月报迟报", "2\n槐荫镇\n台账缺失；公厕破损"]),
        (TABS, ["1\t柳塘镇\t月报迟报"]),
        ("1 柳塘镇 月报迟报\n2 槐荫镇 台账缺失\n", []),  # no line of column names: numbered text without marks
        ("县住建局 县水务局 县财政局\n柳塘镇 槐荫镇 庙前镇\n", []),
        ("序号\n1\n", []),
        ("", []),
    ],
)
def test_rows(text: str, cells: list[str]) -> None:
    assert [text[row.start : row.end] for row in rows(text) if not row.head] == cells


def test_the_line_of_column_names_is_a_head() -> None:
    assert [row.head for row in rows(TABS + "\n" + BLANKS)] == [True, False, True, False, False]


def test_tabs_keep_the_length() -> None:
    found = rows(BLANKS)
    tabbed = with_tabs(BLANKS, found)
    assert len(tabbed) == len(BLANKS)
    assert "1\t柳塘镇\t61.0\t垃圾清运不及时" in tabbed
    assert "各乡镇要整改。" in tabbed


def test_the_row_that_holds_a_place() -> None:
    index = RowIndex(rows(BLANKS))
    row = index.holding(BLANKS.index("公厕"))
    assert row is not None
    assert BLANKS[row.start] == "2"
    assert index.holding(BLANKS.index("各乡镇")) is None


@pytest.mark.parametrize("table", [BLANKS, BELOW])
def test_a_row_blames_the_unit_of_its_cell(table: str) -> None:
    head = "关于环境卫生检查情况的通报\n各乡镇：\n一、进展及排名\n"
    bulletin = parse(f"{head}{table}二、工作要求\n各乡镇要对照问题整改。\n", published="2020-06-10")
    names = {unit.id: unit.span.text for unit in bulletin.units}
    blamed = {p.span.text: [names[u] for u in p.units] for p in bulletin.problems}
    assert blamed["公厕破损"] == ["槐荫镇"]
    assert all("序号" not in span and "名次" not in span for span in blamed)
