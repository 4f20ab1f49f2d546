"""Lists of units as offices write them: what is read, and what is told of bad rows."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from bulletin_nlp.reconcile import Unit, resolve_region
from bulletin_nlp.reconcile.build import derive
from bulletin_nlp.reconcile.days import day, window
from bulletin_nlp.reconcile.edit import save_unit, with_aliases
from bulletin_nlp.reconcile.listing import read_list, write_list

_ROWS = "单位名称,简称,成立时间\n澄湖县财政局,县财政局,2001年3月\n"
_FILES = [
    ("utf8", _ROWS.encode()),
    ("bom", _ROWS.encode("utf-8-sig")),
    ("gbk", _ROWS.encode("gbk")),
    ("unicode text of a spreadsheet", _ROWS.replace(",", "\t").encode("utf-16")),
    ("semicolons", _ROWS.replace(",", ";").encode()),
    ("full-width commas", _ROWS.replace(",", "，").encode()),
    ("windows line ends", _ROWS.replace("\n", "\r\n").encode("gbk")),
    ("told separator", b"sep=;\r\n" + _ROWS.replace(",", ";").encode("gbk")),
    ("title rows above", ("澄湖县机构名录,,\n填报时间：2021年,,\n" + _ROWS).encode()),
    (
        "number column and groups",
        "序号,单位名称,简称,成立时间\n一、政府部门,,,\n1,澄湖县财政局,县财政局,2001/3/1 0:00\n合计,,,\n".encode(),
    ),
    ("formulas and blanks", '单位 名称,简称,成立时间\n="澄湖县财政局",\u3000县财政局 ,36951\n,,\n'.encode()),
    ("quoted line break", '"单位名称（全称）",简称,成立时间\n"澄湖县\n财政局",县财政局,200103\n'.encode()),
    ("header again", (_ROWS + "单位名称,简称,成立时间\n").encode()),
    ("bracketed short name", "单位名称,成立时间\n澄湖县财政局（简称县财政局）,2001.03\n".encode()),
]


@pytest.mark.parametrize(("how", "data"), _FILES, ids=[how for how, _ in _FILES])
def test_one_unit_however_it_is_written(tmp_path: Path, how: str, data: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    listing = read_list(path)
    assert listing.faults == []
    assert [(u.name, u.aliases, u.valid_from) for u in listing.units] == [
        ("澄湖县财政局", ("县财政局",), date(2001, 3, 1))
    ]


def test_a_plain_column_of_names_is_a_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("澄湖县财政局\n澄湖县教育局\n", "utf-8")
    assert [unit.name for unit in read_list(path).units] == ["澄湖县财政局", "澄湖县教育局"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",县水务局,,", "row 3 has no name"),
        ("澄湖县水务局,,soon,", "row 3 has a bad valid_from"),
        ("澄湖县水务局,,2019-02-30,", "no day of the calendar"),
        ("澄湖县水务局,,2019,2018", "ends before it begins"),
        ("澄湖县财政局,,,", "repeats row 2"),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"name,aliases,valid_from,valid_to\n澄湖县财政局,,,\n{row}\n澄湖县教育局,,,\n", "utf-8")
    listing = read_list(path)
    assert [unit.name for unit in listing.units] == ["澄湖县财政局", "澄湖县教育局"]
    [fault] = listing.faults
    assert told in fault
    assert str(path) in fault


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04abc", "save it as CSV"),
        (b"\x81\xff\xff\x00", "save"),
        ("序号,电话\n1,2\n".encode(), "no column of names"),
        (b"", "no column of names"),
    ],
)
def test_what_is_no_list_says_what_to_do(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=told):
        read_list(path)


@pytest.mark.parametrize(
    ("text", "last", "iso"),
    [
        ("2019-03-01", False, "2019-03-01"),
        ("2019/3/1", False, "2019-03-01"),
        ("2019年3月1日", False, "2019-03-01"),
        ("20190301", False, "2019-03-01"),
        ("2019年3月", False, "2019-03-01"),
        ("2019.02", True, "2019-02-28"),
        ("2019", True, "2019-12-31"),
        ("43525", False, "2019-03-01"),
    ],
)
def test_days(text: str, last: bool, iso: str) -> None:
    assert day(text, last=last).isoformat() == iso


def test_periods() -> None:
    assert window("2016..2018") == (date(2016, 1, 1), date(2018, 12, 31))
    assert window("..2018-06") == (None, date(2018, 6, 30))
    with pytest.raises(ValueError, match="before it begins"):
        window("2018..2016")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize("region", ["532927", "澄湖县", "530000"])
def test_what_is_written_is_read_back(tmp_path: Path, form: str, region: str) -> None:
    units = derive(resolve_region(region))
    stream = io.StringIO()
    write_list(units, form, stream)
    path = tmp_path / f"list.{form}"
    path.write_text(stream.getvalue(), "utf-8", newline="")
    listing = read_list(path)
    assert listing.faults == []
    assert listing.units == units


def test_an_edit_leaves_the_rest_of_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("编号,单位名称,备注\n007,澄湖县财政局,老楼\n008,澄湖县教育局,新楼\n".encode("gbk"))
    unit = with_aliases(read_list(path).units[1], ["县教体局"])
    save_unit(path, unit)
    assert path.read_bytes().decode("gbk") == (
        "编号,单位名称,备注,aliases,source\n007,澄湖县财政局,老楼\n008,澄湖县教育局,新楼,县教体局,person\n"
    )
    save_unit(path, Unit("u9", "澄湖县水务局", (), None, None, None))
    assert [unit.name for unit in read_list(path).units][-1] == "澄湖县水务局"
