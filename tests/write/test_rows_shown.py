"""Rows of tables on the page and on the terminal."""

from __future__ import annotations

import io

from bulletin_nlp.parse import parse
from bulletin_nlp.write import html, table

TABLE = "关于饮水安全的通报\n一、存在问题\n单位\t存在问题\t责任单位\t完成率\n石门镇\t管网破损\t县水务局\t12/15\n"


def test_rows_of_tables_are_shown() -> None:
    bulletin = parse(TABLE, published="2022-03-10")
    page, terminal = io.StringIO(), io.StringIO()
    html.write([bulletin], page)
    table.write([bulletin], terminal)
    for shown in ('class="group g-row"', "石门镇 │ 管网破损 │ 县水务局 │ 12/15", "80%（12/15）", "<dt>存在问题</dt>"):
        assert shown in page.getvalue()
    for shown in ("表格 table (1)", "责任：县水务局", "进度 80%"):
        assert shown in terminal.getvalue()
