"""The actions of a demand: who leads, who helps, by when; conditions; duties to report; what is absent."""

from __future__ import annotations

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin

Rows = list[tuple[str, list[str], list[str], str | None]]


def _parse(body: str) -> Bulletin:
    return parse("关于环境卫生检查情况的通报\n各乡镇：\n一、工作要求\n" + body, published="2020-06-10")


TASKS: list[tuple[str, Rows]] = [
    (
        "(一)清理资金。柳塘镇要收回资金，7月底前缴入国库。\n",
        [("收回资金", ["柳塘镇"], [], None), ("7月底前缴入国库", ["柳塘镇"], [], "2020-07-31")],
    ),
    (
        "(一)清理资金。柳塘镇要于7月底前收回资金，缴入国库；县财政局要加强指导。\n",
        [
            ("于7月底前收回资金", ["柳塘镇"], [], "2020-07-31"),
            ("缴入国库", ["柳塘镇"], [], "2020-07-31"),
            ("加强指导", ["县财政局"], [], None),
        ],
    ),
    (
        "(一)修复公厕。柳塘镇要更换设施，清理粪污，6月底前整改到位。\n",
        [
            ("更换设施", ["柳塘镇"], [], "2020-06-30"),
            ("清理粪污", ["柳塘镇"], [], "2020-06-30"),
            ("6月底前整改到位", ["柳塘镇"], [], "2020-06-30"),
        ],
    ),
    (
        "(一)理顺职责。由县住建局牵头，县水务局、县财政局配合，8月底前拿出方案。\n",
        [("8月底前拿出方案", ["县住建局"], ["县水务局", "县财政局"], "2020-08-31")],
    ),
    (
        "(一)联合执法。县住建局要会同县水务局开展排查，建立台账。\n",
        [("会同县水务局开展排查", ["县住建局"], ["县水务局"], None), ("建立台账", ["县住建局"], [], None)],
    ),
    (
        "1.整改内容：清运积存垃圾\n牵头单位：柳塘镇\n配合单位：县住建局\n整改时限：6月30日\n",
        [("清运积存垃圾", ["柳塘镇"], ["县住建局"], "2020-06-30")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), TASKS)
def test_tasks(body: str, expected: Rows) -> None:
    bulletin = _parse(body)
    names = {unit.id: unit.span.text for unit in bulletin.units}
    found = [
        (task.span.text, [names[u] for u in task.lead], [names[u] for u in task.support], task.deadline)
        for demand in bulletin.recommendations
        for task in demand.tasks
    ]
    assert found == expected


def test_lead_and_support_of_a_demand_are_its_units() -> None:
    bulletin = _parse("(一)理顺职责。由县住建局牵头，县水务局配合，8月底前拿出方案。\n")
    [demand] = bulletin.recommendations
    assert set(demand.lead) | set(demand.support) == set(demand.units)
    assert not set(demand.lead) & set(demand.support)
    assert len(demand.support) == 1


@pytest.mark.parametrize(
    ("body", "charged"),
    [
        ("(一)加快拨付。县财政局资金拨付时间不得超过7个工作日。柳塘镇要开工。\n", ["县财政局", "柳塘镇"]),
        ("(一)退还存折。柳塘镇、槐荫镇代管的存折，5日内全部退还本人。\n", ["柳塘镇", "槐荫镇"]),
        ("(一)整改问题。柳塘镇的问题由县住建局负责督改。\n", ["县住建局"]),
    ],
)
def test_who_is_charged(body: str, charged: list[str]) -> None:
    bulletin = _parse(body)
    names = {unit.id: unit.span.text for unit in bulletin.units}
    [demand] = bulletin.recommendations
    assert [names[u] for u in demand.units] == charged


@pytest.mark.parametrize(
    ("body", "to", "deadline"),
    [
        ("(一)按时报送。柳塘镇要于7月15日前将整改情况报县住建局。\n", ["县住建局"], "2020-07-15"),
        ("(一)按时报送。柳塘镇要在7月15日前，向县住建局专题报告。\n", ["县住建局"], "2020-07-15"),
        ("(一)按时报送。柳塘镇要将整改方案报县住建局、县水务局备案。\n", ["县住建局", "县水务局"], None),
        ("(一)按时报送。柳塘镇要于7月15日前将整改结果书面反馈。\n", [], "2020-07-15"),
    ],
)
def test_duties_to_report(body: str, to: list[str], deadline: str | None) -> None:
    bulletin = _parse(body)
    names = {unit.id: unit.span.text for unit in bulletin.units}
    [report] = [report for demand in bulletin.recommendations for report in demand.reports]
    assert ([names[u] for u in report.to], report.deadline) == (to, deadline)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("(一)分类推进。具备开工条件的，柳塘镇要立即开工。\n", ["具备开工条件的"]),
        ("(一)严格验收。柳塘镇要组织复垦，经县住建局验收合格后，拨付资金。\n", ["经县住建局验收合格后"]),
        ("(一)清运垃圾。柳塘镇要清运垃圾。\n", []),
        ("(一)移送线索。柳塘镇要将线索移送县公安局。\n", []),
    ],
)
def test_conditions(body: str, found: list[str]) -> None:
    [demand] = _parse(body).recommendations
    assert [condition.text for condition in demand.conditions] == found
    assert not demand.reports


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("1.柳塘镇要于6月底前清运垃圾。\n2.槐荫镇要修复公厕。\n", ["demand-without-deadline"]),
        ("1.柳塘镇要于6月底前清运垃圾。\n2.槐荫镇要立即修复公厕。\n", []),
        ("1.柳塘镇要于6月底前清运垃圾。\n2.7月底前修复破损公厕。\n", ["demand-without-unit"]),
        ("1.清运积存垃圾。\n2.修复破损公厕。\n", ["no-deadline", "no-unit-charged"]),
    ],
)
def test_what_demands_lack(body: str, codes: list[str]) -> None:
    lacking = {"no-deadline", "no-unit-charged", "demand-without-deadline", "demand-without-unit"}
    assert [remark.code for remark in _parse(body).remarks if remark.code in lacking] == codes
