"""Rows of tables as records: units, findings, demands, days due and values agree with what the header says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_nlp.ledger import rows_of
from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin, TableRow

HEAD = "云岭县督查通报\n第3期\n云岭县人民政府督查室　　2022年3月10日\n\n关于饮水安全的督查通报\n\n一、存在问题\n"
TAIL = "\n二、工作要求\n各乡镇要对照问题整改。\n"


def bulletin_of(table: str) -> Bulletin:
    return parse(HEAD + table + TAIL)


@dataclass
class Said:
    """What the first row says, in words."""

    units: list[str]
    responsible: list[str]
    supporting: list[str]
    supervisors: list[str]
    problems: list[tuple[str, list[str]]]
    demands: list[tuple[str, list[str], str | None]]
    deadline: str | None


def said(bulletin: Bulletin, row: TableRow) -> Said:
    units = {unit.id: unit.span.text for unit in bulletin.units}
    problems = {p.id: (p.span.text, [units[u] for u in p.units]) for p in bulletin.problems}
    demands = {r.id: (r.span.text, [units[u] for u in r.units], r.deadline) for r in bulletin.recommendations}
    return Said(
        [units[u] for u in row.units],
        [units[u] for u in row.responsible],
        [units[u] for u in row.supporting],
        [units[u] for u in row.supervisors],
        [problems[p] for p in row.problems],
        [demands[r] for r in row.recommendations],
        row.deadline,
    )


ROWS = {
    "unit, finding, responsible, deadline": (
        "序号\t单位\t存在问题\t责任单位\t整改时限\n1\t石门镇\t管网破损\t县水务局\t4月10日\n",
        Said(["石门镇"], ["县水务局"], [], [], [("管网破损", ["石门镇"])], [], "2022-04-10"),
    ),
    "a deadline that is not the last column": (
        "序号\t单位\t整改时限\t存在问题\t备注\n1\t石门镇\t4.10\t管网破损\t\n",
        Said(["石门镇"], [], [], [], [("管网破损", ["石门镇"])], [], "2022-04-10"),
    ),
    "a measure is a demand on who is responsible": (
        "单位\t存在问题\t整改措施\t责任单位\t配合单位\t完成时限\n石门镇\t管网破损\t更换管网\t县水务局\t县财政局\t4月底\n",
        Said(
            ["石门镇"],
            ["县水务局"],
            ["县财政局"],
            [],
            [("管网破损", ["石门镇"])],
            [("更换管网", ["县水务局", "县财政局"], "2022-04-30")],
            "2022-04-30",
        ),
    ),
    "a measure is a demand on the unit where nobody else is": (
        "单位\t存在问题\t整改要求\n石门镇\t管网破损\t更换管网\n",
        Said(["石门镇"], [], [], [], [("管网破损", ["石门镇"])], [("更换管网", ["石门镇"], None)], None),
    ),
    "what is done is no demand": (
        "单位\t存在问题\t整改措施\n石门镇\t管网破损\t已更换管网\n",
        Said(["石门镇"], [], [], [], [("管网破损", ["石门镇"])], [], None),
    ),
    "who is responsible is blamed where no column names units": (
        "项目名称\t责任单位\t存在问题\n滨河路改造\t县住建局\t路面破损\n",
        Said([], ["县住建局"], [], [], [("路面破损", ["县住建局"])], [], None),
    ),
    "who watches is not blamed": (
        "企业\t督办部门\t隐患描述\n云岭县东升气体有限公司\t县应急局\t灭火器过期\n",
        Said(["云岭县东升气体有限公司"], [], [], ["县应急局"], [("灭火器过期", ["云岭县东升气体有限公司"])], [], None),
    ),
    "short and plain words below 存在问题 are findings": (
        "单位\t存在问题\n石门镇\t1.脱岗；2.堆放旧床垫\n",
        Said(["石门镇"], [], [], [], [("脱岗", ["石门镇"]), ("堆放旧床垫", ["石门镇"])], [], None),
    ),
    "several units": (
        "单位\t存在问题\n石门镇、龙头镇\t管网破损\n",
        Said(["石门镇", "龙头镇"], [], [], [], [("管网破损", ["石门镇", "龙头镇"])], [], None),
    ),
    "nothing to find": ("单位\t存在问题\n石门镇\t无\n", Said(["石门镇"], [], [], [], [], [], None)),
    "faulty words elsewhere": (
        "单位\t进展情况\t得分\n石门镇\t未按期完成\t60\n",
        Said(["石门镇"], [], [], [], [], [], None),
    ),
}


@pytest.mark.parametrize(("table", "wanted"), ROWS.values(), ids=ROWS)
def test_rows(table: str, wanted: Said) -> None:
    bulletin = bulletin_of(table)
    assert said(bulletin, bulletin.tables[0].rows[0]) == wanted


@pytest.mark.parametrize(("table", "wanted"), ROWS.values(), ids=ROWS)
def test_the_records_of_a_row_are_all_there_are(table: str, wanted: Said) -> None:
    bulletin = bulletin_of(table)
    assert [p.span.text for p in bulletin.problems] == [text for text, _ in wanted.problems]
    assert [r.span.text for r in bulletin.recommendations][: len(wanted.demands)] == [d[0] for d in wanted.demands]
    assert len(bulletin.recommendations) == len(wanted.demands) + 1


ROLES = [
    ("单位\t存在问题\t责任单位\n石门镇\t管网破损\t县水务局\n", {"石门镇": "criticised", "县水务局": "responsible"}),
    ("责任单位\t存在问题\n县水务局\t管网破损\n", {"县水务局": "criticised"}),
    ("存在问题\t责任单位\n管网破损\t县水务局\n", {"县水务局": "criticised"}),
    ("单位\t得分\t排名\n石门镇\t95\t1\n", {"石门镇": "inspected"}),
    ("单位\t存在问题\t督办单位\n石门镇\t无\t县应急局\n", {"石门镇": "inspected", "县应急局": "supervisor"}),
    (
        "整改任务\t牵头单位\t配合单位\n更换管网\t县水务局\t县财政局\n",
        {"县水务局": "responsible", "县财政局": "responsible"},
    ),
]


@pytest.mark.parametrize(("table", "wanted"), ROLES)
def test_roles(table: str, wanted: dict[str, str]) -> None:
    roles = {unit.span.text: unit.roles[0] for unit in bulletin_of(table).units}
    assert {name: roles[name] for name in wanted} == wanted


@pytest.mark.parametrize("mark", ["\t", " ", "\n"])
@pytest.mark.parametrize("count", [2, 40])
def test_a_table_is_read_alike_in_every_layout_and_length(mark: str, count: int) -> None:
    lines = ["序号\t单位\t存在问题\t责任单位\t整改时限"]
    lines += [f"{n}\t石门镇\t{n}处管网破损\t县水务局\t4月10日" for n in range(1, count + 1)]
    bulletin = parse(HEAD + "\n".join(lines).replace("\t", mark) + "\n", published="2022-03-10")
    found = [said(bulletin, row) for row in bulletin.tables[0].rows]
    problems = [[(f"{n}处管网破损", ["石门镇"])] for n in range(1, count + 1)]
    assert found == [Said(["石门镇"], ["县水务局"], [], [], told, [], "2022-04-10") for told in problems]
    assert len(bulletin.problems) == count


def test_a_merged_unit_belongs_to_all_its_rows() -> None:
    page = (
        "<p>关于饮水安全的通报</p><p>一、存在问题</p><table><tr><th>单位</th><th>存在问题</th><th>责任单位</th></tr>"
        "<tr><td rowspan='3'>石门镇</td><td>管网破损</td><td rowspan='2'>县水务局</td></tr>"
        "<tr><td>水池未加盖</td></tr><tr><td>脱岗</td><td></td></tr></table>"
    )
    bulletin = parse(f"<html><body>{page}</body></html>".encode())
    found = [said(bulletin, row) for row in bulletin.tables[0].rows]
    assert [(each.units, each.responsible, each.problems) for each in found] == [
        (["石门镇"], ["县水务局"], [("管网破损", ["石门镇"])]),
        (["石门镇"], ["县水务局"], [("水池未加盖", ["石门镇"])]),
        (["石门镇"], [], [("脱岗", ["石门镇"])]),
    ]
    assert [cell.merged for row in bulletin.tables[0].rows for cell in row.cells if cell.column == 1] == [
        False,
        True,
        True,
    ]


def test_a_finding_over_several_rows_blames_the_units_of_all() -> None:
    page = (
        "<p>关于饮水安全的通报</p><p>一、存在问题</p><table><tr><th>单位</th><th>存在问题</th><th>整改措施</th></tr>"
        "<tr><td>石门镇</td><td rowspan='2'>管网破损</td><td>更换管网</td></tr>"
        "<tr><td>龙头镇</td><td>检修管网</td></tr></table>"
    )
    bulletin = parse(f"<html><body>{page}</body></html>".encode())
    names = {unit.id: unit.span.text for unit in bulletin.units}
    (problem,) = bulletin.problems
    assert [names[u] for u in problem.units] == ["石门镇", "龙头镇"]
    assert [row.problems for row in bulletin.tables[0].rows] == [(problem.id,)] * 2
    assert [[a.problem_id for a in r.answers] for r in bulletin.recommendations] == [[problem.id]] * 2
    assert {unit.span.text: unit.roles[0] for unit in bulletin.units} == {
        "石门镇": "criticised",
        "龙头镇": "criticised",
    }


def test_a_demand_answers_the_finding_of_its_row() -> None:
    table = "单位\t存在问题\t整改措施\n石门镇\t管网破损\t更换管网\n龙头镇\t脱岗\t加强值守\n"
    bulletin = bulletin_of(table)
    problems = {problem.id: problem.span.text for problem in bulletin.problems}
    answers = {r.span.text: [(problems[a.problem_id], a.basis) for a in r.answers] for r in bulletin.recommendations}
    assert answers["更换管网"] == [("管网破损", "row")]
    assert answers["加强值守"] == [("脱岗", "row")]


def test_a_ranking_gives_rows_and_no_findings() -> None:
    table = "全县项目进度排名表\n名次\t乡镇\t任务数\t完成率\t得分\n1\t石门镇\t12\t91.7%\t98.5\n2\t龙头镇\t9\t60%\t80\n合计\t\t21\t75%\t\n"
    bulletin = bulletin_of(table)
    (listed,) = bulletin.tables
    assert listed.caption is not None
    assert listed.caption.text == "全县项目进度排名表"
    assert [(row.kind, row.rank, row.progress, row.score) for row in listed.rows] == [
        ("record", 1, 91.7, 98.5),
        ("record", 2, 60, 80),
        ("total", None, 75, None),
    ]
    assert bulletin.problems == ()


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (ROWS["unit, finding, responsible, deadline"][0], ("管网破损", ("云岭县水务局",), "2022-04-10", ("管网破损",))),
        (
            ROWS["a measure is a demand on who is responsible"][0],
            ("更换管网", ("云岭县水务局",), "2022-04-30", ("管网破损",)),
        ),
    ],
)
def test_the_ledger_has_a_row_once(table: str, wanted: tuple[Any, ...]) -> None:
    found = [(r.matter, r.units, r.deadline, r.problems) for r in rows_of([bulletin_of(table)])]
    assert found[0] == wanted
    assert len(found) == 2  # and the demand of the text


CELLS = st.sampled_from(
    [
        "石门镇",
        "县水务局",
        "管网破损",
        "脱岗；漏报",
        "4月10日",
        "4.10",
        "80%",
        "12/15",
        "合计",
        "无",
        "",
        "更换管网。",
        "同上",
        "1.甲；2.乙",
    ]
)
NAMES = st.sampled_from(
    ["序号", "单位", "存在问题", "责任单位", "整改措施", "整改时限", "完成率", "得分", "备注", "甲乙丙"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=6), st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=5))
def test_every_cell_quotes_the_text(names: list[str], lines: list[list[str]]) -> None:
    text = HEAD + "\n".join("\t".join(line) for line in [names, *lines]) + TAIL
    for table in parse(text).tables:  # the bulletin verifies itself when made
        assert table.rows
        for row in table.rows:
            for cell in row.cells:
                assert text[cell.span.start : cell.span.end] == cell.span.text != ""
                assert cell.merged or row.span.start <= cell.span.start < cell.span.end <= row.span.end
            assert row.progress is None or row.progress >= 0
            assert row.deadline is None or row.deadline_date_id
