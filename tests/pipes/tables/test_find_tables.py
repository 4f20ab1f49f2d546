"""Tables found by their header: layouts, kinds of columns, merged cells, damaged ones. Every cell quotes the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_nlp.pipes.tables.finder import find_tables
from bulletin_nlp.pipes.tables.mention import TableMention
from bulletin_nlp.records import Block, Span

HEAD = "序号\t单位\t存在问题\t整改时限\n"


def cells(text: str, table: TableMention) -> list[list[str]]:
    """The rows; a merged cell stands in brackets, an empty one is nothing."""
    found = []
    for row in table["rows"]:
        line = [""] * len(table["columns"])
        for cell in row["cells"]:
            words = text[cell["start"] : cell["end"]]
            line[cell["column"] - 1] = f"[{words}]" if cell["merged"] else words
        found.append(line if row["kind"] == "record" else [row["kind"], *line])
    return found


def only(text: str) -> TableMention:
    (table,) = find_tables(text)
    return table


LAYOUTS = {
    "tabs": (HEAD + "1\t石门镇\t垃圾未清运\t4月1日\n", "tabs", [["1", "石门镇", "垃圾未清运", "4月1日"]]),
    "blanks": (
        "序号 单位 存在问题 整改时限\n1 石门镇 垃圾未清运 4月1日\n2 龙头镇 公厕破损 4月底\n",
        "blanks",
        [["1", "石门镇", "垃圾未清运", "4月1日"], ["2", "龙头镇", "公厕破损", "4月底"]],
    ),
    "lines": (
        "序号\n单位\n存在问题\n整改时限\n1\n石门镇\n垃圾未清运\n4月1日\n2\n龙头镇\n公厕破损\n4月底\n",
        "lines",
        [["1", "石门镇", "垃圾未清运", "4月1日"], ["2", "龙头镇", "公厕破损", "4月底"]],
    ),
    "lines, and the next section": (
        "序号\n单位\n得分\n备注\n1\n石门镇\n95\n好\n2\n龙头镇\n90\n二、工作要求\n各乡镇要整改。\n",
        "lines",
        [["1", "石门镇", "95", "好"], ["2", "龙头镇", "90", ""]],
    ),
    "full-width, blanks in names": (
        "序　号\t单　位\t存在问题\t整改时限\n１\t石门镇\t垃圾未清运\t４月１日\n",
        "tabs",
        [["１", "石门镇", "垃圾未清运", "４月１日"]],
    ),
    "fewer cells": (HEAD + "1\t石门镇\t垃圾未清运\n2\n", "tabs", [["1", "石门镇", "垃圾未清运", ""]]),
    "more cells": (
        HEAD + "1\t石门镇\t垃圾未清运\t4月1日\t附图\n",
        "tabs",
        [["1", "石门镇", "垃圾未清运", "4月1日", "附图"]],
    ),
    "empty cells": (HEAD + "1\t石门镇\t\t\n\t\t\t\n", "tabs", [["1", "石门镇", "", ""]]),
    "a unit over two rows": (
        HEAD + "1\t石门镇\t垃圾未清运\t4月1日\n\t\t公厕破损\t4月2日\n2\t龙头镇\t脱岗\t\n",
        "tabs",
        [
            ["1", "石门镇", "垃圾未清运", "4月1日"],
            ["[1]", "[石门镇]", "公厕破损", "4月2日"],
            ["2", "龙头镇", "脱岗", ""],
        ],
    ),
    "numbered findings of one unit": (
        HEAD + "1\t石门镇\t垃圾未清运\t4月1日\n2\t\t公厕破损\t\n",
        "tabs",
        [["1", "石门镇", "垃圾未清运", "4月1日"], ["2", "[石门镇]", "公厕破损", ""]],
    ),
    "as above": (
        HEAD + "1\t石门镇\t垃圾未清运\t4月1日\n2\t龙头镇\t脱岗\t同上\n",
        "tabs",
        [["1", "石门镇", "垃圾未清运", "4月1日"], ["2", "龙头镇", "脱岗", "[4月1日]"]],
    ),
    "an empty deadline is none above it": (
        HEAD + "1\t石门镇\t脱岗\t4月1日\n2\t龙头镇\t漏报\t\n\t\t迟报\t\n",
        "tabs",
        [["1", "石门镇", "脱岗", "4月1日"], ["2", "龙头镇", "漏报", ""], ["[2]", "[龙头镇]", "迟报", ""]],
    ),
    "a header of two lines": (
        "序号\t单位\t问题\t\t时限\n\t\t类别\t情况\t\n1\t石门镇\t卫生\t垃圾未清运\t4月1日\n",
        "tabs",
        [["1", "石门镇", "卫生", "垃圾未清运", "4月1日"]],
    ),
    "the header of the next page": (
        HEAD + "1\t石门镇\t脱岗\t\n" + HEAD + "2\t龙头镇\t脱岗\t\n",
        "tabs",
        [["1", "石门镇", "脱岗", ""], ["2", "龙头镇", "脱岗", ""]],
    ),
    "a sum": (
        "名次\t乡镇\t得分\n1\t石门镇\t95\n合计\t\t95\n\t平均\t95\n",
        "tabs",
        [["1", "石门镇", "95"], ["total", "合计", "", "95"], ["total", "", "平均", "95"]],
    ),
    "groups": (
        HEAD + "一、乡镇\t\t\t\n1\t石门镇\t脱岗\t\n二、部门\t\t\t\n\t\t漏报\t\n",
        "tabs",
        [
            ["group", "一、乡镇", "", "", ""],
            ["1", "石门镇", "脱岗", ""],
            ["group", "二、部门", "", "", ""],
            ["", "", "漏报", ""],
        ],
    ),
    "a note ends it": (
        HEAD + "1\t石门镇\t脱岗\t\n备注：截至3月\t\t\t\n2\t龙头镇\t脱岗\t\n",
        "tabs",
        [["1", "石门镇", "脱岗", ""], ["note", "备注：截至3月", "", "", ""]],
    ),
}


@pytest.mark.parametrize(("text", "layout", "rows"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(text: str, layout: str, rows: list[list[str]]) -> None:
    table = only(text)
    assert table["rule"] == layout
    assert cells(text, table) == rows


@pytest.mark.parametrize(
    "text",
    [
        "",
        "签发人：某某\t2022年3月10日\n某某县\t印发\n",
        "单位\t存在问题\n",  # a header and nothing below
        "1\t石门镇\t脱岗\n2\t龙头镇\t脱岗\n",  # nothing names the columns
        "甲\t乙\t丙\n1\t2\t3\n",
        "责任单位：县水务局\t整改时限：4月1日\n责任单位：县教育局\t整改时限：4月1日\n",
        "存在问题\t问题描述\n一\t二\n",  # one kind only
        "单位存在问题比较突出，必须引起高度重视。\t整改时限\n石门镇\t4月1日\n",
        "\t\t\t\n\t\t\n",
    ],
)
def test_no_tables(text: str) -> None:
    assert find_tables(text) == []


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        (f"附件1：问题整改清单\n{HEAD}1\t甲镇\t脱岗\t\n", "附件1：问题整改清单"),
        (f"问题整改清单\t\t\t\n{HEAD}1\t甲镇\t脱岗\t\n", "问题整改清单"),
        (f"\n环境整治检查情况统计表（截至6月底）\n\n{HEAD}1\t甲镇\t脱岗\t\n", "环境整治检查情况统计表（截至6月底）"),
        (f"具体问题见下表：\n{HEAD}1\t甲镇\t脱岗\t\n", None),
        (f"二、存在问题\n{HEAD}1\t甲镇\t脱岗\t\n", None),
        (f"各乡镇要对照问题清单整改。\n{HEAD}1\t甲镇\t脱岗\t\n", None),
    ],
)
def test_captions(text: str, caption: str | None) -> None:
    found = only(text)["caption"]
    assert (found and text[slice(*found)]) == caption


def test_another_header_begins_another_table() -> None:
    text = HEAD + "1\t石门镇\t脱岗\t\n排名表\t\t\nA\t\t\n".replace("A\t\t\n", "") + "名次\t乡镇\t得分\n1\t石门镇\t95\n"
    first, second = find_tables(text)
    assert cells(text, first) == [["1", "石门镇", "脱岗", ""]]
    assert cells(text, second) == [["1", "石门镇", "95"]]
    assert second["caption"] is not None
    assert text[slice(*second["caption"])] == "排名表"


def test_names_under_a_group_have_its_kind() -> None:
    text = "乡镇\t责任单位\t\t完成情况\t\n\t牵头\t配合\t任务数\t完成率\n石门镇\t县水务局\t县财政局\t12\t50%\n"
    table = only(text)
    assert [(column["name"], column["kind"]) for column in table["columns"]] == [
        ("乡镇", "unit"),
        ("责任单位牵头", "responsible"),
        ("责任单位配合", "supporting"),
        ("完成情况任务数", "other"),
        ("完成情况完成率", "progress"),
    ]


def block(text: str, words: str, row: int, column: int, rows: int = 1) -> Block:
    start = text.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    return Block(span=span, kind="cell", table=1, row=row, column=column, rows=rows)


def test_what_the_reader_knows_of_merged_cells_counts() -> None:
    text = "单位\t存在问题\t责任单位\n石门镇\t脱岗甲\t县水务局\n\t脱岗乙\t\n\t脱岗丙\t\n"
    blocks = [
        block(text, "石门镇", 2, 1, rows=3),
        block(text, "脱岗甲", 2, 2),
        block(text, "县水务局", 2, 3, rows=2),
        block(text, "脱岗乙", 3, 2),
        block(text, "脱岗丙", 4, 2),
    ]
    (table,) = find_tables(text, blocks)
    assert cells(text, table) == [
        ["石门镇", "脱岗甲", "县水务局"],
        ["[石门镇]", "脱岗乙", "[县水务局]"],
        ["[石门镇]", "脱岗丙", ""],
    ]
    assert cells(text, only(text))[2] == ["[石门镇]", "脱岗丙", "[县水务局]"]  # in text alone the row begins empty


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("1\n石门镇\n93.5\n/", ["1", "石门镇", "93.5", "/", ""]),
        ("1\n石门镇\n垃圾未及时清运\n4月1日", ["1", "石门镇", "", "垃圾未及时清运", "4月1日"]),
        (
            "1\n石门镇\n93.5\n垃圾未及时清运\n公厕灯不亮了\n4月1日",
            ["1", "石门镇", "93.5", "垃圾未及时清运\n公厕灯不亮了", "4月1日"],
        ),
        ("1\n石门镇\n93.5\n4月1日", ["1", "石门镇", "93.5", "", "4月1日"]),
    ],
)
def test_cells_of_flattened_rows_go_where_they_suit(row: str, wanted: list[str]) -> None:
    text = f"序号\n乡镇\n得分\n存在问题\n整改时限\n{row}\n2\n龙头镇\n90\n脱岗人员多\n4月2日\n"
    assert cells(text, only(text))[0] == wanted


WORDS = st.sampled_from(
    [
        "序号",
        "单位",
        "存在问题",
        "整改时限",
        "得分",
        "石门镇",
        "1",
        "2",
        "脱岗",
        "同上",
        "合计",
        "备注：甲",
        "",
        "　",
        "4.1",
    ]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), max_size=8), st.sampled_from("\t \n"))
def test_whatever_stands_in_cells_is_quoted(lines: list[list[str]], mark: str) -> None:
    text = "\n".join(["序号\t单位\t存在问题\t整改时限".replace("\t", mark), *(mark.join(line) for line in lines)])
    end = 0
    for table in find_tables(text):
        assert end <= table["start"] < table["end"] <= len(text)
        for row in table["rows"]:
            assert row["cells"]
            assert len({cell["column"] for cell in row["cells"]}) == len(row["cells"])
            for cell in row["cells"]:
                words = text[cell["start"] : cell["end"]]
                assert words == words.strip() != ""
                assert 1 <= cell["column"] <= len(table["columns"])
                assert cell["merged"] or row["start"] <= cell["start"] < cell["end"] <= row["end"]
        end = table["end"]
