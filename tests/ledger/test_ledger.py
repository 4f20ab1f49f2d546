"""Rows of the ledger, what later bulletins add, and the sheets that hold them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from bulletin_nlp import parse
from bulletin_nlp.cli.app import app
from bulletin_nlp.ledger import COLUMNS, Row, follow_up, rows_of, write_csv, write_xlsx
from bulletin_nlp.records import Bulletin

FIRST = """督查通报
第3期
云岭县人民政府督查室　　2022年3月10日

关于农村饮水安全的督查通报

一、存在问题
（一）管网漏损严重。县水务局对石门村供水管网破损未维修，30户群众用水困难。
二、整改要求
（一）抓紧修复管网。由县水务局牵头，石门镇配合，于4月10日前完成石门村供水管网维修。
"""
LATER = """督查通报
第9期
云岭县人民政府督查室　　2022年6月20日

关于农村饮水安全整改情况的督查通报

一、存在问题
（一）整改不力。县水务局对石门村供水管网破损仍未维修。县财政局拨付资金缓慢。
"""


@pytest.fixture(scope="module")
def bulletins() -> list[Bulletin]:
    return [parse(FIRST), parse(LATER)]


def test_a_row_is_the_demand_with_its_problem_units_and_place(bulletins: list[Bulletin]) -> None:
    (row,) = rows_of(bulletins[:1])
    assert row.matter == "抓紧修复管网"
    assert row.units == ("云岭县水务局",)
    assert row.support == ("云岭县石门镇",)
    assert (row.deadline, row.deadline_text, row.state) == ("2022-04-10", "4月10日前", "open")
    assert "管网破损未维修" in row.problems[0]
    assert (row.issue, row.published, row.region) == ("第3期", "2022-03-10", "云岭县")
    assert bulletins[0].text[row.start : row.end] == row.demand


def test_a_later_finding_of_the_same_unit_and_matter_is_a_candidate(bulletins: list[Bulletin]) -> None:
    rows = follow_up(list(rows_of(bulletins)), bulletins)
    (later,) = rows[0].later
    assert "仍未维修" in later.finding
    assert later.bulletin == bulletins[1].id
    assert 0.5 <= later.certainty < 1
    assert rows[0].state == "open"


def test_an_earlier_finding_tells_nothing(bulletins: list[Bulletin]) -> None:
    first = parse(FIRST.replace("2022年3月10日", "2022年9月10日"))
    assert all(not row.later for row in follow_up(list(rows_of([first])), [bulletins[1], first]))


def test_another_unit_or_another_matter_is_none(bulletins: list[Bulletin]) -> None:
    other = parse(LATER.replace("县水务局对石门村供水管网破损仍未维修", "县水务局干部工作日饮酒"))
    assert not follow_up(list(rows_of(bulletins[:1])), [bulletins[0], other])[0].later
    elsewhere = parse(LATER.replace("县水务局对", "县交通运输局对"))
    assert not follow_up(list(rows_of(bulletins[:1])), [bulletins[0], elsewhere])[0].later


def dangerous() -> Row:
    return Row(
        demand_id="r-1", matter='=HYPERLINK("x")', demand="+1", problems=("@cmd",), units=("-1",), unit_ids=(), support=(),
        deadline=None, deadline_text=None, bulletin="b-1", title="甲", issue="", published=None, region=None, uri="a.txt",
        start=0, end=2, natures=(),
    )  # fmt: skip


def test_no_cell_of_a_csv_is_a_formula() -> None:
    stream = io.StringIO()
    write_csv([dangerous()], stream)
    heading, row = csv.reader(io.StringIO(stream.getvalue()))
    assert heading == [chinese for _, chinese, _ in COLUMNS]
    assert not [cell for cell in row if cell[:1] in "=+-@" and cell]


def test_no_cell_of_a_workbook_is_a_formula_or_link(tmp_path: Path) -> None:
    write_xlsx([dangerous()], tmp_path / "l.xlsx")
    sheet = load_workbook(tmp_path / "l.xlsx").active
    assert sheet is not None
    cells = [cell for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert sheet.cell(2, 2).value == '=HYPERLINK("x")'
    assert sheet.freeze_panes == "C2"


def test_the_command_writes_both_forms(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    runner = CliRunner()
    result = runner.invoke(app, ["ledger", str(tmp_path / "a.txt"), "-o", str(tmp_path / "l.xlsx")])
    assert result.exit_code == 0, result.output
    sheet = load_workbook(tmp_path / "l.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 2
    result = runner.invoke(app, ["ledger", str(tmp_path / "a.txt")])
    assert "抓紧修复管网" in result.stdout


def test_a_workbook_wants_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    result = CliRunner().invoke(app, ["ledger", str(tmp_path / "a.txt"), "--format", "xlsx"])
    assert result.exit_code == 2
    assert "-o ledger.xlsx" in result.output


def test_a_broken_input_is_told_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = CliRunner().invoke(app, ["ledger", str(tmp_path)])
    assert result.exit_code == 1
    assert "抓紧修复管网" in result.stdout
