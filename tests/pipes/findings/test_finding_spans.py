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
        ("一、存在问题\n区级部门也有不足，两家单位口径不一。\n", ["两家单位口径不一"]),
        ("一、存在问题\n柳塘镇\n路灯不亮。\n", ["路灯不亮"]),
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
        ("一、要求\n柳塘镇要清运垃圾。槐荫镇要修复公厕。\n", ["柳塘镇要清运垃圾。槐荫镇要修复公厕"]),
        ("一、要求\n垃圾由柳塘镇清运；公厕由槐荫镇修复。\n", ["垃圾由柳塘镇清运", "公厕由槐荫镇修复"]),
        ("一、要求\n各乡镇要立行立改。\n县督查室将适时开展“回头看”。\n", ["各乡镇要立行立改"]),
    ],
)
def test_demands(body: str, spans: list[str]) -> None:
    assert [demand.span.text for demand in _parse(body).recommendations] == spans


def test_finding_and_demand_of_one_item_are_a_pair() -> None:
    body = "一、发现问题及整改要求\n问题1：公厕管护。柳塘镇3座公厕门锁损坏。\n整改要求：更换门锁，安排专人管护。\n"
    bulletin = _parse(
        body + "责任单位：柳塘镇\n整改时限：6月30日\n问题2：清运。槐荫镇垃圾清运不及时。\n整改要求：日产日清。\n"
    )
    assert [p.span.text for p in bulletin.problems] == ["柳塘镇3座公厕门锁损坏", "槐荫镇垃圾清运不及时"]
    first, second = bulletin.recommendations
    assert (first.span.text, second.span.text) == ("更换门锁，安排专人管护", "日产日清")
    assert (first.deadline, second.deadline) == ("2020-06-30", None)
    assert [answer.problem_id for answer in first.answers] == [bulletin.problems[0].id]


def test_a_line_below_a_finding_names_who_answers_for_it() -> None:
    bulletin = _parse("一、存在问题\n1.三期安置房工地裸土未覆盖。\n责任单位：县住建局\n2.路灯不亮。\n")
    names = {unit.id: unit.span.text for unit in bulletin.units}
    assert [[names[u] for u in p.units] for p in bulletin.problems] == [["县住建局"], []]


@pytest.mark.parametrize(
    ("body", "blamed"),
    [
        ("柳塘镇仅1名会计，却代理16个村的账务，积压严重", ["柳塘镇"]),
        ("抽查的5个村中，3个村未建台账", ["3个村"]),
        ("柳塘镇与槐荫镇职责交叉，各乡镇反映强烈", ["柳塘镇", "槐荫镇"]),
        ("柳塘镇方案未改，还写着“督促各乡镇”的字句", ["柳塘镇"]),
    ],
)
def test_what_stands_in_the_predicate_is_not_blamed(body: str, blamed: list[str]) -> None:
    bulletin = _parse(f"一、存在问题\n1.{body}。\n")
    names = {unit.id: unit.span.text for unit in bulletin.units}
    assert [[names[u] for u in p.units] for p in bulletin.problems] == [blamed]


def test_praise_among_faults() -> None:
    body = "一、存在问题\n1.槐荫镇信息月报迟报，连续3个月未按时报送。\n也有一些乡镇做得比较好。柳塘镇每日核对里程。\n"
    bulletin = _parse(body)
    assert [p.span.text for p in bulletin.problems] == ["1.槐荫镇信息月报迟报，连续3个月未按时报送"]
    assert [a.span.text for a in bulletin.achievements] == ["柳塘镇每日核对里程"]


def test_clauses_and_figures_of_a_finding() -> None:
    [problem] = _parse("一、存在问题\n今年以来，柳塘镇应竣工114户，实际竣工101户，台账缺失。\n").problems
    assert [c.text for c in problem.clauses] == ["今年以来，柳塘镇应竣工114户", "实际竣工101户", "台账缺失"]
    assert len(problem.figures) == 2


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
