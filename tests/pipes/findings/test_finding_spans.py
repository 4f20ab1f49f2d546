"""Where findings, commended facts and demands begin and end."""

from __future__ import annotations

import pytest

from bulletin_nlp.parse import parse
from bulletin_nlp.records import Bulletin

_HEAD = "关于环境卫生检查情况的通报\n6月3日，县督查室对各乡镇开展了检查，现通报如下。\n"


def _parse(body: str) -> Bulletin:
    return parse(_HEAD + body, published="2020-06-10")


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        ("一、存在问题\n(一)认识不到位。一是柳塘镇未开会；二是路灯不亮。\n", ["一是柳塘镇未开会", "二是路灯不亮"]),
        ("一、存在问题\n1.柳塘镇垃圾堆积。2.槐荫镇公厕破损。\n", ["1.柳塘镇垃圾堆积", "2.槐荫镇公厕破损"]),
        ("一、存在问题\n(一)住房安全方面。1.危房改造滞后。\n", ["1.危房改造滞后"]),
        ("一、存在问题\n路灯不亮；井盖缺失。\n另外，月报迟报。\n", ["路灯不亮", "井盖缺失", "月报迟报"]),
        ("一、存在问题\n督查发现，柳塘镇台账缺失。\n", ["柳塘镇台账缺失"]),
        ("一、总体情况\n从乡镇看，柳塘镇未完成任务。\n", ["柳塘镇未完成任务"]),
    ],
)
def test_findings(body: str, spans: list[str]) -> None:
    assert [problem.span.text for problem in _parse(body).problems] == spans


def test_the_opening_paragraph_is_no_finding_and_no_praise() -> None:
    bulletin = _parse("一、总体情况\n各乡镇认真落实。\n")
    assert not bulletin.problems
    assert not bulletin.achievements


def test_a_commended_fact_names_a_unit() -> None:
    bulletin = _parse("一、总体情况\n柳塘镇率先完成改造任务；全县环境有所改善。\n")
    assert [fact.span.text for fact in bulletin.achievements] == ["柳塘镇率先完成改造任务"]


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        ("一、要求\n(一)提高认识。各乡镇要落实责任。县住建局要督促。\n", ["各乡镇要落实责任。县住建局要督促"]),
        ("一、要求\n柳塘镇要清运垃圾；槐荫镇要修复公厕。\n", ["柳塘镇要清运垃圾", "槐荫镇要修复公厕"]),
        ("一、要求\n一要压实责任，各乡镇抓好落实；二要限期整改。\n", ["压实责任，各乡镇抓好落实", "限期整改"]),
        ("一、要求\n各乡镇要立行立改。\n县督查室将适时开展“回头看”。\n", ["各乡镇要立行立改"]),
    ],
)
def test_demands(body: str, spans: list[str]) -> None:
    assert [demand.span.text for demand in _parse(body).recommendations] == spans


def test_labelled_lines_stand_outside_and_fill_the_demand() -> None:
    bulletin = _parse("一、要求\n1.整改内容:清运积存垃圾\n责任单位:柳塘镇\n整改时限:6月30日\n")
    [demand] = bulletin.recommendations
    names = {unit.id: unit.span.text for unit in bulletin.units}
    assert demand.span.text == "清运积存垃圾"
    assert [names[unit] for unit in demand.units] == ["柳塘镇"]
    assert demand.deadline == "2020-06-30"


def test_a_unit_that_heads_a_list_is_blamed_for_what_it_lists() -> None:
    bulletin = _parse("一、存在问题\n柳塘镇:1.值班电话无人接听。2.值班表未更新。\n")
    names = {unit.id: unit.span.text for unit in bulletin.units}
    assert [[names[u] for u in p.units] for p in bulletin.problems] == [["柳塘镇"], ["柳塘镇"]]
    assert all(problem.inherited for problem in bulletin.problems)


def test_what_no_rule_names_is_unknown() -> None:
    [problem] = _parse("一、存在问题\n前厅的石狮子面朝北边。\n").problems
    assert problem.nature == ("unknown",)
